//! `#[island]`: a component with a module that brings it to life in the browser.

#[cfg(feature = "tsx")]
mod built;
mod client_props;
mod graph;
mod hash;
#[cfg(feature = "tsx")]
mod manifest;
mod module;
mod typed;

use crate::component::slots::Slot;
use crate::component::{self, Bare};
use crate::error::Errors;
use graph::Mistake;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{ForeignItemFn, ItemFn, LitInt, LitStr, Token};

pub(crate) use client_props::client_props;
pub(crate) use hash::hash;
pub(crate) use typed::says;

/// What can be a component of a JavaScript framework.
const COMPONENTS: [&str; 4] = [".tsx", ".jsx", ".svelte", ".vue"];

/// `#[island("islands/cart.js")] fn Cart(items: Vec<Item>) -> Html { … }`, or
/// `#[island("components/Cart.tsx")] fn Cart(items: Vec<Item>);`
pub(crate) fn island(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let function = match syn::parse2::<ItemFn>(item.clone()) {
        Ok(function) => Ok(function),
        Err(error) => match syn::parse2::<ForeignItemFn>(item.clone()) {
            Ok(bare) => Err(bare),
            Err(_) => {
                errors.at(
                    error.span(),
                    "`#[island]` belongs above a function that returns markup",
                    "write `fn Cart(items: Vec<Item>) -> Html { … }` below it",
                );
                let errors = errors.tokens();
                return quote!(#errors #item);
            }
        },
    };
    let arguments = syn::parse2::<Arguments>(arguments).unwrap_or_else(|error| {
        errors.syn(error);
        Arguments::default()
    });
    let expanded = match function {
        Ok(function) => with_body(function, &arguments, &mut errors),
        Err(bare) => without_body(bare, arguments, &mut errors),
    };
    let errors = errors.tokens();
    quote!(#errors #expanded)
}

fn with_body(function: ItemFn, arguments: &Arguments, errors: &mut Errors) -> TokenStream {
    let file = arguments.path.as_ref().and_then(|path| {
        if is_component(&path.value()) {
            let name = &function.sig.ident;
            let message = format!("`{}` is rendered by its own code, and `{name}` by its body", path.value());
            let help = format!(
                "end `fn {name}(…)` with `;` in the place of its body; markup of Rust's takes a plain JavaScript module"
            );
            errors.at(path.span(), message, help);
            return None;
        }
        module::file(path, errors)
    });
    if let Some((_, place)) = arguments.slots.first() {
        errors.at(
            *place,
            "the slots of this island stand in its markup",
            "leave this out, and write `<slot />` where they go",
        );
    }
    let island = component::Island {
        file: file.unwrap_or_else(module::nothing),
        bare: None,
        budget: arguments.budget.unwrap_or(BUDGET),
    };
    component::expand(function, Some(island), errors)
}

fn without_body(bare: ForeignItemFn, arguments: Arguments, errors: &mut Errors) -> TokenStream {
    let place = arguments.path.as_ref().map(LitStr::span);
    let built = arguments
        .path
        .as_ref()
        .map(|path| component(&bare, &path.value(), !arguments.slots.is_empty()));
    let (file, bare_parts) = match built {
        Some(Ok(built)) => built,
        built => {
            if let (Some(Err(Mistake { message, help })), Some(place)) = (built, place) {
                errors.at(place, message, help);
            }
            let parts = Bare {
                styles: quote!(&[]),
                server: None,
            };
            (module::nothing(), parts)
        }
    };
    let ForeignItemFn {
        attrs,
        vis,
        modifiers,
        sig,
        ..
    } = bare;
    let function = ItemFn {
        attrs,
        vis,
        modifiers,
        sig,
        block: Box::new(syn::parse_quote!({})),
    };
    let slots = arguments.slots.iter();
    let slots = slots
        .map(|(name, place)| Slot::declared(name, *place))
        .collect();
    let island = component::Island {
        file,
        bare: Some(bare_parts),
        budget: arguments.budget.unwrap_or(BUDGET),
    };
    component::expand_bare(function, island, slots, errors)
}

/// What was built from a component.
fn component(
    bare: &ForeignItemFn,
    path: &str,
    has_slots: bool,
) -> Result<(TokenStream, Bare), Mistake> {
    if graph::ENDINGS.iter().any(|ending| path.ends_with(ending)) {
        let name = &bare.sig.ident;
        return Err(Mistake {
            message: format!("a plain JavaScript module renders nothing, and `{name}` has no body"),
            help: format!(
                "write what the server prints: `fn {name}(…) -> Html {{ html! {{ … }} }}`; or name a component, which renders itself: `components/{name}.tsx`"
            ),
        });
    }
    if let Some(mistake) = module::misplaced(path, &COMPONENTS) {
        return Err(mistake);
    }
    #[cfg(feature = "tsx")]
    return built::embedded(&module::root(), path, has_slots);
    #[cfg(not(feature = "tsx"))]
    let _ = has_slots;
    #[cfg(not(feature = "tsx"))]
    Err(Mistake {
        message: format!("`{path}` is rendered on the server, which takes isle's feature `tsx`"),
        help: "turn it on: `cargo add isle --features tsx`".to_owned(),
    })
}

fn is_component(path: &str) -> bool {
    COMPONENTS.iter().any(|ending| path.ends_with(ending))
}

/// How many bytes of props pass unsaid.
const BUDGET: usize = 16 * 1024;

/// `island_file!("src/island/client/isle.js")`
pub(crate) fn file(path: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let file = match syn::parse2::<LitStr>(path) {
        Ok(path) => module::file(&path, &mut errors),
        Err(error) => {
            errors.syn(error);
            None
        }
    };
    let file = file.unwrap_or_else(module::nothing);
    let errors = errors.tokens();
    quote!({ #errors #file })
}

/// What stands in the attribute: a path, and settings.
#[derive(Default)]
struct Arguments {
    path: Option<LitStr>,
    budget: Option<usize>,
    /// The slots of an island without a body; the default one has no name.
    slots: Vec<(String, Span)>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let refused = |span: Span, message: &str, help: &str| {
            Err(syn::Error::new(span, format!("{message}\nhelp: {help}")))
        };
        if !input.peek(LitStr) {
            let message = "an island needs its JavaScript module";
            let help = "write its path from the crate's root: `#[island(\"islands/cart.js\")]`";
            return refused(input.span(), message, help);
        }
        let mut arguments = Self {
            path: Some(input.parse()?),
            ..Self::default()
        };
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let name: syn::Ident = input.parse()?;
            if name == "budget" {
                input.parse::<Token![=]>()?;
                arguments.budget = Some(input.parse::<LitInt>()?.base10_parse()?);
            } else if name == "slots" {
                let list;
                syn::parenthesized!(list in input);
                let names = Punctuated::<SlotName, Token![,]>::parse_terminated(&list)?;
                arguments.slots = names
                    .into_iter()
                    .map(|name| (name.text, name.place))
                    .collect();
            } else {
                let message = format!("`{name}` is no setting of an island");
                let help = "an island takes its path, `budget = 32_768`, the bytes of props that pass without a warning, and, where a component renders it, `slots(children, footer)`";
                return refused(name.span(), &message, help);
            }
        }
        Ok(arguments)
    }
}

/// A slot's name: `children` is the default one's.
struct SlotName {
    text: String,
    place: Span,
}

impl Parse for SlotName {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (text, place) = if input.peek(LitStr) {
            let name: LitStr = input.parse()?;
            (name.value(), name.span())
        } else {
            let name = input.call(syn::Ident::parse_any)?;
            (name.to_string(), name.span())
        };
        let text = if text == "children" {
            String::new()
        } else {
            text
        };
        Ok(Self { text, place })
    }
}

//! What a component becomes: a type of its name, with a function per prop, and one that prints.

use super::props::{self, Prop};
use super::slots::{Slot, Slots};
use super::{ends, has_slot};
use crate::error::Errors;
use crate::markup::{self, Writer, walk::Visit};
use crate::reach::Owner;
use crate::tail;
use isle_syntax::markup::tree::Template;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::VecDeque;
use syn::visit_mut::VisitMut;
use syn::{Expr, GenericParam, Generics, ItemFn, Macro, ReturnType};

/// What an island has beside a component.
pub(crate) struct Island {
    /// Its module, an expression.
    pub(crate) file: TokenStream,
    /// What it has in the place of a body, where it has none.
    pub(crate) bare: Option<Bare>,
    /// How many bytes of props pass unsaid.
    pub(crate) budget: usize,
}

/// What an island has in the place of a body, expressions.
pub(crate) struct Bare {
    /// Its style sheets.
    pub(crate) styles: TokenStream,
    /// The module that renders it on the server; none where that is not known.
    pub(crate) server: Option<TokenStream>,
}

pub(crate) fn expand(
    mut function: ItemFn,
    island: Option<Island>,
    errors: &mut Errors,
) -> TokenStream {
    let mut slots = Slots::default();
    has_slot::Replace {
        found: &mut |name, place| slots.asked(name, place),
    }
    .visit_block_mut(&mut function.block);
    refuse_async(&mut function, errors);
    if matches!(function.sig.output, ReturnType::Default) {
        errors.at(
            function.sig.ident.span(),
            "a component returns markup",
            "write `-> Html`, or `-> Page` if it may end the page",
        );
        function.sig.output = syn::parse_quote!(-> ::isle::Html);
    }
    let mut generics = function.sig.generics.clone();
    let props = props::take(&mut function, &mut generics, errors);
    if island.is_some() {
        super::island::refuse_closures(&function.sig, errors);
    }

    let writer = Writer::new();
    let owner = Owner::component(&function.sig.ident);
    let source = function.block.brace_token.span.join().source_text();
    let mut templates = VecDeque::new();
    let mut rest = function.block.clone();
    let ends_in_markup = tail::replace(&mut rest, &mut |call| {
        templates.push_back(parse(call, errors));
        Expr::Verbatim(TokenStream::new())
    });
    let handed_on = ends_in_markup
        && ends::answers_markup(&function.sig.output)
        && !ends::leaves(&mut rest)
        && !templates.iter().any(ends::template_leaves);
    tail::replace(&mut function.block, &mut |call| {
        let template = templates.pop_front();
        let template = template.unwrap_or_else(|| parse(call, errors));
        answer(&template, handed_on, &writer, &owner, &mut slots, errors)
    });
    let block = owner.claim(&function.block, source.as_deref());
    slots.check(errors);
    lend(&mut generics, &slots.found, &props);
    Parts {
        function,
        generics,
        props,
        slots: slots.found,
        writer,
        block,
        handed_on,
        island,
        reach: owner.statements(),
    }
    .tokens()
}

pub(super) fn refuse_async(function: &mut ItemFn, errors: &mut Errors) {
    if let Some(word) = function.sig.asyncness.take() {
        errors.at(
            word.span,
            "a component renders at once: it can't be `async`",
            "load the data in the page's frontmatter, and hand it in as a prop",
        );
    }
}

/// Adds the lifetime of what a call lends, where it lends anything.
pub(super) fn lend(generics: &mut Generics, slots: &[Slot], props: &[Prop]) {
    if !slots.is_empty() || props.iter().any(|prop| mentions_call(&prop.ty)) {
        generics.params.insert(
            0,
            GenericParam::Lifetime(syn::LifetimeParam::new(props::lent())),
        );
    }
}

fn parse(call: &Macro, errors: &mut Errors) -> Template {
    markup::parse(call.tokens.clone(), call.delimiter.span().join(), errors)
}

/// The `html!` that the component answers with: printed where the component stands. Where the cursor is `handed_on`, it is
/// the body's answer.
fn answer(
    template: &Template,
    handed_on: bool,
    writer: &Writer,
    owner: &Owner,
    slots: &mut Slots,
    errors: &mut Errors,
) -> Expr {
    slots.nodes(&template.nodes);
    if let Some(fence) = &template.fence {
        has_slot::each(fence, &mut |name, place| slots.asked(name, place));
    }
    let told = owner.answer(template);
    let fence = markup::fence(template, &mut |call| {
        let template = parse(call, errors);
        answer(&template, handed_on, writer, owner, slots, errors)
    });
    if handed_on {
        let body = markup::goes_on(&template.nodes, writer, errors);
        return Expr::Verbatim(quote!({ #told #fence #body }));
    }
    let body = markup::writes(&template.nodes, writer, false, errors);
    Expr::Verbatim(quote! {{
        #told
        #fence
        { #body }
        ::isle::__::tail(::isle::__::Html::default())
    }})
}

fn mentions_call(ty: &syn::Type) -> bool {
    struct Finds(bool);
    impl syn::visit_mut::VisitMut for Finds {
        fn visit_lifetime_mut(&mut self, it: &mut syn::Lifetime) {
            self.0 |= *it == props::lent();
        }
    }
    let mut finds = Finds(false);
    syn::visit_mut::VisitMut::visit_type_mut(&mut finds, &mut ty.clone());
    finds.0
}

/// Everything that the expansion is made of.
pub(super) struct Parts {
    pub(super) function: ItemFn,
    pub(super) generics: Generics,
    pub(super) props: Vec<Prop>,
    pub(super) slots: Vec<Slot>,
    pub(super) writer: Writer,
    /// The function's body, its markup compiled.
    pub(super) block: TokenStream,
    /// Whether the body takes the cursor and gives it back, since it ends nowhere but at its end.
    pub(super) handed_on: bool,
    pub(super) island: Option<Island>,
    /// What walks through the tags of its markup.
    pub(super) reach: TokenStream,
}

impl Parts {
    pub(super) fn tokens(&self) -> TokenStream {
        let name = &self.function.sig.ident;
        let visibility = &self.function.vis;
        let (on_type, on_body) = self.attributes();
        let holder = self.holder();
        let takes = self.takes();
        let props = self.new_props();
        let render = match self.is_bare() {
            true => self.render_bare(),
            false => self.render(&on_body),
        };
        let has_slots = self.has_slots();
        let reach = self.reach();
        let island = self.island();
        let sets = self
            .props
            .iter()
            .enumerate()
            .map(|(index, prop)| self.set(index, prop));
        let slots = self
            .slots
            .iter()
            .enumerate()
            .map(|(index, slot)| self.slot(index, slot));
        // At the name, for it is the name that another item of the same name is in the way of.
        let place = Span::mixed_site().located_at(name.span());
        let item = quote_spanned!(place=> struct #name<const PART: usize = { ::core::primitive::usize::MAX }> {});
        quote! {
            #(#on_type)*
            #[allow(non_camel_case_types, dead_code)]
            #visibility #item

            #[allow(
                private_interfaces,
                unreachable_pub,
                missing_docs,
                non_camel_case_types,
                clippy::too_many_arguments,
                clippy::type_complexity,
                clippy::needless_lifetimes,
                clippy::extra_unused_lifetimes
            )]
            #[allow(dead_code)]
            const _: () = {
                #holder
                impl #name {
                    #takes
                    #props
                    #reach
                }
                impl #name<{ ::isle::__::COMPLETE }> {
                    #render
                }
                #island
                #has_slots
                #(#sets)*
                #(#slots)*
            };
        }
    }

    /// The function's attributes: those of the name that people use, and those of the code.
    fn attributes(&self) -> (Vec<&syn::Attribute>, Vec<&syn::Attribute>) {
        let of_type = |attribute: &&syn::Attribute| {
            ["doc", "deprecated"]
                .iter()
                .any(|name| attribute.path().is_ident(name))
        };
        self.function.attrs.iter().partition(of_type)
    }

    /// The struct that holds the props of one call.
    fn holder(&self) -> TokenStream {
        let (parameters, _, bounds) = self.generics.split_for_impl();
        let parameters = parameters.to_token_stream();
        let names = self.props.iter().map(|prop| &prop.name);
        let types = self.props.iter().map(|prop| &prop.ty);
        let slots = self
            .slots_name()
            .zip(self.slots_type())
            .map(|(name, ty)| quote!(#name: #ty,));
        quote! {
            pub struct Props #parameters #bounds {
                #(#names: ::core::option::Option<#types>,)*
                #slots
            }
        }
    }

    /// The slots' field, where there is a slot.
    pub(super) fn slots_name(&self) -> Option<Ident> {
        (!self.slots.is_empty()).then(|| Ident::new("slots", Span::call_site()))
    }

    /// Whether it has no body.
    pub(super) fn is_bare(&self) -> bool {
        self.island.as_ref().is_some_and(|it| it.bare.is_some())
    }

    fn slots_type(&self) -> Option<TokenStream> {
        let count = self.slots.len();
        let lent = props::lent();
        (count > 0).then(|| quote!([::isle::__::Slot<#lent>; #count]))
    }

    fn takes(&self) -> TokenStream {
        let name = self.function.sig.ident.to_string();
        let names = self.props.iter().map(|prop| prop.name.to_string());
        let types = self.props.iter().map(|prop| &prop.written);
        let required = self.props.iter().map(Prop::required);
        let slots = self.slots.iter().map(|slot| &slot.name);
        let island = match self.island {
            Some(_) => quote!(::core::option::Option::Some(&ISLAND)),
            None => quote!(::core::option::Option::None),
        };
        quote! {
            pub const TAKES: ::isle::__::Takes = ::isle::__::Takes {
                name: #name,
                props: &[#(::isle::__::Taken { name: #names, ty: #types, required: #required }),*],
                slots: &[#(#slots),*],
                island: #island,
            };
        }
    }

    /// What walks through the component's tags, and those of the components behind them.
    fn reach(&self) -> TokenStream {
        let name = self.function.sig.ident.to_string();
        let statements = &self.reach;
        let body = (!statements.is_empty()).then(|| {
            quote! {
                if reached.enter(::core::concat!(
                    ::core::module_path!(), "::", #name, ":", ::core::line!(), ":", ::core::column!()
                )) {
                    #statements
                }
            }
        });
        quote! {
            pub const fn reach(reached: &mut ::isle::__::Reached) {
                let _ = &reached;
                #body
            }
        }
    }

    fn new_props(&self) -> TokenStream {
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let names = self.props.iter().map(|prop| &prop.name);
        let slots = self.slots_name();
        let count = self.slots.len();
        let empty = slots
            .as_ref()
            .map(|slots| quote!(#slots: [::core::option::Option::None; #count]));
        quote! {
            #[inline(always)]
            pub fn props #parameters () -> Props #arguments #bounds {
                Props { #(#names: ::core::option::Option::None,)* #empty }
            }
        }
    }
}

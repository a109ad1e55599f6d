//! What an island has beside a component: its module, and how its props go to the browser.

use super::expand::{Bare, Island, Parts};
use super::props::{Absent, Prop};
use crate::error::Errors;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::punctuated::Punctuated;
use syn::{FnArg, Pat, Signature, Token, Type, TypeParamBound};

/// Refuses props that are functions: the browser can't call them.
pub(super) fn refuse_closures(signature: &Signature, errors: &mut Errors) {
    for name in signature.inputs.iter().filter_map(closure) {
        let message = format!("`{name}` is a closure, which can't go to the browser");
        let help = "call it on the server, and hand in what it gives; what the browser does stands in the island's module";
        errors.at(name.span(), message, help);
    }
}

/// The name of an argument that is a function.
fn closure(argument: &FnArg) -> Option<&Ident> {
    match argument {
        FnArg::Typed(argument) if is_closure(&argument.ty) => match &*argument.pat {
            Pat::Ident(pattern) => Some(&pattern.ident),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the type says that it is a function.
fn is_closure(ty: &Type) -> bool {
    let calls = |bounds: &Punctuated<TypeParamBound, Token![+]>| {
        bounds.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => {
                let last = bound.path.segments.last();
                last.is_some_and(|it| {
                    it.ident == "Fn" || it.ident == "FnMut" || it.ident == "FnOnce"
                })
            }
            _ => false,
        })
    };
    match ty {
        Type::FnPtr(_) => true,
        Type::ImplTrait(it) => calls(&it.bounds),
        Type::TraitObject(it) => calls(&it.bounds),
        Type::Reference(it) => is_closure(&it.elem),
        Type::Paren(it) => is_closure(&it.elem),
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| match &last.arguments {
                syn::PathArguments::AngleBracketed(inner) => inner.args.iter().any(
                    |argument| matches!(argument, syn::GenericArgument::Type(ty) if is_closure(ty)),
                ),
                _ => false,
            }),
        _ => false,
    }
}

impl Parts {
    /// The island's statics, and its call with directives; nothing for a mere component.
    pub(super) fn island(&self) -> Option<TokenStream> {
        let island = self.island.as_ref()?;
        let component = &self.function.sig.ident;
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let (object, out) = (mixed("object"), mixed("out"));
        let (island, fields) = (self.island_static(island), self.fields(&object));
        let print = match self.is_bare() {
            true => self.print_bare(&quote!(directives), &out),
            false => quote! {
                Self::open(&mut props, directives, #out);
                <#component<{ ::isle::__::COMPLETE }>>::render(props, #out.cur()).commit();
                ::isle::__::Island::close(#out);
            },
        };
        Some(quote! {
            #island
            impl #component<{ ::isle::__::ISLAND }> {
                pub fn open #parameters (
                    props: &mut Props #arguments,
                    directives: &[::isle::__::Directive<'_>],
                    #out: &mut ::isle::__::Buf,
                ) #bounds {
                    let _ = &props;
                    ISLAND.open(directives, #out, |#object| {
                        let _ = &#object;
                        #fields
                    });
                }

                pub fn island #parameters (
                    mut props: Props #arguments,
                    directives: &[::isle::__::Directive<'_>],
                    #out: &mut ::isle::__::Buf,
                ) #bounds {
                    #print
                }
            }
        })
    }

    fn island_static(&self, island: &Island) -> TokenStream {
        let Island { file, budget, bare } = island;
        let name = self.function.sig.ident.to_string();
        let nothing = quote!(::core::option::Option::None);
        let (styles, server) = match bare {
            Some(Bare { styles, server }) => (
                styles.clone(),
                server
                    .as_ref()
                    .map(|server| quote!(::core::option::Option::Some(#server))),
            ),
            None => (quote!(&[]), None),
        };
        let (types, describe) = match server.as_ref().and_then(|_| self.types()) {
            Some(describe) => (
                quote!(types: ::core::option::Option::Some(describe),),
                describe,
            ),
            None if cfg!(feature = "tsx") => (quote!(types: #nothing,), TokenStream::new()),
            None => Default::default(),
        };
        let server = server.unwrap_or(nothing);
        quote! {
            #describe
            static ISLAND: ::isle::__::Island = ::isle::__::Island {
                name: #name,
                file: #file,
                styles: #styles,
                server: #server,
                #types
                budget: #budget,
            };
        }
    }

    /// What writes the props into an object.
    pub(super) fn fields(&self, object: &Ident) -> TokenStream {
        let closures: Vec<&Ident> = self
            .function
            .sig
            .inputs
            .iter()
            .filter_map(closure)
            .collect();
        let sent = self
            .props
            .iter()
            .filter(|prop| !closures.contains(&&prop.name));
        sent.map(|prop| {
            let text = prop.plain_name();
            let value = value(prop);
            // A prop that may not be sent is reported at its type.
            let place = prop.place;
            let sent = Ident::new("__sent", place);
            let write = quote_spanned!(place=> #object.field(#text, #sent););
            quote!(let #sent = #value; #write)
        })
        .collect()
    }
}

pub(super) fn mixed(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// A prop's value by reference; what is left out gets its default, which the body then finds.
fn value(prop: &Prop) -> TokenStream {
    let name = &prop.name;
    match &prop.absent {
        Absent::Refused => quote!(::isle::__::given(&props.#name)),
        Absent::Nothing | Absent::Default => quote!(&*props.#name.get_or_insert_default()),
        Absent::Value(value) => {
            let value = match prop.converts() {
                true => quote!(::isle::__::IntoProp::into_prop(#value)),
                false => quote!(#value),
            };
            quote!(&*props.#name.get_or_insert_with(|| #value))
        }
    }
}

//! The props of an island without a body, as TypeScript.

use super::expand::Parts;
use super::props::Prop;
use crate::island::says;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit_mut::VisitMut;
use syn::{GenericParam, Lifetime, Type};

impl Parts {
    /// A function that declares the props; none without the feature.
    pub(super) fn types(&self) -> Option<TokenStream> {
        if !cfg!(feature = "tsx") {
            return None;
        }
        let name = self.function.sig.ident.to_string();
        let props = format!("{name}Props");
        let fields = self.props.iter().map(|prop| {
            let name = prop.plain_name();
            let says = self.says(prop);
            quote!((#name, #says))
        });
        Some(quote! {
            fn describe(types: &mut ::isle::__::TypeScript) {
                types.declare(
                    ::core::concat!(::core::module_path!(), "::", #name),
                    ::std::string::String::from(#props),
                    |types| ::isle::__::Shape::Object(types.fields(&[#(#fields),*])),
                );
            }
        })
    }

    /// What says the type of a prop.
    fn says(&self, prop: &Prop) -> TokenStream {
        let mut ty = prop.ty.clone();
        if self.is_generic(&ty) {
            // Each call gives it another type.
            return quote!(|_| ::std::string::String::from("unknown"));
        }
        Unnamed.visit_type_mut(&mut ty);
        says(&ty)
    }

    /// Whether a type depends on the function's parameters.
    fn is_generic(&self, ty: &Type) -> bool {
        let parameters: Vec<&Ident> = self
            .generics
            .params
            .iter()
            .filter_map(|parameter| match parameter {
                GenericParam::Type(parameter) => Some(&parameter.ident),
                GenericParam::Const(parameter) => Some(&parameter.ident),
                GenericParam::Lifetime(_) => None,
            })
            .collect();
        mentions(ty.to_token_stream(), &parameters)
    }
}

fn mentions(tokens: TokenStream, names: &[&Ident]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => names.contains(&&word),
        TokenTree::Group(group) => mentions(group.stream(), names),
        _ => false,
    })
}

/// Gives every lifetime of the function's up: there is none outside of it.
struct Unnamed;

impl VisitMut for Unnamed {
    fn visit_lifetime_mut(&mut self, it: &mut Lifetime) {
        *it = Lifetime::new("'static", it.span());
    }

    // The lifetimes in a function's type are its own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
}

//! What `#[derive(ClientProps)]` says of a type in TypeScript.

use super::client_props::plain;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Field, Fields, GenericParam, Type, parse_quote};

/// `impl Typed for Item`
pub(super) fn typed(input: &DeriveInput) -> TokenStream {
    let shape = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => {
                let fields = named(fields.named.iter());
                quote!(::isle::__::Shape::Object(types.fields(&[#(#fields),*])))
            }
            fields => {
                let form = form(fields);
                quote!(::isle::__::Shape::Other(#form))
            }
        },
        Data::Enum(data) => {
            let variants = data.variants.iter().map(|variant| {
                let name = plain(&variant.ident);
                match &variant.fields {
                    Fields::Unit => {
                        let name = format!("{name:?}");
                        quote!(::std::string::String::from(#name))
                    }
                    fields => {
                        let form = form(fields);
                        quote!(types.object(&[(#name, |types| #form)]))
                    }
                }
            });
            quote!(::isle::__::Shape::Other([#(#variants),*].join(" | ")))
        }
        Data::Union(_) => return TokenStream::new(),
    };
    let mut generics = input.generics.clone();
    let mut parameters = Vec::new();
    for parameter in &mut generics.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter.bounds.push(parse_quote!(::isle::__::Typed));
            let name = &parameter.ident;
            parameters.push(quote!(<#name as ::isle::__::Typed>::typed));
        }
    }
    let (of, _, _) = generics.split_for_impl();
    let (_, arguments, bounds) = input.generics.split_for_impl();
    let name = &input.ident;
    let text = plain(name);
    quote! {
        #[automatically_derived]
        impl #of ::isle::__::Typed for #name #arguments #bounds {
            fn typed(types: &mut ::isle::__::TypeScript) -> ::std::string::String {
                let name = types.name(#text, &[#(#parameters),*]);
                types.declare(::core::any::type_name::<Self>(), name, |types| {
                    let _ = &types;
                    #shape
                })
            }
        }
    }
}

/// The type of a variant's content, or of a struct without names, an expression.
fn form(fields: &Fields) -> TokenStream {
    match fields {
        Fields::Named(fields) => {
            let fields = named(fields.named.iter());
            quote!(types.object(&[#(#fields),*]))
        }
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let says = says(&fields.unnamed[0].ty);
            quote!((#says)(types))
        }
        Fields::Unnamed(fields) => {
            let each = fields.unnamed.iter().map(|field| says(&field.ty));
            quote!(types.tuple(&[#(#each),*]))
        }
        Fields::Unit => quote!(::std::string::String::from("null")),
    }
}

fn named<'f>(fields: impl Iterator<Item = &'f Field>) -> impl Iterator<Item = TokenStream> {
    fields.map(|field| {
        let name = field.ident.as_ref().map(plain).unwrap_or_default();
        let says = says(&field.ty);
        quote!((#name, #says))
    })
}

/// The function that says a type; `unknown` for one that only says how it is written.
pub(crate) fn says(ty: &Type) -> TokenStream {
    quote!({
        #[allow(unused_imports)]
        use ::isle::__::saying::{SaysType as _, SaysUnknown as _};
        (&::isle::__::saying::Asked::<#ty>::NEW).says()
    })
}

//! `#[derive(ClientProps)]`: says that a visitor may read a type, field by field.

use super::typed::typed;
use crate::error::Errors;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields, GenericParam, parse_quote};

/// `#[derive(ClientProps)] struct Item { name: String }`
pub(crate) fn client_props(item: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let body = match &input.data {
        Data::Struct(data) => {
            let Members { pattern, write } = members(&data.fields);
            quote!(let Self #pattern = *self; #write)
        }
        Data::Enum(data) => {
            let arms = data.variants.iter().map(|variant| {
                let name = &variant.ident;
                let text = plain(name);
                let Members { pattern, write } = members(&variant.fields);
                match &variant.fields {
                    Fields::Unit => quote!(Self::#name => json.variant(#text),),
                    _ => quote! {
                        Self::#name #pattern => {
                            let mut variant = json.object();
                            variant.field(#text, &::isle::__::Nested(|json: &mut ::isle::__::PropsWriter<'_>| { #write }));
                            variant.end();
                        }
                    },
                }
            });
            quote!(match *self { #(#arms)* })
        }
        Data::Union(data) => {
            errors.at(
                data.union_token.span,
                "a union has no JSON: nothing says which of its fields holds",
                "make it an `enum`",
            );
            TokenStream::new()
        }
    };
    let mut generics = input.generics.clone();
    for parameter in &mut generics.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter
                .bounds
                .push(parse_quote!(::isle::island::ClientSafe));
        }
    }
    let (parameters, _, _) = generics.split_for_impl();
    let (_, arguments, bounds) = input.generics.split_for_impl();
    let name = &input.ident;
    let errors = errors.tokens();
    let typed = cfg!(feature = "tsx").then(|| typed(&input));
    quote! {
        #errors
        #typed
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl #parameters ::isle::island::ClientSafe for #name #arguments #bounds {
            fn write(&self, json: &mut ::isle::__::PropsWriter<'_>) {
                #[allow(unused_variables)]
                let json = json;
                #body
            }
        }
    }
}

/// The fields of a struct or a variant.
struct Members {
    /// How they are taken out.
    pattern: TokenStream,
    /// How they are written.
    write: TokenStream,
}

fn members(fields: &Fields) -> Members {
    // Each stands where its type does, since that is what the compiler shows.
    let names: Vec<Ident> = fields
        .iter()
        .enumerate()
        .map(|(at, field)| format_ident!("__field{at}", span = field.ty.span()))
        .collect();
    match fields {
        Fields::Named(fields) => {
            let own = fields.named.iter().map(|field| &field.ident);
            let writes = fields.named.iter().zip(&names).map(|(field, name)| {
                let text = field.ident.as_ref().map(plain).unwrap_or_default();
                // A field that may not be sent is reported at its type.
                quote_spanned!(field.ty.span()=> object.field(#text, #name);)
            });
            Members {
                pattern: quote!({ #(#own: ref #names),* }),
                write: quote! {
                    let mut object = json.object();
                    #(#writes)*
                    object.end();
                },
            }
        }
        Fields::Unnamed(fields) => {
            let pattern = quote!((#(ref #names),*));
            let mut types = fields
                .unnamed
                .iter()
                .map(|field| field.ty.span())
                .zip(&names);
            if fields.unnamed.len() == 1 {
                let write = types.next().map(|(span, name)| {
                    quote_spanned!(span=> ::isle::island::ClientSafe::write(#name, json);)
                });
                return Members {
                    pattern,
                    write: write.into_token_stream(),
                };
            }
            let writes = types.map(|(span, name)| quote_spanned!(span=> array.item(#name);));
            Members {
                pattern,
                write: quote! {
                    let mut array = json.array();
                    #(#writes)*
                    array.end();
                },
            }
        }
        Fields::Unit => Members {
            pattern: TokenStream::new(),
            write: quote!(::isle::island::ClientSafe::write(&(), json);),
        },
    }
}

/// A name without the `r#` that a keyword needs.
pub(super) fn plain(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

//! `#[derive(CookieValue)]`: a type that is a cookie.

use crate::error::Errors;
use isle_syntax::diagnostic::Diagnostic;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{Data, DeriveInput, Expr, Field, Fields, LitStr, Token, Type};

/// What `#[cookie(…)]` says.
struct Settings {
    name: Option<LitStr>,
    /// `signed` or `private`, as it is written.
    seal: Option<Ident>,
    max_age: Option<Expr>,
}

pub(crate) fn cookie_value(item: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let settings = Settings::read(&input, &mut errors);
    let expanded = settings
        .name
        .as_ref()
        .and_then(|name| expand(&input, &settings, name, &mut errors))
        .unwrap_or_else(|| mistaken(&input));
    let errors = errors.tokens();
    quote!(#errors #expanded)
}

impl Settings {
    fn read(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut settings = Self {
            name: None,
            seal: None,
            max_age: None,
        };
        for attribute in input
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("cookie"))
        {
            let read = attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("name") {
                    settings.name = Some(meta.value()?.parse()?);
                } else if meta.path.is_ident("max_age") {
                    settings.max_age = Some(meta.value()?.parse()?);
                } else if let Some(word) = meta.path.get_ident().filter(|word| *word == "signed" || *word == "private") {
                    if settings.seal.is_some() {
                        return Err(meta.error("a cookie is signed or private, not both\nhelp: a private cookie can't be changed either: write `private`"));
                    }
                    settings.seal = Some(word.clone());
                } else {
                    return Err(meta.error("this is nothing that a cookie takes\nhelp: it takes `name = \"session\"`, `signed` or `private`, and `max_age = Duration::from_secs(3600)`"));
                }
                Ok(())
            });
            if let Err(error) = read {
                errors.syn(error);
            }
        }
        match &settings.name {
            Some(name) => check_name(name, errors),
            None if errors.is_empty() => {
                let name = input.ident.to_string().to_lowercase();
                errors.at(
                    input.ident.span(),
                    "this cookie has no name",
                    format!("write `#[cookie(name = {name:?}, signed)]` above the type"),
                );
            }
            None => {}
        }
        settings
    }
}

/// A cookie's name is a token of [RFC 6265, section 4.1.1](https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1).
fn check_name(name: &LitStr, errors: &mut Errors) {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let text = name.value();
    if text.is_empty() {
        errors.at(
            name.span(),
            "this cookie's name is empty",
            "name it, such as `name = \"session\"`",
        );
    } else if let Some(bad) = text.chars().find(|c| !c.is_ascii() || !token(*c as u8)) {
        errors.extend([Diagnostic::new(
            name.span(),
            format!("a cookie's name can't hold {bad:?}"),
        )
        .help("use letters, digits, `-` and `_`")]);
    }
}

fn expand(
    input: &DeriveInput,
    settings: &Settings,
    name: &LitStr,
    errors: &mut Errors,
) -> Option<TokenStream> {
    if let Some(parameter) = input.generics.params.first() {
        let span = parameter
            .to_token_stream()
            .into_iter()
            .next()
            .map_or_else(Span::call_site, |token| token.span());
        errors.at(
            span,
            "a cookie's type can't be generic",
            "name the types: what a browser sends is of one type",
        );
        return None;
    }
    let wire = Wire::of(input, errors)?;
    let seal = match &settings.seal {
        None => quote!(Plain),
        Some(seal) if seal == "signed" => quote!(Signed),
        Some(_) => quote!(Private),
    };
    let max_age = match &settings.max_age {
        Some(age) => quote!(::core::option::Option::Some(#age)),
        None => quote!(::core::option::Option::None),
    };
    let Wire {
        fields,
        encode,
        decode,
    } = wire;
    let typed = quote! {
        const NAME: &'static str = #name;
        const MAX_AGE: ::core::option::Option<::core::time::Duration> = #max_age;
        type Seal = ::isle::__::#seal;

        fn encode(&self) -> ::isle::__::Encoded {
            #encode
        }

        fn decode(text: &str) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(#decode)
        }
    };
    Some(implement(input, &fields, &typed))
}

/// What stands in the place of a cookie that can't be one, so that pages which take it are no mistakes too.
fn mistaken(input: &DeriveInput) -> TokenStream {
    let typed = quote! {
        const NAME: &'static str = "";
        const MAX_AGE: ::core::option::Option<::core::time::Duration> = ::core::option::Option::None;
        type Seal = ::isle::__::Plain;

        fn encode(&self) -> ::isle::__::Encoded {
            ::core::unreachable!()
        }

        fn decode(_: &str) -> ::core::option::Option<Self> {
            ::core::option::Option::None
        }
    };
    implement(input, &TokenStream::new(), &typed)
}

fn implement(input: &DeriveInput, fields: &TokenStream, typed: &TokenStream) -> TokenStream {
    let ty = &input.ident;
    let (_, arguments, bounds) = input.generics.split_for_impl();
    let parameters = input.generics.params.iter();
    let again = input.generics.params.iter();
    quote! {
        const _: () = {
            #fields

            impl<#(#parameters),*> ::isle::request::TypedCookie for #ty #arguments #bounds {
                #typed
            }

            impl<#(#again,)* __S: ::core::marker::Sync> ::isle::__::OptionalFromRequestParts<__S> for #ty #arguments #bounds {
                type Rejection = ::isle::request::NoContext;

                async fn from_request_parts(
                    parts: &mut ::isle::__::Parts,
                    state: &__S,
                ) -> ::core::result::Result<::core::option::Option<Self>, Self::Rejection> {
                    let cookies = <::isle::Cookies as ::isle::__::FromRequestParts<__S>>::from_request_parts(parts, state).await?;
                    ::core::result::Result::Ok(cookies.get_typed())
                }
            }
        };
    }
}

/// How the type's value is written and read, so that it needs no derive of serde's.
struct Wire {
    /// A constant for each field; a type that no cookie can hold is a mistake there, and nowhere else.
    fields: TokenStream,
    encode: TokenStream,
    decode: TokenStream,
}

impl Wire {
    fn of(input: &DeriveInput, errors: &mut Errors) -> Option<Self> {
        let Data::Struct(data) = &input.data else {
            errors.at(
                input.ident.span(),
                "a cookie is a struct",
                "put the value into a struct: `struct Theme { name: String }`",
            );
            return None;
        };
        match &data.fields {
            Fields::Named(fields) => Some(Self::named(&fields.named)),
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let field = constant(0, &fields.unnamed[0].ty);
                Some(Self {
                    fields: field,
                    encode: quote!(FIELD_0.write_alone(&self.0)),
                    decode: quote!(Self(FIELD_0.read_alone(text)?)),
                })
            }
            _ => {
                errors.at(
                    input.ident.span(),
                    "a cookie has named fields, or one field",
                    "write `struct Session { user: u64 }`",
                );
                None
            }
        }
    }

    fn named(fields: &Punctuated<Field, Token![,]>) -> Self {
        let constants = fields
            .iter()
            .enumerate()
            .map(|(index, field)| constant(index, &field.ty));
        let names: Vec<&Ident> = fields.iter().flat_map(|field| &field.ident).collect();
        let texts = names.iter().map(|name| name.unraw().to_string());
        let again = texts.clone();
        let fields: Vec<Ident> = (0..names.len()).map(constant_name).collect();
        Self {
            fields: constants.collect(),
            encode: quote! {
                let mut fields = ::isle::__::Fields::new();
                #(#fields.write(#texts, &self.#names, &mut fields)?;)*
                fields.text()
            },
            decode: quote! {{
                let fields = ::isle::__::Fields::read(text)?;
                Self { #(#names: #fields.read(#again, &fields)?),* }
            }},
        }
    }
}

fn constant(index: usize, ty: &Type) -> TokenStream {
    let name = constant_name(index);
    let first = ty.to_token_stream().into_iter().next();
    let place = first.map_or_else(Span::call_site, |token| token.span());
    let field = quote_spanned!(place=> <#ty as ::isle::request::CookieField>::FIELD);
    quote!(const #name: ::isle::__::Field<#ty> = #field;)
}

fn constant_name(index: usize) -> Ident {
    format_ident!("FIELD_{index}")
}

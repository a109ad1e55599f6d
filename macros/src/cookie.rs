//! `#[derive(CookieValue)]`: a type that is a cookie.

use crate::error::Errors;
use isle_syntax::diagnostic::Diagnostic;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Expr, Fields, LitStr};

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
        .map(|name| expand(&input, &settings, name, &mut errors));
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
) -> TokenStream {
    let ty = &input.ident;
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
        return TokenStream::new();
    }
    let Some(wire) = Wire::of(input, errors) else {
        return TokenStream::new();
    };
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
        owned,
        borrowed,
        lifetime,
        borrow,
        own,
    } = wire;
    quote! {
        const _: () = {
            #[derive(::isle::__::serde::Deserialize)]
            #[serde(crate = "::isle::__::serde")]
            struct Read #owned

            #[derive(::isle::__::serde::Serialize)]
            #[serde(crate = "::isle::__::serde")]
            struct Written #lifetime #borrowed

            impl ::isle::request::TypedCookie for #ty {
                const NAME: &'static str = #name;
                const MAX_AGE: ::core::option::Option<::core::time::Duration> = #max_age;
                type Seal = ::isle::__::#seal;

                fn encode(&self) -> ::isle::__::Encoded {
                    ::isle::__::encode(&#borrow)
                }

                fn decode(text: &str) -> ::core::option::Option<Self> {
                    let read: Read = ::isle::__::decode(text)?;
                    ::core::option::Option::Some(#own)
                }
            }

            impl<S: ::core::marker::Sync> ::isle::__::OptionalFromRequestParts<S> for #ty {
                type Rejection = ::isle::request::NoContext;

                async fn from_request_parts(
                    parts: &mut ::isle::__::Parts,
                    state: &S,
                ) -> ::core::result::Result<::core::option::Option<Self>, Self::Rejection> {
                    let cookies = <::isle::Cookies as ::isle::__::FromRequestParts<S>>::from_request_parts(parts, state).await?;
                    ::core::result::Result::Ok(cookies.get_typed())
                }
            }
        };
    }
}

/// The structs that are read and written in the type's place, so that it needs no derive of serde's.
struct Wire {
    owned: TokenStream,
    borrowed: TokenStream,
    lifetime: TokenStream,
    borrow: TokenStream,
    own: TokenStream,
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
            Fields::Named(fields) => {
                let names: Vec<_> = fields.named.iter().map(|field| &field.ident).collect();
                let types: Vec<_> = fields.named.iter().map(|field| &field.ty).collect();
                let lifetime = if names.is_empty() {
                    quote!()
                } else {
                    quote!(<'a>)
                };
                Some(Self {
                    owned: quote!({ #(#names: #types),* }),
                    borrowed: quote!({ #(#names: &'a #types),* }),
                    lifetime,
                    borrow: quote!(Written { #(#names: &self.#names),* }),
                    own: quote!(Self { #(#names: read.#names),* }),
                })
            }
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let ty = &fields.unnamed[0].ty;
                Some(Self {
                    owned: quote!((#ty);),
                    borrowed: quote!((&'a #ty);),
                    lifetime: quote!(<'a>),
                    borrow: quote!(Written(&self.0)),
                    own: quote!(Self(read.0)),
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
}

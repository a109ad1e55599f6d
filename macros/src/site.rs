//! `site!`: a list of pages, and what is known of the site at compile time.

use crate::error::Errors;
use crate::list::{List, Unused, first_span};
use crate::router::refused_item;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{Expr, LitStr, Path, Token};

/// `isle::site! { pub SITE: [home, blog::PAGES], base: "/docs" }`
pub(crate) fn site(input: TokenStream) -> TokenStream {
    let Site {
        list,
        settings,
        unread,
    } = match syn::parse2(input) {
        Ok(site) => site,
        Err(error) => return refused_item(error),
    };
    let mut errors = Errors::default();
    unread.into_iter().for_each(|error| errors.syn(error));
    let settings = settings
        .iter()
        .map(|(name, value)| setting(name, value, &mut errors))
        .collect::<TokenStream>();
    let name = &list.head.name;
    let span = name.span();
    let check = quote_spanned!(span=> const _: () = ::isle::__::check(&<#name as ::isle::__::Routed>::TABLE););
    let mounts = quote! {
        impl ::isle::__::SiteInfo for #name {
            const INFO: ::isle::__::Site = ::isle::__::Site { #settings ..::isle::__::Site::DEFAULT };
        }
        #check
        #[allow(dead_code)]
        impl #name {
            /// The site as an axum router, to be merged, nested and layered like any other.
            pub fn router<S, M>(settings: ::isle::Settings) -> ::isle::__::Router<S>
            where
                Self: ::isle::__::Mount<S, M>,
                S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let mut routes = ::isle::__::Routes::new();
                <Self as ::isle::__::Mount<S, M>>::mount(&mut routes);
                routes.finish(<Self as ::isle::__::SiteInfo>::INFO, settings)
            }

            /// Renders the pages that are rendered ahead of time; the router of what comes back has them in memory.
            ///
            /// # Errors
            /// Names each page that could not be rendered, and why.
            pub async fn prepare<S, M>(settings: ::isle::Settings, state: &S) -> ::core::result::Result<::isle::__::Prepared<S>, ::isle::__::NotPrepared>
            where
                Self: ::isle::__::Mount<S, M>,
                S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let mut routes = ::isle::__::Routes::new();
                <Self as ::isle::__::Mount<S, M>>::mount(&mut routes);
                routes.prepare(<Self as ::isle::__::SiteInfo>::INFO, settings, state).await
            }

            /// What answers where no route does, as an application's `fallback`: the page `/404`.
            pub fn not_found<S, M>(settings: ::isle::Settings) -> ::isle::__::NotFound<S>
            where
                Self: ::isle::__::Mount<S, M>,
                S: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let mut routes = ::isle::__::Routes::new();
                <Self as ::isle::__::Mount<S, M>>::mount(&mut routes);
                routes.not_found(<Self as ::isle::__::SiteInfo>::INFO, settings)
            }
        }
    };
    let list = list.tokens(&mounts, Unused::Fine, &mut errors);
    let errors = errors.tokens();
    quote!(#errors #list)
}

/// `pub SITE: [home], base: "/docs"`
struct Site {
    list: List,
    settings: Vec<(Ident, Expr)>,
    /// What is wrong with what stands behind the settings.
    unread: Option<syn::Error>,
}

impl Parse for Site {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let list = List::read(input, |input| input.parse::<Token![:]>().map(drop))?;
        let mut settings = Vec::new();
        // The list is there whatever follows: what else is wrong is not also an unknown site.
        let unread = read_settings(input, &mut settings).err();
        input.parse::<TokenStream>()?;
        Ok(Self {
            list,
            settings,
            unread,
        })
    }
}

fn read_settings(input: ParseStream<'_>, settings: &mut Vec<(Ident, Expr)>) -> syn::Result<()> {
    let refused = |error: syn::Error, message: &str| {
        let help = "write `base: \"/docs\"` or `trailing_slash: Always`, with a comma in front";
        syn::Error::new(error.span(), format!("{message}\nhelp: {help}"))
    };
    while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
        let setting = |input: ParseStream<'_>| {
            let name: Ident = input.parse()?;
            input.parse::<Token![:]>()?;
            Ok((name, input.parse()?))
        };
        settings
            .push(setting(input).map_err(|error| refused(error, "this is no setting of a site"))?);
    }
    if input.is_empty() {
        return Ok(());
    }
    Err(refused(input.error(""), "no comma stands before this"))
}

fn setting(name: &Ident, value: &Expr, errors: &mut Errors) -> TokenStream {
    match name.to_string().as_str() {
        "base" => match value {
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) => base(text, errors),
            _ => {
                let place = value.to_token_stream().into_iter().next();
                errors.at(
                    place.map_or_else(|| name.span(), |token| token.span()),
                    "the base path is a literal, since links are made of it at compile time",
                    "write `base: \"/docs\"`",
                );
                TokenStream::new()
            }
        },
        "trailing_slash" => match value {
            // A bare `Always` reads as it does in the docs.
            Expr::Path(path) if path.path.segments.len() == 1 => policy(&path.path, errors),
            _ => quote!(trailing_slash: #value,),
        },
        "output" => match value {
            Expr::Path(path) if path.path.segments.len() == 1 => output(&path.path, errors),
            _ => quote!(output: #value,),
        },
        other => {
            let help = "a site takes `base: \"/docs\"`, `trailing_slash: Never` (or `Always`, `Ignore`) and `output: Server` (or `Static`)";
            errors.at(
                name.span(),
                format!("`{other}` is no setting of a site"),
                help,
            );
            TokenStream::new()
        }
    }
}

/// A slash policy by its name alone.
fn policy(path: &Path, errors: &mut Errors) -> TokenStream {
    let known = ["Never", "Always", "Ignore"]
        .iter()
        .any(|name| path.is_ident(name));
    if known {
        return quote!(trailing_slash: ::isle::TrailingSlash::#path,);
    }
    errors.at(
        first_span(path),
        format!(
            "`{}` says nothing about the slash at a path's end",
            path.to_token_stream()
        ),
        "write `Never`, `Always` or `Ignore`",
    );
    TokenStream::new()
}

/// When pages are rendered, by its name alone.
fn output(path: &Path, errors: &mut Errors) -> TokenStream {
    if path.is_ident("Static") || path.is_ident("Server") {
        return quote!(output: ::isle::Output::#path,);
    }
    errors.at(
        first_span(path),
        format!(
            "`{}` says nothing about when pages are rendered",
            path.to_token_stream()
        ),
        "write `Server`, on demand, or `Static`, ahead of time",
    );
    TokenStream::new()
}

/// A base path begins with a slash and ends with none; `"/"` is none at all.
fn base(text: &LitStr, errors: &mut Errors) -> TokenStream {
    let value = text.value();
    let trimmed = value.trim_end_matches('/');
    if !value.starts_with('/')
        || value.contains("//")
        || value.contains(['?', '#', '[', ']', '\\', ' '])
    {
        errors.at(
            text.span(),
            "a base path is a plain path",
            "write it from the root, such as \"/docs\"",
        );
        return TokenStream::new();
    }
    if trimmed.len() != value.len() && value != "/" {
        errors.at(
            text.span(),
            "a base path ends without a slash",
            format!("write {trimmed:?}"),
        );
    }
    quote!(base: #trimmed,)
}

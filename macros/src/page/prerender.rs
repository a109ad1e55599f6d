//! `prerender`: whether a page is rendered ahead of time, and for which params.

use super::signature::{Argument, Role, first_span};
use crate::error::Errors;
use isle_syntax::pattern::Pattern;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, ExprLit, Lit, LitStr, Path, Type};

/// When a page is rendered.
pub(super) enum Prerender {
    /// On demand: it is said so, or the page answers more than GET.
    Never,
    /// As the site says.
    Default,
    /// Ahead of time, at its one path.
    Once,
    /// Ahead of time, for the params that this function lists.
    Listed(Path),
}

impl Prerender {
    /// What stands in the attribute, with the place of the word `prerender`.
    pub(super) fn read(
        said: Option<(Span, Option<Box<Expr>>)>,
        pattern: &Pattern,
        methods: &[String],
        errors: &mut Errors,
    ) -> Self {
        let gets = methods.iter().all(|method| method == "GET");
        let Some((span, value)) = said else {
            return if gets { Self::Default } else { Self::Never };
        };
        let list = match value.map(|value| *value) {
            None => None,
            Some(Expr::Lit(ExprLit {
                lit: Lit::Bool(said),
                ..
            })) if said.value => None,
            Some(Expr::Lit(ExprLit {
                lit: Lit::Bool(_), ..
            })) => return Self::Never,
            Some(Expr::Path(path)) => Some(path.path),
            Some(other) => {
                errors.at(
                    first_span(&other),
                    "`prerender` takes the name of a function that lists the page's params",
                    "write `prerender = posts`, where `posts` is an async function; or `prerender` alone, or `prerender = false`",
                );
                return Self::Never;
            }
        };
        if !gets {
            errors.at(
                span,
                "what is rendered ahead of time answers GET alone",
                "leave `prerender` out, or answer the other methods by an endpoint of the same path",
            );
            return Self::Never;
        }
        let params: Vec<&str> = pattern.params().map(|param| param.name.as_str()).collect();
        match (list, &*params) {
            (None, []) => Self::Once,
            (Some(list), [_, ..]) => Self::Listed(list),
            (Some(list), []) => {
                errors.at(
                    first_span(&list),
                    "the path has no params that could be listed",
                    "write `prerender` alone",
                );
                Self::Once
            }
            (None, [first, ..]) => {
                let named = params.iter().map(|name| format!("`[{name}]`"));
                let named = named.collect::<Vec<_>>().join(" and ");
                errors.at(
                    span,
                    format!("the path has {named}, and nothing lists the values"),
                    format!("name an async function that does: `prerender = {first}s`, with `async fn {first}s(State(…): State<…>) -> Result<Vec<String>, Error>`"),
                );
                Self::Never
            }
        }
    }

    /// Whether a function lists its params: that function takes what the page reads from the head of a request, under any
    /// name.
    pub(super) fn has_list(&self) -> bool {
        matches!(self, Self::Listed(_))
    }

    /// The constant `PRERENDER` of the page with this name.
    pub(super) fn constant(&self, name: &Ident) -> TokenStream {
        let value = match self {
            Self::Never => quote!(false),
            Self::Once | Self::Listed(_) => quote!(true),
            Self::Default => {
                quote!(::core::matches!(<#name>::SITE_INFO.output, ::isle::Output::Static))
            }
        };
        quote!(const PRERENDER: bool = #value;)
    }

    /// Asserts that nothing in the page needs a request, where it is rendered before there is one.
    pub(super) fn checks(&self, taken: &[Argument], literal: &LitStr) -> TokenStream {
        if matches!(self, Self::Never) {
            return TokenStream::new();
        }
        let mut listed = false;
        let arguments: TokenStream = taken
            .iter()
            .map(|argument| {
                let ty = &argument.ty;
                if matches!(argument.role, Role::Param(_)) {
                    listed = true;
                    return TokenStream::new();
                }
                quote_spanned!(first_span(ty)=> ::isle::__::fits::<#ty, PRERENDER>();)
            })
            .collect();
        let params = (listed && matches!(self, Self::Default)).then(|| {
            quote_spanned!(literal.span()=> ::isle::__::rendered::<::isle::__::Unlisted, PRERENDER>();)
        });
        let checks = quote!(#arguments #params);
        if checks.is_empty() {
            return checks;
        }
        quote!(const _: () = { #checks };)
    }

    /// Adds the list to the routes.
    pub(super) fn list(&self, params: &[&Type]) -> TokenStream {
        let Self::Listed(list) = self else {
            return TokenStream::new();
        };
        let span = list
            .segments
            .last()
            .map_or_else(Span::call_site, |last| last.ident.span());
        let function = quote!(#list);
        quote_spanned!(span=> routes.list::<(#(#params,)*), _, _, _>(&INFO, #function);)
    }
}

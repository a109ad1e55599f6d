//! A page's arguments: which are params of its pattern, which are extractors.

use super::arguments::Arguments;
use crate::error::Errors;
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{FnArg, ItemFn, Pat, Type};

/// How many arguments the router can read for a function.
const MOST: usize = 16;

/// What an argument is.
pub(super) enum Role {
    /// The pattern's param of this index.
    Param(usize),
    /// An axum extractor that reads the head of the request.
    Extractor,
    /// The last extractor, which may read the body.
    Last,
}

/// An argument of a page.
pub(super) struct Argument {
    pub(super) ty: Type,
    pub(super) role: Role,
}

/// Tells the arguments apart, and refuses what doesn't match the pattern.
pub(super) fn read(function: &ItemFn, attribute: &Arguments, errors: &mut Errors) -> Vec<Argument> {
    let literal = &attribute.literal;
    let params: Vec<&str> = attribute
        .pattern
        .params()
        .map(|param| param.name.as_str())
        .collect();
    let mut arguments = Vec::new();
    let mut strays: Vec<(String, Span)> = Vec::new();
    let mut taken = vec![false; params.len()];
    for argument in &function.sig.inputs {
        let FnArg::Typed(argument) = argument else {
            errors.at(
                first_span(argument),
                "a page is a free function: it has no `self`",
                "take what it needs by `State(…)`",
            );
            continue;
        };
        let name = match &*argument.pat {
            Pat::Ident(it) => Some(&it.ident),
            _ => None,
        };
        let index = name.and_then(|name| params.iter().position(|param| unraw(name) == *param));
        if let Some(index) = index {
            taken[index] = true;
        } else if let Some(name) = name.filter(|_| is_plain(&argument.ty)) {
            strays.push((unraw(name), name.span()));
        }
        if let Type::Reference(borrowed) = &*argument.ty
            && borrowed
                .lifetime
                .as_ref()
                .is_none_or(|it| it.ident != "static")
            && (index.is_some() || !is_plain(&argument.ty))
        {
            errors.at(
                first_span(borrowed),
                "a page's argument can't be borrowed: nothing keeps what it would point to",
                format!("write `{}`", owned(&borrowed.elem)),
            );
        }
        let role = index.map_or(Role::Extractor, Role::Param);
        arguments.push(Argument {
            ty: (*argument.ty).clone(),
            role,
        });
    }
    if let Some(first) = function.sig.inputs.iter().nth(MOST) {
        errors.at(
            first_span(first),
            format!("a page takes at most {MOST} arguments"),
            "put several extractors into one: a struct with `#[derive(FromRequestParts)]`, or a tuple of them",
        );
    }
    // Text as the last argument is the body's, where there can be one and no param is left.
    let text_is_body = attribute.takes_body() && taken.iter().all(|taken| *taken);
    if let Some((FnArg::Typed(last), Some((name, _)))) =
        function.sig.inputs.last().zip(Some(strays.last()))
        && text_is_body
        && matches!(&*last.pat, Pat::Ident(it) if unraw(&it.ident) == *name)
        && matches!(&*last.ty, Type::Path(path) if path.path.segments.last().is_some_and(|it| it.ident == "String"))
    {
        strays.pop();
    }
    if let Some(last) = arguments
        .iter_mut()
        .rev()
        .find(|argument| !matches!(argument.role, Role::Param(_)))
        && !attribute.prerender.has_list()
        && !reads_head_only(&last.ty)
    {
        last.role = Role::Last;
    }
    let mut missing: Vec<&str> = params
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| !**taken)
        .map(|(name, _)| *name)
        .collect();
    for (name, span) in strays {
        // An argument without its param and a param without its argument are one mistake.
        let near = if missing.is_empty() {
            None
        } else {
            Some(missing.remove(0))
        };
        let path = literal.value();
        let help = match near {
            Some(near) => format!(
                "the path is {path:?}; rename the argument to `{near}`, or the segment to `[{name}]`"
            ),
            None => format!(
                "the path is {path:?}; add `[{name}]` to it, or take `{name}` by an extractor such as `Query(…)`"
            ),
        };
        errors.at(
            span,
            format!("the path has no segment `[{name}]` for the argument `{name}`"),
            help,
        );
    }
    for name in missing {
        let function_name = &function.sig.ident;
        errors.at(
            literal.span(),
            format!("the segment `[{name}]` has no argument"),
            format!("add it: `fn {function_name}({name}: String, …)`; a value that does not parse is 404"),
        );
    }
    arguments
}

/// Whether the type is known, by its name, never to read the body. What may read it takes the whole request, of which the
/// router must keep a copy for an error page; these need none.
fn reads_head_only(ty: &Type) -> bool {
    const HEAD_ONLY: [&str; 18] = [
        "Authorization",
        "ClientAddr",
        "ConnectInfo",
        "CookieJar",
        "Cookies",
        "Extension",
        "HeaderMap",
        "MatchedPath",
        "MatchedPattern",
        "Method",
        "OriginalUri",
        "PageUrl",
        "Path",
        "Query",
        "RawQuery",
        "ResponseHead",
        "State",
        "Uri",
    ];
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    match &last.arguments {
        syn::PathArguments::AngleBracketed(inner) if last.ident == "Option" => {
            matches!(inner.args.first(), Some(syn::GenericArgument::Type(ty)) if reads_head_only(ty))
        }
        _ => HEAD_ONLY.iter().any(|name| last.ident == name),
    }
}

/// Whether the type is one that only a param can have: text, a number, a `bool`, a `char`, or several of such.
pub(super) fn is_plain(ty: &Type) -> bool {
    const PLAIN: [&str; 18] = [
        "String", "str", "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16",
        "i32", "i64", "i128", "isize", "f32", "f64",
    ];
    match ty {
        Type::Reference(it) => is_plain(&it.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|segment| {
            let name = segment.ident.to_string();
            if PLAIN.contains(&name.as_str()) {
                return true;
            }
            match &segment.arguments {
                syn::PathArguments::AngleBracketed(inner) if matches!(name.as_str(), "Option" | "Vec") => inner
                    .args
                    .iter()
                    .any(|argument| matches!(argument, syn::GenericArgument::Type(ty) if is_plain(ty))),
                _ => false,
            }
        }),
        _ => false,
    }
}

/// The type to write instead of a borrowed one.
fn owned(borrowed: &Type) -> String {
    match borrowed {
        Type::Path(path) if path.path.is_ident("str") => "String".to_owned(),
        Type::Slice(slice) => format!("Vec<{}>", slice.elem.to_token_stream()),
        other => other.to_token_stream().to_string(),
    }
}

/// A name without the `r#` that a keyword needs.
fn unraw(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

/// Where something begins.
pub(super) fn first_span(tokens: &impl ToTokens) -> Span {
    tokens
        .to_token_stream()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |token| token.span())
}

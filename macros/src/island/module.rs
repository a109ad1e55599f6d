//! A module as it is embedded: its file and all that it imports, as statics.

use super::graph::{ENDINGS, File, Graph, Mistake};
use crate::error::Errors;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use std::env;
use std::path::PathBuf;
use syn::LitStr;

/// An expression of the type `&'static File`; none, if there is a mistake.
pub(super) fn file(path: &LitStr, errors: &mut Errors) -> Option<TokenStream> {
    let written = path.value();
    if let Some(Mistake { message, help }) = misplaced(&written, &ENDINGS) {
        errors.at(path.span(), message, help);
        return None;
    }
    let mut graph = Graph::default();
    match graph.read(&root(), &written) {
        Ok(entry) => Some(statics(&graph.files, entry)),
        Err(Mistake { message, help }) => {
            errors.at(path.span(), message, help);
            None
        }
    }
}

/// The crate's root.
pub(super) fn root() -> PathBuf {
    PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default())
}

/// What stands in the place of a file that can't be read.
pub(super) fn nothing() -> TokenStream {
    quote!(&::isle::__::File {
        name: "",
        text: "",
        imports: &[],
        later: &[]
    })
}

/// What is wrong with a path as such.
pub(super) fn misplaced(path: &str, endings: &[&str]) -> Option<Mistake> {
    let (message, help) = if path.starts_with('/')
        || path.contains('\\')
        || path.split('/').any(|part| matches!(part, "" | "." | ".."))
    {
        (
            "the path of a module begins at the crate's root",
            "write it with plain slashes, from beside `Cargo.toml`: `islands/cart.js`",
        )
    } else if !endings.iter().any(|ending| path.ends_with(ending)) {
        (
            "an island's module is JavaScript, as a browser runs it",
            "name a file that ends with `.js`: `islands/cart.js`",
        )
    } else if !path.contains('/') {
        (
            "an island's module lies in a folder, whose files it may import",
            "make one for all islands: `islands/cart.js`",
        )
    } else {
        return None;
    };
    Some(Mistake {
        message: message.to_owned(),
        help: help.to_owned(),
    })
}

pub(super) fn statics(files: &[File], entry: usize) -> TokenStream {
    let names: Vec<Ident> = (0..files.len())
        .map(|at| format_ident!("FILE{at}", span = Span::mixed_site()))
        .collect();
    let items = files.iter().zip(&names).map(|(file, item)| {
        let File { name, text, .. } = file;
        let imports = file.imports.iter().map(|at| &names[*at]);
        let later = file.later.iter().map(|at| &names[*at]);
        let watched = watched(&file.path);
        quote! {
            #watched
            static #item: ::isle::__::File = ::isle::__::File {
                name: #name,
                text: #text,
                imports: &[#(&#imports),*],
                later: &[#(&#later),*],
            };
        }
    });
    let entry = &names[entry];
    quote!({ #(#items)* &#entry })
}

/// Has cargo look at a file again when it changes.
pub(super) fn watched(path: &str) -> TokenStream {
    let path = format!("/{path}");
    quote! {
        const _: &[::core::primitive::u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path));
    }
}

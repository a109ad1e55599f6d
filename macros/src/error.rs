//! Mistakes as the compiler shows them.

use isle_syntax::diagnostic::Diagnostic;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// The mistakes found while a macro runs; all are shown, and the rest of the code is still expanded.
#[derive(Default)]
pub(crate) struct Errors {
    found: Vec<Diagnostic>,
}

impl Errors {
    pub(crate) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(diagnostics);
    }

    /// A mistake at one token, with what to write instead.
    pub(crate) fn at(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::new(span, message).help(help));
    }

    /// A mistake that `syn` found in Rust code.
    pub(crate) fn syn(&mut self, error: syn::Error) {
        let diagnostics = error
            .into_iter()
            .map(|error| Diagnostic::new(error.span(), error.to_string()));
        self.found.extend(diagnostics);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// The mistakes as tokens that can stand where an item or a statement can.
    pub(crate) fn tokens(&self) -> TokenStream {
        self.found.iter().map(compile_error).collect()
    }
}

/// `compile_error!` is shown from its first token to its last.
fn compile_error(found: &Diagnostic) -> TokenStream {
    let text = found.text();
    let mut tokens = quote_spanned!(found.start=> ::core::compile_error!);
    tokens.extend(quote_spanned!(found.end=> { #text }));
    tokens
}

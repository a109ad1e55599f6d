//! Markup: from the tokens in `html! { … }` to a checked tree.

mod bodies;
mod check;
mod mistake;
mod nearest;
mod parse;
mod source;
mod table;
pub mod tree;

use proc_macro2::TokenStream;

pub use self::nearest::nearest;
use self::parse::Parser;
pub use self::source::Source;
use self::tree::Template;
use crate::diagnostic::Diagnostic;

/// Reads a template and checks it: always a tree, and every mistake that was found.
///
/// What is wrong is left out of the tree or mended in the likeliest way, so that the rest can still be compiled. With
/// the `source` of the call, blanks are exact, and text that Rust's lexer dropped or changed is found.
///
/// ```
/// use isle_syntax::markup::parse;
///
/// let (template, mistakes) = parse("<p>Hello {name}</p>".parse().unwrap(), None);
/// assert_eq!(template.nodes.len(), 1);
/// assert!(mistakes.is_empty());
///
/// let (template, mistakes) = parse("<p>Hello</b>".parse().unwrap(), None);
/// assert_eq!(template.nodes.len(), 1);
/// assert_eq!(mistakes[0].message, "`</b>` closes nothing: the open tag is `<p>`");
/// ```
pub fn parse(tokens: TokenStream, source: Option<Source>) -> (Template, Vec<Diagnostic>) {
    let mut parser = Parser::new(source);
    let template = parser.template(tokens);
    let mut diagnostics = parser.diagnostics;
    check::check(&template, &mut diagnostics);
    diagnostics.sort_by_key(|mistake| mistake.start.start());
    (template, diagnostics)
}

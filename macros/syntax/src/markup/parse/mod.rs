//! Tokens to a tree. Every mistake is noted and read over, so that the rest of the template still becomes a tree.

mod assemble;
mod attribute;
mod block;
mod code;
mod control;
mod cursor;
mod doubt;
mod list;
pub(super) mod literal;
mod nodes;
mod open;
mod printed;
mod raw;
mod run;
mod skim;
mod space;
mod spot;
mod tag;
mod text;
mod value;

use proc_macro2::{Span, TokenStream, TokenTree};

pub(super) use self::attribute::Raw;
use self::code::{begins_statement, is_markup};
use self::cursor::{Cursor, is_punct, trees};
use self::nodes::Extent;
use self::skim::Skimmed;
use super::source::Source;
use super::tree::{Node, Template};
use crate::diagnostic::Diagnostic;

/// How deep markup may be nested: deeper than any page, and shallow enough for every stack.
const DEEPEST: usize = 256;

/// What parsing knows besides the tokens at hand.
pub(super) struct Parser {
    source: Option<Source>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// How many elements and braces are around.
    depth: usize,
    /// Whether the source shows that no markup stands in the code at hand.
    plain: bool,
    /// Whether it was said that this is too deep.
    told_depth: bool,
}

/// What is around a piece of markup.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Whether a component is directly around, braces aside: then `slot="…"` names one of its slots.
    component: bool,
    /// Whether blanks count (`<pre>`, `<textarea>`).
    verbatim: bool,
}

impl Parser {
    pub(super) fn new(source: Option<Source>) -> Self {
        Self {
            source,
            diagnostics: Vec::new(),
            depth: 0,
            plain: false,
            told_depth: false,
        }
    }

    /// The whole of a template.
    pub(super) fn template(&mut self, tokens: TokenStream) -> Template {
        let tokens = trees(tokens);
        let (fence, markup) = self.fence(&tokens);
        let nodes = self.nodes(&mut Cursor::new(markup), Place::default(), Extent::All);
        Template {
            fence: fence.map(|tokens| tokens.iter().cloned().collect()),
            nodes,
        }
    }

    /// The statements between the fences, and what follows them.
    fn fence<'t>(&mut self, tokens: &'t [TokenTree]) -> (Option<&'t [TokenTree]>, &'t [TokenTree]) {
        if !dashes(tokens) {
            return (None, tokens);
        }
        let inside = &tokens[3..];
        if let Some(end) = (0..inside.len()).find(|at| dashes(&inside[*at..])) {
            return (Some(&inside[..end]), &inside[end + 3..]);
        }
        let (first, last) = (tokens[0].span(), tokens[2].span());
        let open = Diagnostic::between(first, last, "this fence is not closed");
        self.report(open.help("write `---` between the statements and the markup"));
        let markup = |at: &usize| begins_statement(inside, *at) && is_markup(&inside[*at..]);
        let end = (0..inside.len()).find(markup).unwrap_or(inside.len());
        (Some(&inside[..end]), &inside[end..])
    }

    fn report(&mut self, mistake: Diagnostic) {
        self.diagnostics.push(mistake);
    }

    /// Reads something that stands deeper, unless that is too deep.
    fn deeper(
        &mut self,
        span: Span,
        levels: usize,
        read: impl FnOnce(&mut Self) -> Vec<Node>,
    ) -> Vec<Node> {
        if self.too_deep(span, levels) {
            return Vec::new();
        }
        self.depth += levels;
        let nodes = read(self);
        self.depth -= levels;
        nodes
    }

    /// Reads what was skimmed over.
    fn skimmed<T>(&mut self, skimmed: Option<&Skimmed>, read: impl FnOnce(&mut Self) -> T) -> T {
        let plain = skimmed.is_some_and(|skimmed| !skimmed.markup);
        let plain = std::mem::replace(&mut self.plain, plain);
        let result = read(self);
        self.plain = plain;
        result
    }

    fn too_deep(&mut self, span: Span, levels: usize) -> bool {
        let deep = self.depth + levels > DEEPEST;
        if deep && !std::mem::replace(&mut self.told_depth, true) {
            let mistake = Diagnostic::new(
                span,
                format!("markup is nested more than {DEEPEST} levels deep here"),
            );
            self.report(mistake.help("make a component of the inner part"));
        }
        deep
    }
}

/// Whether a fence stands here: `---`.
fn dashes(tokens: &[TokenTree]) -> bool {
    (0..3).all(|at| is_punct(tokens.get(at), '-'))
}

//! Tokens to a tree. Every mistake is noted and read over, so that the rest of the template still becomes a tree.

mod assemble;
mod attribute;
mod block;
mod code;
mod control;
mod cursor;
mod list;
mod literal;
mod nodes;
mod open;
mod raw;
mod space;
mod tag;
mod text;

use proc_macro2::{Span, TokenStream, TokenTree};

pub(super) use self::attribute::Raw;
use self::cursor::{Cursor, is_punct, trees};
use self::nodes::Extent;
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
        }
    }

    /// The whole of a template.
    pub(super) fn template(&mut self, tokens: TokenStream) -> Template {
        let tokens = trees(tokens);
        let mut start = 0;
        let fence =
            dashes(&tokens).then(
                || match (3..tokens.len()).find(|at| dashes(&tokens[*at..])) {
                    Some(end) => {
                        start = end + 3;
                        tokens[3..end].iter().cloned().collect()
                    }
                    None => {
                        let open = Diagnostic::between(
                            tokens[0].span(),
                            tokens[2].span(),
                            "this fence is not closed",
                        );
                        self.report(open.help("write `---` between the statements and the markup"));
                        start = tokens.len();
                        tokens[3..].iter().cloned().collect()
                    }
                },
            );
        let mut cursor = Cursor::new(&tokens[start..]);
        Template {
            fence,
            nodes: self.nodes(&mut cursor, Place::default(), Extent::All),
        }
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

    fn too_deep(&mut self, span: Span, levels: usize) -> bool {
        let deep = self.depth + levels > DEEPEST;
        if deep {
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

//! What stands between tags: text, braces, and the tags themselves.

use proc_macro2::{Delimiter, Group, Span, TokenTree};

use super::cursor::{Cursor, is_word};
use super::open::Open;
use super::run::Run;
use super::spot::Spot;
use super::{Parser, Place};
use crate::markup::tree::{Code, Node};

/// How much of the tokens ahead is markup.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// All that is left.
    All,
    /// One element, component, fragment or comment: markup in the place of a Rust expression.
    One,
}

/// What a list of nodes is made of while it is read.
pub(super) struct Reading {
    /// The tags that are open, outermost first.
    pub(super) open: Vec<Open>,
    /// What was read within the innermost of them.
    pub(super) nodes: Vec<Node>,
    /// The text at its end.
    pub(super) run: Run,
    /// What is around all of it.
    pub(super) place: Place,
    /// Names of tags that were closed for want of a closing tag of their own; theirs may still come.
    pub(super) late: Vec<String>,
}

impl Reading {
    /// What is around the next node.
    pub(super) fn inside(&self) -> Place {
        self.open.last().map_or(self.place, |open| open.inside)
    }
}

impl Parser {
    /// Reads nodes up to the end of the tokens, or one.
    pub(super) fn nodes(
        &mut self,
        cursor: &mut Cursor<'_>,
        place: Place,
        extent: Extent,
    ) -> Vec<Node> {
        let run = Run::new(place.verbatim);
        let mut reading = Reading {
            open: Vec::new(),
            nodes: Vec::new(),
            run,
            place,
            late: Vec::new(),
        };
        loop {
            let Some(token) = cursor.peek(0) else {
                let Some((delimiter, span)) = cursor.leave() else {
                    break;
                };
                self.bracket(&mut reading.run, delimiter, span, false);
                continue;
            };
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '<' => self.tag(cursor, &mut reading),
                TokenTree::Punct(punct) if punct.as_char() == '#' && doc_comment(cursor) => {
                    let span = punct.span();
                    self.doc_comment(&mut reading.run, span);
                    cursor.skip(2);
                }
                TokenTree::Group(group) => {
                    let group = group.clone();
                    self.group(cursor, &mut reading, &group);
                }
                token => {
                    self.word(&mut reading.run, token);
                    cursor.skip(1);
                }
            }
            if extent == Extent::One && reading.open.is_empty() && cursor.brackets() == 0 {
                break;
            }
        }
        let text = self.text(&mut reading.run, None);
        reading.nodes.extend(text.map(Node::Text));
        self.close_all(&mut reading);
        reading.nodes
    }

    fn group(&mut self, cursor: &mut Cursor<'_>, reading: &mut Reading, group: &Group) {
        match group.delimiter() {
            Delimiter::Parenthesis | Delimiter::Bracket => {
                self.bracket(&mut reading.run, group.delimiter(), group.span_open(), true);
                cursor.enter(group);
            }
            Delimiter::Brace => {
                let start = self.end_text(reading, '{', group.span_open());
                let skimmed = self.skim_group(start);
                let (place, levels) = (reading.inside(), reading.open.len() + 1);
                let nodes = self.deeper(group.span(), levels, |parser| {
                    parser.skimmed(skimmed.as_ref(), |parser| parser.hole(group, place))
                });
                reading.nodes.extend(nodes);
                cursor.skip(1);
                let end = skimmed.map(|it| Spot::At(it.end));
                reading
                    .run
                    .markup_ends(end.unwrap_or(Spot::Behind(group.span_close())));
            }
            // What a `macro_rules!` variable stands for.
            Delimiter::None => {
                let span = group.span();
                self.end_text(reading, '$', span);
                reading.nodes.push(Node::Value(Code::rust(group.stream())));
                cursor.skip(1);
                reading.run.markup_ends(Spot::Behind(span));
            }
        }
    }

    /// Puts the text so far into the list, before something else that begins with `first`, and says where that is.
    pub(super) fn end_text(&mut self, reading: &mut Reading, first: char, next: Span) -> Spot {
        let (text, start) = self.text_ends(&mut reading.run, first, next);
        reading.nodes.extend(text.map(Node::Text));
        start
    }
}

/// Whether a documentation comment stands here, which the compiler has made `#[doc = "…"]` of.
fn doc_comment(cursor: &Cursor<'_>) -> bool {
    let Some(TokenTree::Group(group)) = cursor.peek(1) else {
        return false;
    };
    group.delimiter() == Delimiter::Bracket
        && is_word(group.stream().into_iter().next().as_ref(), "doc")
        && group.span().start() == cursor.span(0).start()
}

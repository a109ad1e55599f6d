//! Where tokens begin and end. With the source at hand, the compiler is hardly ever asked.

use proc_macro2::{LineColumn, Span};

use super::Parser;
use super::skim::{self, Skimmed};
use super::space::{Between, by_place};

/// A place between tokens.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    /// In the source text, in bytes.
    At(usize),
    /// Where there is no text.
    Place(LineColumn),
    /// Behind a token; nobody has asked yet where that is.
    Behind(Span),
}

impl Parser {
    /// Where a token begins.
    pub(super) fn begin(&self, span: Span) -> Spot {
        self.spot(span.start())
    }

    fn spot(&self, place: LineColumn) -> Spot {
        let offset = self.source.as_ref().and_then(|source| source.offset(place));
        offset.map_or(Spot::Place(place), Spot::At)
    }

    /// Where a token ends that begins at `start` and is written so.
    pub(super) fn behind(&self, start: Spot, written: &str, span: Span) -> Spot {
        match (start, &self.source) {
            (Spot::At(at), Some(source)) if self.stands(source.text(), at, written) => {
                Spot::At(at + written.len())
            }
            (Spot::Place(LineColumn { line, column }), _)
                if written.is_ascii() && !written.contains('\n') =>
            {
                Spot::Place(LineColumn {
                    line,
                    column: column + written.len(),
                })
            }
            _ => Spot::Behind(span),
        }
    }

    fn stands(&self, text: &str, at: usize, written: &str) -> bool {
        text.get(at..).is_some_and(|rest| rest.starts_with(written))
    }

    /// What stands between the end of a token and one that begins with `first`, and where that is.
    pub(super) fn between(&self, end: Spot, first: char, span: Span) -> (Between<'_>, Spot) {
        let end = match end {
            Spot::Behind(last) => self.spot(last.end()),
            end => end,
        };
        if let (Spot::At(from), Some(source)) = (end, &self.source) {
            if let Some((between, start)) = Between::up_to(source.text(), from, first) {
                return (between, Spot::At(start));
            }
            // The lexer dropped something, or this token is written elsewhere.
            if let Spot::At(start) = self.begin(span)
                && start >= from
            {
                return (Between::all(source.text(), from, start), Spot::At(start));
            }
        }
        let start = self.begin(span);
        let between = match (end, start) {
            (Spot::Place(end), Spot::Place(start)) => by_place(end, start),
            _ => by_place(
                LineColumn { line: 1, column: 1 },
                LineColumn { line: 0, column: 0 },
            ),
        };
        (between, start)
    }

    /// The source between two spots.
    pub(super) fn written(&self, from: Spot, to: Spot) -> Option<&str> {
        let at = |spot| match spot {
            Spot::At(at) => Some(at),
            Spot::Behind(span) => self.source.as_ref()?.offset(span.end()),
            Spot::Place(_) => None,
        };
        self.source.as_ref()?.text().get(at(from)?..at(to)?)
    }

    /// The tag that begins at a spot.
    pub(super) fn skim_tag(&self, start: Spot) -> Option<Skimmed> {
        match (start, &self.source) {
            (Spot::At(at), Some(source)) => skim::tag(source.text(), at),
            _ => None,
        }
    }

    /// The group that begins at a spot.
    pub(super) fn skim_group(&self, start: Spot) -> Option<Skimmed> {
        match (start, &self.source) {
            (Spot::At(at), Some(source)) => skim::group(source.text(), at),
            _ => None,
        }
    }

    /// The source from a spot on.
    pub(super) fn rest(&self, from: Spot) -> Option<&str> {
        match (from, &self.source) {
            (Spot::At(at), Some(source)) => source.text().get(at..),
            _ => None,
        }
    }
}

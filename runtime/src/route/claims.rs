//! Which paths of axum's router a site takes, and which pages may answer each.
//!
//! Axum's matcher knows one segment or all that follow, and panics where both stand in one place, or where text and a
//! param share a segment. So a page claims a coarser path: `/products/{p1}` for `/products/[slug]` and
//! `/products/[id].json` alike, and `/docs/{*rest}` for all that lies below a rest. What a claim catches is told
//! apart here. Since every claim knows all the pages that could answer any of its paths, it does not matter which
//! one axum finds.

use std::collections::BTreeMap;

use super::mixed;
use super::table::Segment;
use super::values::Values;

/// A path of axum's router.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// As axum writes it.
    pub(super) path: String,
    /// The patterns that may match what it catches, as indices into the list that was given.
    pub(super) patterns: Vec<usize>,
}

/// The claims of a site whose patterns are these, in the order in which they are asked. `base` is the site's.
pub(super) fn claims(base: &str, patterns: &[&'static [Segment]]) -> Vec<Claim> {
    let mut root = Node::default();
    for pattern in patterns {
        root.insert(pattern);
    }
    root.collapse();
    let mut claimed = Vec::new();
    root.paths(&mut Vec::new(), &mut claimed);
    let finder = Finder::new(patterns);
    let mut claims = Vec::new();
    for path in claimed {
        let patterns = finder.patterns(&path);
        for path in spellings(base, &path) {
            claims.push(Claim {
                path,
                patterns: patterns.clone(),
            });
        }
    }
    claims
}

/// A piece of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Text(&'static str),
    Any,
    /// At least one segment.
    Rest,
}

/// The claims below a path.
#[derive(Default)]
struct Node {
    texts: BTreeMap<&'static str, Node>,
    any: Option<Box<Node>>,
    rest: bool,
    ends: bool,
}

impl Node {
    fn insert(&mut self, segments: &[Segment]) {
        let Some((first, others)) = segments.split_first() else {
            self.ends = true;
            return;
        };
        if first.has_rest() {
            self.rest = true;
            self.ends |= matches!(first, Segment::Rest(_)) && others.is_empty();
            return;
        }
        match first {
            // Axum takes these for a param in the spelling of its past.
            Segment::Static(text) if !text.starts_with([':', '*']) => {
                self.texts.entry(text).or_default().insert(others)
            }
            _ => self.any.get_or_insert_default().insert(others),
        }
    }

    /// Where a rest is claimed beside a param, it takes in what lies below the param.
    fn collapse(&mut self) {
        if self.rest {
            self.any = None;
        }
        self.texts
            .values_mut()
            .chain(self.any.as_deref_mut())
            .for_each(Node::collapse);
    }

    fn paths(&self, path: &mut Vec<Piece>, paths: &mut Vec<Vec<Piece>>) {
        if self.ends {
            paths.push(path.clone());
        }
        let texts = self
            .texts
            .iter()
            .map(|(text, node)| (Piece::Text(text), node));
        let any = self.any.iter().map(|node| (Piece::Any, &**node));
        for (piece, node) in texts.chain(any) {
            path.push(piece);
            node.paths(path, paths);
            path.pop();
        }
        if self.rest {
            paths.push(path.iter().copied().chain([Piece::Rest]).collect());
        }
    }
}

/// A claim as axum writes it, with and without a slash at its end: which of the two is the address is decided inside.
fn spellings(base: &str, path: &[Piece]) -> Vec<String> {
    let mut text = base.to_owned();
    for (depth, piece) in path.iter().enumerate() {
        match piece {
            Piece::Text(piece) => {
                text.push('/');
                text.push_str(piece);
            }
            Piece::Any => text.push_str(&format!("/{{p{depth}}}")),
            Piece::Rest => text.push_str("/{*rest}"),
        }
    }
    let slash = format!("{text}/");
    match path.last() {
        Some(Piece::Rest) => vec![text],
        _ if text.is_empty() => vec![slash],
        _ => vec![text, slash],
    }
}

/// Finds the patterns that may match a claim's paths, by the text of their first segment.
struct Finder<'p> {
    patterns: &'p [&'static [Segment]],
    by_text: BTreeMap<&'static str, Vec<usize>>,
    others: Vec<usize>,
}

impl<'p> Finder<'p> {
    fn new(patterns: &'p [&'static [Segment]]) -> Finder<'p> {
        let mut finder = Finder {
            patterns,
            by_text: BTreeMap::new(),
            others: Vec::new(),
        };
        for (index, pattern) in patterns.iter().enumerate() {
            match pattern.first() {
                Some(Segment::Static(text)) => finder.by_text.entry(text).or_default().push(index),
                _ => finder.others.push(index),
            }
        }
        finder
    }

    fn patterns(&self, path: &[Piece]) -> Vec<usize> {
        let mut near = self.others.clone();
        match path.first() {
            Some(Piece::Text(text)) => near.extend(self.by_text.get(text).into_iter().flatten()),
            Some(Piece::Any | Piece::Rest) => near.extend(self.by_text.values().flatten()),
            None => {}
        }
        near.retain(|index| meets(path, self.patterns[*index]));
        near.sort_unstable();
        near
    }
}

/// Whether a pattern may match a path that the claim catches. A yes too many costs time alone.
fn meets(path: &[Piece], pattern: &[Segment]) -> bool {
    match (path, pattern) {
        ([], pattern) => matches!(pattern, [] | [Segment::Rest(_)]),
        (_, []) => false,
        (_, [first, ..]) if first.has_rest() => true,
        ([Piece::Rest, ..], _) => true,
        ([piece, path @ ..], [segment, pattern @ ..]) => {
            let here = match (piece, segment) {
                (Piece::Text(text), Segment::Static(wanted)) => text == wanted,
                (Piece::Text(text), Segment::Mixed(parts)) => {
                    mixed::matches(parts, text, &mut Values::default())
                }
                _ => true,
            };
            here && meets(path, pattern)
        }
    }
}

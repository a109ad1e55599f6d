//! Which paths of axum's router a site takes, and which pages may answer each.
//!
//! Axum's matcher knows one segment or all that follow, and panics where both stand in one place, or where text and a
//! param share a segment. So a page claims a coarser path: `/products/{slug}` for `/products/[slug]` and
//! `/products/[id].json` alike, and `/docs/{*path}` for all that lies below a rest. What a claim catches is told
//! apart here. Since every claim knows all the pages that could answer any of its paths, it does not matter which
//! one axum finds.
//!
//! The names are the pages', so that an application's own `post` on `/products/{slug}` is the same path to axum.

use std::collections::BTreeMap;

use super::mixed;
use super::table::{Part, Segment};
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
    let finder = Finder::new(&root, patterns);
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
    /// One segment, of this name.
    Any(&'static str),
    /// At least one segment, of this name.
    Rest(&'static str),
}

/// The claims below a path.
#[derive(Default)]
struct Node {
    texts: BTreeMap<&'static str, Node>,
    any: Option<(&'static str, Box<Node>)>,
    rest: Option<&'static str>,
    ends: bool,
}

impl Node {
    fn insert(&mut self, segments: &'static [Segment]) {
        let Some((first, others)) = segments.split_first() else {
            self.ends = true;
            return;
        };
        if first.has_rest() {
            self.rest.get_or_insert(name(first));
            self.ends |= matches!(first, Segment::Rest(_)) && others.is_empty();
            return;
        }
        match first {
            // Axum takes these for a param in the spelling of its past.
            Segment::Static(text) if !text.starts_with([':', '*']) => {
                self.texts.entry(text).or_default().insert(others);
            }
            _ => {
                let any = self
                    .any
                    .get_or_insert_with(|| (name(first), Box::default()));
                any.1.insert(others);
            }
        }
    }

    /// Where a rest is claimed beside a param, it takes in what lies below the param.
    fn collapse(&mut self) {
        if self.rest.is_some() {
            self.any = None;
        }
        let any = self.any.as_mut().map(|(_, node)| &mut **node);
        self.texts.values_mut().chain(any).for_each(Node::collapse);
    }

    /// The claim that all paths of this pattern match, but for the one where a rest is empty.
    fn path_of(&self, segments: &'static [Segment]) -> Vec<Piece> {
        let mut path = Vec::new();
        let mut node = self;
        for segment in segments {
            let text = match segment {
                Segment::Static(text) => node.texts.get_key_value(text),
                _ => None,
            };
            let (piece, next) = match (text, &node.any, node.rest) {
                (Some((text, next)), ..) => (Piece::Text(text), next),
                (None, Some((name, next)), _) if !segment.has_rest() => (Piece::Any(name), &**next),
                (_, _, name) => {
                    path.push(Piece::Rest(name.unwrap_or_default()));
                    return path;
                }
            };
            path.push(piece);
            node = next;
        }
        path
    }

    fn paths(&self, path: &mut Vec<Piece>, paths: &mut Vec<Vec<Piece>>) {
        if self.ends {
            paths.push(path.clone());
        }
        let texts = self
            .texts
            .iter()
            .map(|(text, node)| (Piece::Text(text), node));
        let any = self
            .any
            .iter()
            .map(|(name, node)| (Piece::Any(name), &**node));
        for (piece, node) in texts.chain(any) {
            path.push(piece);
            node.paths(path, paths);
            path.pop();
        }
        if let Some(name) = self.rest {
            paths.push(path.iter().copied().chain([Piece::Rest(name)]).collect());
        }
    }
}

/// The name of a segment's first param. Text that axum must not see as it is has none.
fn name(segment: &Segment) -> &'static str {
    let part = match segment {
        Segment::Param(name) | Segment::Rest(name) => return name,
        Segment::Mixed(parts) => parts.iter().find_map(|part| match part {
            Part::Static(_) => None,
            Part::Param(name) | Part::Rest(name) => Some(*name),
        }),
        Segment::Static(_) => None,
    };
    part.unwrap_or("text")
}

/// A claim as axum writes it, with and without a slash at its end: which of the two is the address is decided inside.
fn spellings(base: &str, path: &[Piece]) -> Vec<String> {
    let mut text = base.to_owned();
    for (depth, piece) in path.iter().enumerate() {
        // Pages name the params of one place differently, so one name may come twice.
        let named = |name: &str| {
            let named = |piece: &Piece| matches!(piece, Piece::Any(other) if *other == name);
            let taken = path[..depth].iter().any(named);
            if taken {
                format!("{name}_{depth}")
            } else {
                name.to_owned()
            }
        };
        text.push('/');
        match piece {
            Piece::Text(piece) => text.push_str(piece),
            Piece::Any(name) => text.push_str(&format!("{{{}}}", named(name))),
            Piece::Rest(name) => text.push_str(&format!("{{*{}}}", named(name))),
        }
    }
    let slash = format!("{text}/");
    match path.last() {
        Some(Piece::Rest(_)) => vec![text],
        _ if text.is_empty() => vec![slash],
        _ => vec![text, slash],
    }
}

/// Finds the patterns that may match a claim's paths, by the text of their first segment.
struct Finder<'p> {
    patterns: &'p [&'static [Segment]],
    claims: Vec<Vec<Piece>>,
    by_text: BTreeMap<&'static str, Vec<usize>>,
    others: Vec<usize>,
}

impl<'p> Finder<'p> {
    fn new(root: &Node, patterns: &'p [&'static [Segment]]) -> Finder<'p> {
        let mut finder = Finder {
            patterns,
            claims: patterns
                .iter()
                .map(|pattern| root.path_of(pattern))
                .collect(),
            by_text: BTreeMap::new(),
            others: Vec::new(),
        };
        for (index, claim) in finder.claims.iter().enumerate() {
            match claim.first() {
                Some(Piece::Text(text)) => finder.by_text.entry(text).or_default().push(index),
                _ => finder.others.push(index),
            }
        }
        finder
    }

    fn patterns(&self, path: &[Piece]) -> Vec<usize> {
        let mut near = self.others.clone();
        if let Some(Piece::Text(text)) = path.first() {
            near.extend(self.by_text.get(text).into_iter().flatten());
        }
        near.retain(|index| {
            !precedes(&self.claims[*index], path) && meets(path, self.patterns[*index])
        });
        near.sort_unstable();
        near
    }
}

/// Whether axum tries the one claim before the other: text before one segment, one segment before a rest. A path that
/// matches both never comes to the other, then.
fn precedes(one: &[Piece], other: &[Piece]) -> bool {
    let rank = |piece: &Piece| match piece {
        Piece::Text(_) => 0,
        Piece::Any(_) => 1,
        Piece::Rest(_) => 2,
    };
    let mut pairs = one.iter().zip(other);
    let difference = pairs.find(|(one, other)| rank(one) != rank(other));
    difference.is_some_and(|(one, other)| rank(one) < rank(other))
}

/// Whether a pattern may match a path that the claim catches. A yes too many costs time alone.
fn meets(path: &[Piece], pattern: &[Segment]) -> bool {
    match (path, pattern) {
        ([], pattern) => matches!(pattern, [] | [Segment::Rest(_)]),
        (_, []) => false,
        (_, [first, ..]) if first.has_rest() => true,
        ([Piece::Rest(_), ..], _) => true,
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

#[cfg(test)]
mod tests {
    use super::claims;
    use crate::route::testing::segments;

    fn paths(patterns: &[&str]) -> Vec<String> {
        let patterns: Vec<_> = patterns.iter().map(|pattern| segments(pattern)).collect();
        let mut paths: Vec<_> = claims("/base", &patterns)
            .into_iter()
            .map(|claim| format!("{} {:?}", claim.path, claim.patterns))
            .filter(|claim| !claim.contains("/ ["))
            .collect();
        paths.sort();
        paths
    }

    #[test]
    fn a_claim_has_the_pages_names_and_knows_all_that_may_answer() {
        assert_eq!(
            paths(&[
                "/products/new",
                "/products/[id].json",
                "/products/[slug]",
                "/[lang]/x/[lang2]"
            ]),
            [
                "/base/products/new [0, 2]",
                "/base/products/{id} [1, 2]",
                "/base/{lang}/x/{lang2} [3]"
            ]
        );
    }

    #[test]
    fn a_rest_takes_in_the_params_beside_it() {
        assert_eq!(
            paths(&["/docs/[id]/edit", "/docs/[id]", "/docs/[...path]"]),
            ["/base/docs [2]", "/base/docs/{*path} [0, 1, 2]"]
        );
        assert_eq!(paths(&["/[...path].json"]), ["/base/{*path} [0]"]);
    }

    #[test]
    fn with_and_without_a_slash() {
        let claimed = |base, pattern| -> Vec<String> {
            let claims = claims(base, &[segments(pattern)]);
            claims.into_iter().map(|claim| claim.path).collect()
        };
        assert_eq!(claimed("", "/"), ["/"]);
        assert_eq!(claimed("/docs", "/"), ["/docs", "/docs/"]);
        assert_eq!(claimed("", "/a"), ["/a", "/a/"]);
        assert_eq!(claimed("", "/[...a]"), ["/", "/{*a}"]);
    }
}

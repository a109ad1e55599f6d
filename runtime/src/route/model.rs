//! Matching compared with a model: the regular expression that Astro makes of a pattern.

use std::cmp::Ordering;

use proptest::prelude::*;
use regex::Regex;

use super::accept::accepts;
use super::canonical::canonical;
use super::matching::matches;
use super::order::{compare, compare_rank, first_start};
use super::overlap::{meet, same, within};
use super::table::{Part, Segment};
use super::testing::segments;
use super::url::url;
use super::values::Values;
use super::{Kind, Site, Table, testing};

/// [Astro's `getPattern`](https://github.com/withastro/astro/blob/main/packages/astro/src/core/routing/pattern.ts) for
/// `trailingSlash: 'never'`, on decoded paths.
fn astro(segments: &[Segment]) -> Regex {
    let text = |encoded: &str| regex::escape(&decode(encoded));
    let mut regex = String::from("^(?s)");
    for segment in segments {
        match segment {
            Segment::Static(wanted) => regex.push_str(&format!("/{}", text(wanted))),
            Segment::Param(_) => regex.push_str("/([^/]+?)"),
            Segment::Rest(_) => regex.push_str("(?:/(.*?))?"),
            Segment::Mixed(parts) => {
                regex.push('/');
                for part in *parts {
                    match part {
                        Part::Static(wanted) => regex.push_str(&text(wanted)),
                        Part::Param(_) => regex.push_str("([^/]+?)"),
                        Part::Rest(_) => regex.push_str("(.*?)"),
                    }
                }
            }
        }
    }
    Regex::new(&format!("{regex}$")).unwrap()
}

fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .unwrap()
        .into_owned()
}

/// The decoded values of our match.
fn ours(segments: &[Segment], path: &str) -> Option<Vec<String>> {
    let mut values = Values::default();
    let matched = matches(segments, path, &mut values);
    assert_eq!(
        accepts(segments, path),
        matched,
        "the constant matcher says otherwise of {path}"
    );
    matched.then(|| {
        (0..)
            .map_while(|index| values.get(index))
            .map(decode)
            .collect()
    })
}

fn models(segments: &[Segment], path: &str) -> Option<Vec<String>> {
    let captures = astro(segments).captures(path)?;
    Some(
        captures
            .iter()
            .skip(1)
            .map(|value| value.map_or("", |found| found.as_str()).to_owned())
            .collect(),
    )
}

/// A segment of a kind, over few letters, so that paths over the same letters often match. `2` and `F` could be found
/// in escapes by a matcher that takes them apart. Each `#` is to become a name.
fn any_segment(kind: usize) -> BoxedStrategy<String> {
    let text = || {
        prop_oneof![
            Just("a"),
            Just("-"),
            Just("2"),
            Just("F"),
            Just("\u{e9}"),
            Just("a-"),
            Just("@")
        ]
    };
    match kind {
        0 => text().prop_map(str::to_owned).boxed(),
        1 => Just("[#]".to_owned()).boxed(),
        2 => Just("[...#]".to_owned()).boxed(),
        3 => prop_oneof![
            text().prop_map(|text| format!("[#]{text}[#]")),
            text().prop_map(|text| format!("[#]{text}")),
            text().prop_map(|text| format!("{text}[#]")),
            (text(), text()).prop_map(|(one, other)| format!("[#]{one}[#]{other}[#]")),
            (text(), text()).prop_map(|(one, other)| format!("{one}[#]{other}")),
        ]
        .boxed(),
        _ => prop_oneof![
            (text(), text()).prop_map(|(one, other)| format!("{one}[...#]{other}")),
            text().prop_map(|text| format!("[...#]{text}")),
            text().prop_map(|text| format!("[#]{text}[...#]")),
        ]
        .boxed(),
    }
}

fn any_kinds() -> impl Strategy<Value = Vec<usize>> {
    let kind =
        prop_oneof![3 => Just(0_usize), 3 => Just(1), 2 => Just(2), 3 => Just(3), 1 => Just(4)];
    proptest::collection::vec(kind, 0..5).prop_map(|mut kinds| {
        kinds.dedup_by(|one, other| *one == 2 && *other == 2);
        kinds
    })
}

/// A pattern of these kinds of segments.
fn pattern_of(kinds: &[usize]) -> impl Strategy<Value = String> + use<> {
    kinds
        .iter()
        .map(|kind| any_segment(*kind))
        .collect::<Vec<_>>()
        .prop_map(|segments| {
            let mut named = String::new();
            for (index, piece) in format!("/{}", segments.join("/")).split('#').enumerate() {
                if index > 0 {
                    named.push_str(&format!("p{index}"));
                }
                named.push_str(piece);
            }
            named
        })
}

pub(super) fn any_pattern() -> impl Strategy<Value = String> {
    any_kinds().prop_flat_map(|kinds| pattern_of(&kinds))
}

/// Two patterns of equal rank.
fn two_patterns() -> impl Strategy<Value = (String, String)> {
    any_kinds().prop_flat_map(|kinds| (pattern_of(&kinds), pattern_of(&kinds)))
}

/// A decoded path without empty segments; nothing for the root.
pub(super) fn any_path() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        Just("a"),
        Just("-"),
        Just("2"),
        Just("F"),
        Just("\u{e9}"),
        Just("@"),
        Just("%"),
        Just(" ")
    ];
    let segment = proptest::collection::vec(letter, 1..5).prop_map(|letters| letters.concat());
    proptest::collection::vec(segment, 0..5).prop_map(|segments| {
        segments
            .iter()
            .map(|segment| format!("/{segment}"))
            .collect()
    })
}

/// The canonical spelling of a decoded path, as links print it.
pub(super) fn encode(path: &str) -> String {
    let rest = testing::info("/[...path]", Kind::Page);
    url(Site::DEFAULT, Table::Page(rest), &[path])
        .as_str()
        .trim_end_matches('/')
        .to_owned()
}

proptest! {
    #[test]
    fn values_are_those_of_astros_regular_expression(pattern in any_pattern(), path in any_path()) {
        let segments = segments(&pattern);
        prop_assert_eq!(ours(segments, &encode(&path)), models(segments, &path), "{} {}", pattern, path);
    }

    #[test]
    fn patterns_of_one_rank_lie_as_their_paths_say(
        (one, other) in two_patterns(),
        paths in proptest::collection::vec(any_path(), 16),
    ) {
        let keys = [&one, &other].map(|pattern| isle_syntax::pattern::parse(pattern).unwrap().key());
        let (one, other) = (segments(&one), segments(&other));
        prop_assert_eq!(compare_rank(one, other), 0);
        if meet(one, other) {
            // So the check of the table compares them.
            prop_assert_eq!(keys[0], keys[1]);
            let (start, other_start) = (first_start(one), first_start(other));
            prop_assert!(start.starts_with(other_start) || other_start.starts_with(start));
        }
        for path in paths {
            let path = encode(&path);
            let (in_one, in_other) = (accepts(one, &path), accepts(other, &path));
            prop_assert!(!(in_one && in_other) || meet(one, other), "{path}");
            prop_assert!(!in_one || in_other || !within(one, other), "{path}");
            prop_assert!(!in_other || in_one || !within(other, one), "{path}");
        }
        if within(one, other) {
            prop_assert!(meet(one, other));
            prop_assert_ne!(compare(one, other), Ordering::Greater);
        }
        prop_assert_eq!(same(one, other), compare(one, other) == Ordering::Equal);
        prop_assert_eq!(same(one, other), within(one, other) && within(other, one));
    }

    #[test]
    fn the_order_is_one(patterns in proptest::collection::vec(any_pattern(), 3)) {
        let [one, two, three] = [0, 1, 2].map(|index: usize| segments(&patterns[index]));
        prop_assert_eq!(compare(one, two), compare(two, one).reverse());
        if compare(one, two).is_le() && compare(two, three).is_le() {
            prop_assert!(compare(one, three).is_le());
        }
    }

    #[test]
    fn a_link_leads_back_to_its_values(values in proptest::collection::vec("[^\\p{C}\\\\]{1,6}", 2), rest in "[^\\p{C}\\\\]{0,12}") {
        let page = testing::info("/x/[a]/[b]/[...rest]", Kind::Page);
        prop_assume!(values.iter().all(|value| value != "." && value != ".."));
        prop_assume!(rest.split('/').all(|piece| piece != "." && piece != ".." && (rest.is_empty() || !piece.is_empty())));
        let link = url(Site::DEFAULT, Table::Page(page), &[&values[0], &values[1], &rest]);
        prop_assert_eq!(canonical(link.as_str()), Ok(link.as_str().into()));
        prop_assert_eq!(ours(page.segments, link.as_str()), Some(vec![values[0].clone(), values[1].clone(), rest]));
    }

    #[test]
    fn whatever_its_values_a_link_is_a_canonical_path_of_its_page(pattern in any_pattern(), values in proptest::collection::vec(any::<String>(), 12)) {
        let page = testing::info(&pattern, Kind::Page);
        let values: Vec<_> = values.iter().map(String::as_str).collect();
        let link = url(Site::DEFAULT, Table::Page(page), &values);
        prop_assert_eq!(canonical(link.as_str()), Ok(link.as_str().into()));
        let path = link.as_str().strip_suffix('/').unwrap_or(link.as_str());
        prop_assert!(accepts(page.segments, path), "{} {}", pattern, path);
    }

    #[test]
    fn any_text_is_a_pattern_or_has_a_mistake_in_it(text in "[/a\u{e9}\u{2026}.:*<>{}\\[\\]?#%0-9A-F \\\\-]{0,12}") {
        if let Err(error) = isle_syntax::pattern::parse(&text) {
            prop_assert!(text.get(error.range.clone()).is_some(), "{:?} {:?}", text, error.range);
            prop_assert!(!error.to_string().is_empty() && !error.help().is_empty());
        }
    }
}

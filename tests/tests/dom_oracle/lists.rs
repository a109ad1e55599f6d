//! `class:list` and `style`.

use isle::prelude::*;
use isle_tests::oracle::{PLACEHOLDER, Place, Printing};
use isle_tests::payloads::payloads;

use crate::types::single;

macro_rules! alone { ($($v:tt)*) => { html! { <p class:list={[$($v)*]}>"x"</p> } } }
macro_rules! among { ($($v:tt)*) => { html! { <p class:list={["a", $($v)*, Some("b")]} id="i">"x"</p> } } }
macro_rules! beside { ($($v:tt)*) => { html! { <p class="a b" class:list={[$($v)*]}>"x"</p> } } }

#[test]
fn class_list() {
    Place::new("class:list, alone").holds(single!(alone));
    Place::new("class:list, among others").holds(single!(among));
    Place::new("class:list, beside class").holds(single!(beside));
}

#[test]
fn class_lists_in_lists() {
    Place::new("class:list, lists").holds(&[
        ("(&str, bool)", |p| {
            html! { <p class:list={[(p, true), ("no", false)]}>"x"</p> }.to_string()
        }),
        ("(String, bool)", |p| {
            html! { <p class:list={[(p.to_owned(), !p.is_empty())]}>"x"</p> }.to_string()
        }),
        ("then_some", |p| {
            html! { <p class:list={[true.then_some(p), false.then_some("no")]}>"x"</p> }.to_string()
        }),
        ("array", |p| {
            html! { <p class:list={["", p]}>"x"</p> }.to_string()
        }),
        ("nested array", |p| {
            html! { <p class:list={[["", ""], [p, ""], [""; 2]]}>"x"</p> }.to_string()
        }),
        ("Vec", |p| {
            html! { <p class:list={[vec![p]]}>"x"</p> }.to_string()
        }),
        ("Vec of pairs", |p| {
            html! { <p class:list={[vec![(p, true), ("no", false)]]}>"x"</p> }.to_string()
        }),
        ("slice", |p| {
            html! { <p class:list={[&[p][..]]}>"x"</p> }.to_string()
        }),
        ("an expression", |p| {
            html! { <p class:list={["", p]}>"x"</p> }.to_string()
        }),
        ("a place", |p| {
            let all = vec![Some(p.to_owned()), None];
            html! { <p class:list={all}>"x"</p> }.to_string()
        }),
    ]);
}

/// What ends a declaration, opens a block or loads something.
fn is_refused(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    [
        ";",
        "{",
        "}",
        "<",
        "url(",
        "expression",
        "@",
        "\\",
        "/*",
        "\n",
        "\r",
        "\0",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// A declaration is printed as it is, or left out; the one beside it stays in any case.
fn style(printings: &[Printing], template: &str) {
    let place = Place::new("style");
    let tree = |style: &str| place.tree(&format!("<p style=\"{style}\">x</p>"));
    let (without, with) = (tree("top:0"), tree(template));
    let mut printed = 0;
    for value in payloads() {
        let mut before = None;
        for (name, print) in printings {
            let html = print(value);
            if before.replace(html.clone()) == Some(html.clone()) {
                continue;
            }
            if place.tree(&html) == without {
                assert!(
                    is_refused(value) || !is_plain(value),
                    "{name}: {value:?} was left out"
                );
            } else {
                let difference = place.difference(&with, &html, value);
                assert_eq!(difference, None, "{name}: {value:?}");
                assert!(!is_refused(value), "{name}: {value:?} was printed");
                printed += 1;
            }
        }
    }
    assert!(printed > 0);
}

/// Text that no rule could refuse.
fn is_plain(value: &str) -> bool {
    !value.trim().is_empty()
        && value
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.' | '#' | '%'))
}

macro_rules! first { ($($v:tt)*) => { html! { <p style={[("color", $($v)*), ("top", 0)]}>"x"</p> } } }
macro_rules! last { ($($v:tt)*) => { html! { <p style={[("top", 0), ("color", $($v)*)]}>"x"</p> } } }

#[test]
fn style_pairs() {
    style(single!(first), &format!("color:{PLACEHOLDER};top:0"));
    style(single!(last), &format!("top:0;color:{PLACEHOLDER}"));
}

#[test]
fn style_lists() {
    let printings: &[Printing] = &[
        ("Vec", |p| {
            let all = vec![("top", "0"), ("color", p)];
            html! { <p style={all}>"x"</p> }.to_string()
        }),
        ("Vec of options", |p| {
            html! { <p style={vec![Some(("top", "0".to_owned())), None, Some(("color", p.to_owned()))]}>"x"</p> }.to_string()
        }),
        ("slice", |p| {
            html! { <p style={&[("top", "0"), ("color", p)][..]}>"x"</p> }.to_string()
        }),
        ("names that are Strings", |p| {
            html! { <p style={[("top".to_owned(), "0"), ("color".to_owned(), p)].to_vec()}>"x"</p> }
                .to_string()
        }),
    ];
    style(printings, &format!("top:0;color:{PLACEHOLDER}"));
}

/// A property's name that a visitor had a say in is a name, or the declaration is left out.
#[test]
fn style_names() {
    let place = Place::new("style, name");
    let tree = |style: &str| place.tree(&format!("<p style=\"{style}\">x</p>"));
    let (out, tree) = (tree("top:0"), tree(&format!("{PLACEHOLDER}:1;top:0")));
    for value in payloads() {
        let html =
            html! { <p style={vec![(value.as_str(), "1"), ("top", "0")]}>"x"</p> }.to_string();
        if place.tree(&html) != out {
            assert_eq!(place.difference(&tree, &html, value), None, "{value:?}");
            assert!(
                value
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')),
                "{value:?}"
            );
        }
    }
}

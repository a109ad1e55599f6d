//! Values as JSON: in scripts, and in attributes that a script evaluates.

use std::borrow::Cow;
use std::collections::BTreeMap;

use isle::html::json;
use isle::prelude::*;
use isle_tests::oracle::{PLACEHOLDER, Place};
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct User<'a> {
    name: &'a str,
    age: u8,
    tags: Vec<Option<&'a str>>,
}

#[derive(Serialize)]
enum Kind<'a> {
    Named(&'a str),
}

/// The script's text is JSON that gives the value back, to the last byte.
pub(crate) fn same_json(value: &str, expected: &str, found: &str) -> bool {
    let (expected, found): (Value, Value) =
        match (serde_json::from_str(expected), serde_json::from_str(found)) {
            (Ok(expected), Ok(found)) => (expected, found),
            _ => return false,
        };
    replaced(expected, value) == found
}

fn replaced(json: Value, value: &str) -> Value {
    match json {
        Value::String(text) => Value::String(text.replace(PLACEHOLDER, value)),
        Value::Array(items) => items
            .into_iter()
            .map(|item| replaced(item, value))
            .collect(),
        Value::Object(entries) => {
            let entries = entries.into_iter();
            entries
                .map(|(key, item)| (key.replace(PLACEHOLDER, value), replaced(item, value)))
                .collect()
        }
        other => other,
    }
}

macro_rules! script { ($($v:tt)*) => { html! { <script type="application/json">{json(&$($v)*)}</script> }.to_string() } }

#[test]
fn json_in_a_script() {
    Place::new("JSON in a script").judged(same_json).holds(&[
        ("&str", |p| script!(p)),
        ("String", |p| script!(p.to_owned())),
        ("&&String", |p| script!(&&p.to_owned())),
        ("Cow", |p| script!(Cow::Borrowed(p))),
        ("Box<str>", |p| script!(Box::<str>::from(p))),
        ("Option", |p| script!(Some(p))),
        ("Vec", |p| script!(vec![p, p])),
        ("chars", |p| script!([p, "a", p].concat())),
        ("tuple", |p| script!((1, p, true))),
        ("struct", |p| {
            script!(User {
                name: p,
                age: 1,
                tags: vec![Some(p), None]
            })
        }),
        ("enum", |p| script!(Kind::Named(p))),
        ("map", |p| script!(BTreeMap::from([(p, p), ("", p)]))),
        ("serde_json::Value", |p| {
            script!(serde_json::json!({ "a": [p, { "b": p }] }))
        }),
        ("a raw value", |p| script!(serde_json::to_value(p).unwrap())),
    ]);
}

#[test]
fn json_in_code() {
    /// `const x = …;`
    fn assigned(value: &str, expected: &str, found: &str) -> bool {
        let json = |code: &str| {
            Some(
                code.strip_prefix("const x = ")?
                    .strip_suffix(";\ncall(x)")?
                    .to_owned(),
            )
        };
        let (Some(expected), Some(found)) = (json(expected), json(found)) else {
            return false;
        };
        // What ends a line in older scripts' strings, or begins a comment of the old kind.
        let inert = !found.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n', '\r']);
        inert && same_json(value, &expected, &found)
    }
    Place::new("JSON in code").judged(assigned).holds(&[
        ("&str", |p| {
            html! { <script>"const x = "{json(&p)}";\ncall(x)"</script> }.to_string()
        }),
        ("struct", |p| {
            let user = User {
                name: p,
                age: 1,
                tags: Vec::new(),
            };
            html! { <script type="module">"const x = "{json(&user)}";\ncall(x)"</script> }
                .to_string()
        }),
    ]);
}

#[test]
fn json_in_the_head_and_in_svg() {
    Place::new("JSON in the head").judged(same_json).holds(&[("&str", |p| {
        html! { <!DOCTYPE html><html><head><script type="application/ld+json">{json(&p)}</script></head><body>"x"</body></html> }.to_string()
    })]);
    // SVG's `<script>` is parsed as markup.
    Place::new("JSON in SVG")
        .judged(same_json)
        .holds(&[("&str", |p| {
            html! { <svg><script type="application/json">{json(&p)}</script></svg> }.to_string()
        })]);
}

macro_rules! x_data { ($($v:tt)*) => { html! { <p x-data={json(&$($v)*)} title="y">"x"</p> }.to_string() } }
macro_rules! bound { ($($v:tt)*) => { html! { <p :class={json(&$($v)*)} title="y">"x"</p> }.to_string() } }
macro_rules! hx_vals { ($($v:tt)*) => { html! { <p hx-vals={json(&$($v)*)} title="y">"x"</p> }.to_string() } }
macro_rules! data { ($($v:tt)*) => { html! { <p data-x={json(&$($v)*)} title="y">"x"</p> }.to_string() } }

macro_rules! in_attributes {
    ($($place:ident)*) => {$(
        Place::new(concat!("JSON in an attribute: ", stringify!($place))).judged(same_json).holds(&[
            ("&str", |p| $place!(p)),
            ("Vec", |p| $place!(vec![p, p])),
            ("struct", |p| $place!(User { name: p, age: 1, tags: vec![Some(p), None] })),
            ("map", |p| $place!(BTreeMap::from([(p, p), ("", p)]))),
        ]);
    )*};
}

#[test]
fn json_in_attributes() {
    in_attributes!(x_data bound hx_vals data);
}

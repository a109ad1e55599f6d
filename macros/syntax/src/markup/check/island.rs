//! Islands: their directives, and where a browser leaves the element around them in its place.

use super::walk::Walk;
use crate::diagnostic::Diagnostic;
use crate::markup::nearest::nearest;
use crate::markup::parse::Parser;
use crate::markup::parse::literal::{Kind, kind};
use crate::markup::tree::{Component, Name, Value};
use isle_facts::allowed;
use proc_macro2::TokenTree;

/// When an island comes alive.
const CLIENT: [&str; 6] = ["load", "idle", "visible", "media", "event", "only"];

impl Parser {
    /// Checks a component's directive, which follows others, and says whether it is one.
    pub(in crate::markup) fn check_client(
        &mut self,
        others: &[(Name, Value)],
        name: &Name,
        value: &Value,
    ) -> bool {
        let word = name.text.strip_prefix("client:").unwrap_or_default();
        let mistake = if CLIENT.contains(&word) {
            beside(others, name, word).or_else(|| option(name, word, value))
        } else {
            let mistake = name.mistake(format!("there is no directive `{}`", name.text));
            Some(mistake.help(match nearest(word, CLIENT) {
                Some(near) => format!("did you mean `client:{near}`?"),
                None => format!(
                    "an island takes {}",
                    CLIENT.map(|word| format!("`client:{word}`")).join(", ")
                ),
            }))
        };
        let good = mistake.is_none();
        self.diagnostics.extend(mistake);
        good
    }
}

/// A directive beside those before it.
fn beside(others: &[(Name, Value)], name: &Name, word: &str) -> Option<Diagnostic> {
    let (first, _) = others.first()?;
    if others.iter().any(|(other, _)| other.text == name.text) {
        let mistake = name.mistake(format!("`{}` is given twice", name.text));
        return Some(mistake.help("remove one of them"));
    }
    let only = |text: &str| text == "client:only";
    if only(&first.text) || word == "only" {
        let other = if word == "only" { first } else { name };
        let message = format!("`client:only` loads at once: `{}` has no say", other.text);
        let help = "remove one of them; what the server renders can wait, what only the browser renders is wanted";
        return Some(name.mistake(message).help(help));
    }
    None
}

/// What a directive is told.
fn option(name: &Name, word: &str, value: &Value) -> Option<Diagnostic> {
    let literal = literal(value);
    let text = match &literal {
        Some(Kind::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let number = matches!(literal, Some(Kind::Number));
    let wrong = |message: &str, help: &str| {
        let mistake = name.mistake(format!("`{}` {message}", name.text));
        Some(mistake.help(help))
    };
    match (word, value) {
        ("load" | "only", Value::Bare) => None,
        ("load" | "only", _) => wrong("takes no value", &format!("write `client:{word}` alone")),
        ("media", Value::Bare) => wrong(
            "needs a media query",
            "write `client:media=\"(min-width: 40em)\"`",
        ),
        (_, Value::Bare) => None,
        ("idle", _) if text.is_some() => wrong(
            "takes the most milliseconds to wait, as a number",
            "write `client:idle={500}`",
        ),
        ("idle", _) => None,
        ("visible", _) if number || text.is_some_and(|text| !is_margin(text)) => wrong(
            "takes the margin around the screen that counts as seen",
            "write one to four lengths in pixels or percent: `client:visible=\"200px\"`, `client:visible=\"0px 10%\"`",
        ),
        ("media", _) if number || text.is_some_and(|text| !is_query(text)) => wrong(
            "takes a media query, with its conditions in parentheses",
            "write `client:media=\"(min-width: 40em)\"`",
        ),
        ("event", _) if number || text.is_some_and(|text| !is_events(text)) => wrong(
            "takes names of events, divided by one space",
            "write `client:event=\"pointerover focusin\"`, or `client:event` alone for all that tell of use",
        ),
        _ => None,
    }
}

/// The value, where it is known now: `"…"`, or a literal alone in braces.
fn literal(value: &Value) -> Option<Kind> {
    match value {
        Value::Bare => None,
        Value::Text(text) => Some(Kind::Text(text.value.clone())),
        Value::Code(code) => {
            let mut tokens = code.as_rust()?.clone().into_iter();
            match (tokens.next(), tokens.next()) {
                (Some(TokenTree::Literal(literal)), None) => Some(kind(&literal.to_string())),
                _ => None,
            }
        }
    }
}

/// Whether it is a `rootMargin` as
/// [the standard](https://w3c.github.io/IntersectionObserver/#parse-a-margin) reads it: one to four lengths.
fn is_margin(text: &str) -> bool {
    let length = |length: &str| {
        let number = length.strip_suffix("px").or(length.strip_suffix('%'));
        number.is_some_and(|number| number.parse::<f64>().is_ok())
    };
    let count = text.split_ascii_whitespace().count();
    (1..=4).contains(&count) && text.split_ascii_whitespace().all(length)
}

/// Whether it may be a media query: a browser takes `min-width: 40em` without parentheses for one that never matches.
fn is_query(text: &str) -> bool {
    let mut depth = 0_i32;
    for sign in text.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            ':' | '<' | '>' | '=' if depth == 0 => return false,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && !text.trim().is_empty()
}

fn is_events(text: &str) -> bool {
    let name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-:.".contains(c))
    };
    text.split(' ').all(name)
}

/// Elements in which many browsers drop all tags but those of options.
const CHOICE: [&str; 3] = ["select", "optgroup", "option"];

impl Walk<'_> {
    /// An island stands in an element of its own, `<isle-island>`: it must stay where it is written.
    pub(super) fn check_island(&mut self, component: &Component) {
        let Some((directive, _)) = component.directives.first() else {
            return;
        };
        let Some(parent) = self.around.last().filter(|parent| parent.is_known()) else {
            return;
        };
        let shown = parent.shown;
        let (message, help) = if !parent.holds_html() {
            let message =
                format!("an island stands in an element of HTML, and `<{shown}>` holds none");
            (
                message,
                "make all of the picture the island: its markup begins with `<svg>`".to_owned(),
            )
        } else if CHOICE.contains(&parent.name) || allowed(parent.name, self.in_head()).is_some() {
            let message = format!(
                "an island stands in an element of its own, which a browser moves out of the `<{shown}>`"
            );
            let help = match parent.name {
                "head" | "noscript" | "html" => "put it into the `<body>`".to_owned(),
                "table" | "tbody" | "thead" | "tfoot" | "tr" | "colgroup" => {
                    "make all of the table the island, or put an island into a cell".to_owned()
                }
                name => format!("make all of the `<{name}>` the island"),
            };
            (message, help)
        } else {
            return;
        };
        self.mistakes.push(directive.mistake(message).help(help));
    }
}

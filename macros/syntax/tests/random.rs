//! Whatever stands in the macro: no panic, no stack overflow, and places within the source.

mod show;

use isle_syntax::markup::{Source, parse};
use proc_macro2::{LineColumn, TokenStream};
use proptest::prelude::*;

const PIECES: &[&str] = &[
    "<", ">", "/", "</", "/>", "<!", "--", "-", "-->", "<!--", "---", "!", "=", "==", "=>", "&&",
    "||", "|", "&", ".", "..", ":", "::", ",", ";", "#", "@", "?", "'a", "'a'", "$", "\n", " ",
    "  ", "\t", "p", "div", "b", "table", "tr", "td", "br", "img", "script", "style", "pre",
    "slot", "svg", "path", "template", "Card", "Fragment", "ui::Card", "DOCTYPE", "html", "class",
    "id", "href", "list", "style", "set", "client", "load", "attr", "onclick", "if", "else", "for",
    "in", "while", "let", "match", "map", "move", "return", "loop", "fn", "x", "y", "1", "2.5",
    "\"t\"", "\"a\"b", "r#\"q\"#", "b\"x\"", "{", "}", "(", ")", "[", "]", "{}", "()", "// c\n",
    "/* c */", "/// d\n", "\u{e9}", "<b>", "</b>", "<p>", "</p>", "{x}", "<li/>",
];

/// Pieces in a row, with brackets that match.
fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| {
        let (mut text, mut open) = (String::new(), Vec::new());
        for piece in pieces {
            match piece {
                "{" | "(" | "[" => open.push(piece),
                "}" | ")" | "]" => {
                    let matching = match open.pop() {
                        Some("{") => "}",
                        Some("(") => ")",
                        Some(_) => "]",
                        None => continue,
                    };
                    text.push_str(matching);
                    text.push(' ');
                    continue;
                }
                _ => {}
            }
            text.push_str(piece);
            if piece.len() % 2 == 0 {
                text.push(' ');
            }
        }
        while let Some(piece) = open.pop() {
            text.push_str(match piece {
                "{" => "}",
                "(" => ")",
                _ => "]",
            });
        }
        text
    })
}

fn try_all(source: &str) {
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return;
    };
    let start = LineColumn { line: 1, column: 0 };
    let whole = Source::new(source, start);
    let (_, mistakes) = parse(tokens.clone(), Some(whole.clone()));
    for mistake in mistakes {
        let (from, to) = (mistake.start.start(), mistake.end.end());
        // A token without a place is what the parser made itself; there is none in a mistake.
        assert!(
            whole.between(from, to).is_some(),
            "{source}: {mistake:?} at {from:?} to {to:?}"
        );
        assert!(
            !mistake.message.is_empty() && !mistake.message.ends_with('.'),
            "{source}: {mistake:?}"
        );
        assert!(mistake.help.is_some(), "{source}: {mistake:?}");
    }
    let (_, _) = parse(tokens.clone(), None);
    let (_, _) = parse(
        tokens,
        Some(Source::new(
            "another text\nwith few lines",
            LineColumn { line: 7, column: 3 },
        )),
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_markup(source in source()) {
        try_all(&source);
    }

    #[test]
    fn any_text(source in "[ -~\\n\u{e9}]{0,60}") {
        try_all(&source);
    }
}

#[test]
fn text_that_is_another_than_the_tokens() {
    // The other text has an end where this has its `<`.
    try_all("\n\n\n\n\"\n\n\n a0bc A00\" 0 A<a");
}

#[test]
fn nesting_has_an_end() {
    let deep = |open: &str, close: &str, count: usize| open.repeat(count) + &close.repeat(count);
    assert!(show::mistakes(&deep("<b>", "</b>", 250)).is_empty());
    for (open, close) in [
        ("<b>", "</b>"),
        ("<>", "</>"),
        ("<C>", "</C>"),
        ("<b>{if a { ", "}}</b>"),
        ("{f(<b>", "</b>)}"),
        ("<C a={<b>", "</b>}/>"),
        ("{xs.map(|x| <b>", "</b>)}"),
        ("{match a { _ => <b>", "</b> }}"),
    ] {
        let mistakes = show::mistakes(&deep(open, close, 400));
        assert!(
            mistakes
                .iter()
                .any(|it| it.contains("nested more than 256")),
            "{open}: {mistakes:?}"
        );
        // One is enough.
        let count = mistakes
            .iter()
            .filter(|it| it.contains("nested more than 256"))
            .count();
        assert!(count == 1, "{open}: {count}");
    }
    for (open, close) in [
        ("{", "}"),
        ("(", ")"),
        ("<p>(", ")</p>"),
        ("{(", ")}"),
        ("<b a={", "}>"),
        ("<!-- (", ") -->"),
    ] {
        try_all(&deep(open, close, 400));
    }
    try_all(&"<b>".repeat(20_000));
    try_all(&"</b>".repeat(20_000));
}

#[test]
fn time_grows_with_the_length() {
    let time = |source: String| {
        let tokens: TokenStream = source.parse().unwrap();
        let source = Source::new(source, LineColumn { line: 1, column: 0 });
        let once = || {
            let (tokens, source) = (tokens.clone(), Some(source.clone()));
            let start = std::time::Instant::now();
            let _ = parse(tokens, source);
            start.elapsed().as_secs_f64()
        };
        (0..2).map(|_| once()).fold(f64::MAX, f64::min)
    };
    for piece in [
        "<p>a b {c}</p>\n",
        "{if a { <b/> }}",
        "{a && ",
        "a && ",
        "{xs.map(|x| f(x))}",
        "<p a=1 b=2/>",
        "{a; b; }",
        "< ",
    ] {
        let close = if piece == "{a && " { "}" } else { "" };
        let of = |count: usize| time(format!("{piece}\n").repeat(count) + &close.repeat(count));
        // Fifty times as much takes fifty times as long, not 2,500 times; where other work on the machine blurs it, it is
        // measured again.
        let linear = (0..5).any(|_| of(5_000) < of(100).max(1e-4) * 700.0);
        assert!(
            linear,
            "{piece}: fifty times as much takes more than 700 times as long"
        );
    }
}

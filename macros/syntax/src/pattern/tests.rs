//! Patterns as people write them, right and wrong.

use super::{Param, Part, Problem, Segment, parse};

/// A pattern as a line of text: `products {slug} [{from} - {to}] {..path}`.
fn shape(pattern: &str) -> String {
    let param = |param: &Param| format!("{{{}{}}}", if param.rest { ".." } else { "" }, param.name);
    let part = |part: &Part| match part {
        Part::Static(text) => text.encoded.clone(),
        Part::Param(found) => param(found),
    };
    let segments = parse(pattern)
        .unwrap_or_else(|error| panic!("{pattern}: {error}"))
        .segments;
    let segments = segments.iter().map(|segment| match segment {
        Segment::Static(text) => text.encoded.clone(),
        Segment::Param(found) => param(found),
        Segment::Mixed(parts) => {
            format!("[{}]", parts.iter().map(part).collect::<Vec<_>>().join(" "))
        }
    });
    segments.collect::<Vec<_>>().join(" ")
}

#[test]
fn astros_grammar_is_read() {
    let cases = [
        ("/", ""),
        ("/about", "about"),
        ("/products/[slug]", "products {slug}"),
        ("/[lang]/docs/[...path]", "{lang} docs {..path}"),
        ("/[from]-[to]", "[{from} - {to}]"),
        ("/post-[id]", "[post- {id}]"),
        ("/[id].json", "[{id} .json]"),
        ("/files/[...path].json", "files [{..path} .json]"),
        ("/[...a]/edit/[...b]", "{..a} edit {..b}"),
        ("/.well-known/[name]", ".well-known {name}"),
        ("/hello.world", "hello.world"),
        ("/[type]", "{type}"),
        ("/$id/a:b/(group)", "$id a:b (group)"),
    ];
    for (pattern, expected) in cases {
        assert_eq!(shape(pattern), expected, "{pattern}");
    }
}

#[test]
fn text_is_written_as_people_read_it() {
    assert_eq!(shape("/caf\u{e9} au lait"), "caf%C3%A9%20au%20lait");
    assert_eq!(shape("/%5Ba%5D-[x]"), "[[a]- {x}]");
    assert_eq!(
        shape("/100%25/what%3F/c%23/%7Bx%7D"),
        "100%25 what%3F c%23 %7Bx%7D"
    );
}

#[test]
fn ranges_are_bytes_of_the_text() {
    let pattern = parse("/\u{e9}/[slug].[ext]").unwrap();
    let ranges: Vec<_> = pattern.params().map(|param| param.range.clone()).collect();
    assert_eq!(ranges, [4..10, 11..16]);
}

/// The part of the text that is wrong, what is wrong with it, and the pattern as it was meant.
fn mistake(pattern: &str) -> (Problem, &str, Option<String>) {
    let error = parse(pattern).expect_err(pattern);
    (error.problem, &pattern[error.range], error.meant)
}

#[test]
fn each_mistake_is_told_with_the_pattern_that_was_meant() {
    use Problem::*;
    let named = |name: &str| BadName(name.to_owned());
    let doubled = |name: &str| DoubledName(name.to_owned());
    let other = |found: &str| OtherSpelling(found.to_owned());
    let escape = |found: &str| Escape(found.to_owned());
    let cases = [
        ("", Empty, "", None),
        ("about", NoLeadingSlash, "", Some("/about")),
        (
            "https://a.test/x",
            WholeAddress,
            "https://a.test/x",
            Some("/x"),
        ),
        ("/about/", TrailingSlash, "/", Some("/about")),
        ("//", TrailingSlash, "/", Some("/")),
        ("/a//b", EmptySegment, "//", Some("/a/b")),
        ("/a/../b", DotSegment, "..", None),
        ("/about ", Blank, "about ", Some("/about")),
        ("/[slug", Unclosed, "[slug", Some("/[slug]")),
        ("/[a[b]", Unclosed, "[a", Some("/[a][b]")),
        ("/slug]", Unopened, "]", None),
        ("/[[...slug]]", Optional, "[[...slug]]", Some("/[...slug]")),
        ("/[slug]?", Optional, "[slug]?", Some("/[...slug]")),
        ("/[]", NoName, "[]", Some("/[name]")),
        ("/[...]", NoName, "[...]", Some("/[...path]")),
        (
            "/[post-id]",
            named("post-id"),
            "[post-id]",
            Some("/[post_id]"),
        ),
        ("/[id: u32]", named("id: u32"), "[id: u32]", Some("/[id]")),
        (
            "/[\u{2026}path]",
            named("\u{2026}path"),
            "[\u{2026}path]",
            Some("/[...path]"),
        ),
        ("/[self]", named("self"), "[self]", Some("/[self_]")),
        ("/[a]/[a]", doubled("a"), "[a]", Some("/[a]/[a2]")),
        ("/[a][b]", ParamsTouch, "", Some("/[a]-[b]")),
        ("/[...a]/[...b]", RestsTouch, "[...a]/[...b]", None),
        ("/p/{id}", other("{id}"), "{id}", Some("/p/[id]")),
        (
            "/p/{*rest}",
            other("{*rest}"),
            "{*rest}",
            Some("/p/[...rest]"),
        ),
        (
            "/p/v-{id}.json",
            other("{id}"),
            "{id}",
            Some("/p/v-[id].json"),
        ),
        ("/p/:id", other(":id"), ":id", Some("/p/[id]")),
        ("/p/*path", other("*path"), "*path", Some("/p/[...path]")),
        ("/p/*", other("*"), "*", Some("/p/[...path]")),
        ("/p/<id>", other("<id>"), "<id>", Some("/p/[id]")),
        (
            "/p/<path..>",
            other("<path..>"),
            "<path..>",
            Some("/p/[...path]"),
        ),
        ("/p/{id", Brace('{'), "{", None),
        ("/find?q=1", Query, "?q=1", Some("/find")),
        ("/find#top", Fragment, "#top", Some("/find")),
        ("/a\\b", Backslash, "\\", Some("/a/b")),
        ("/a\tb", Control('\t'), "\t", Some("/ab")),
        ("/a%2Fb", EncodedSlash, "%2F", None),
        ("/caf%C3%A9", escape("%C3%A9"), "%C3%A9", Some("/caf\u{e9}")),
        ("/a%00b", escape("%00"), "%00", None),
        ("/100%", Percent, "%", Some("/100%25")),
        ("/%+5", Percent, "%", Some("/%25+5")),
    ];
    for (pattern, problem, wrong, meant) in cases {
        assert_eq!(
            mistake(pattern),
            (problem, wrong, meant.map(str::to_owned)),
            "{pattern}"
        );
    }
}

#[test]
fn what_was_meant_is_a_pattern_or_one_step_nearer() {
    let patterns = [
        "x",
        "/a/",
        "/a//b",
        "/[a-b]",
        "/{a}/:b/*c",
        "/[a",
        "/[[a]]/",
        "/100%/",
        "/[][]",
        "https://x/{y}",
    ];
    for pattern in patterns {
        let mut text = pattern.to_owned();
        for _ in 0..8 {
            let Err(error) = parse(&text) else { break };
            text = error
                .meant
                .unwrap_or_else(|| panic!("{text}: nothing was meant"));
        }
        assert!(parse(&text).is_ok(), "{pattern} ended as {text}");
    }
}

//! Words and blanks. The rule is JSX's: within a line blanks stay; a line break with the blanks around it joins words
//! with one space, and vanishes beside a tag or braces.

mod show;

use isle_syntax::markup::{Source, parse};
use proc_macro2::LineColumn;
use show::{mistake, read, template_text, tree};

#[test]
fn blanks_within_a_line_stay() {
    assert_eq!(
        tree("<p>Hello,   world  !</p>"),
        "<p>\"Hello,   world  !\"</p>"
    );
    assert_eq!(tree("<p>  a  </p>"), "<p>\"  a  \"</p>");
    assert_eq!(
        tree("<p>a <b>b</b> c<i>d</i></p>"),
        "<p>\"a \"<b>\"b\"</b>\" c\"<i>\"d\"</i></p>"
    );
    assert_eq!(
        tree("<p>{a} {b}, {c}{d}</p>"),
        "<p>{a}\" \"{b}\", \"{c}{d}</p>"
    );
    assert_eq!(
        tree("<p> <b/> <i/> </p>"),
        "<p>\" \"<b></b>\" \"<i></i>\" \"</p>"
    );
}

#[test]
fn a_line_break_joins_words_and_vanishes_beside_a_tag() {
    assert_eq!(tree("<p>\n  a\n  b  \n\n  c\n</p>"), "<p>\"a b c\"</p>");
    assert_eq!(tree("<p>\n  <b/>\n  <i/>\n</p>"), "<p><b></b><i></i></p>");
    assert_eq!(
        tree("<p>\n  a\n  <b/>\n  c\n  {d}\n  e\n</p>"),
        "<p>\"a\"<b></b>\"c\"{d}\"e\"</p>"
    );
    assert_eq!(tree("<p>a <b/>\nb</p>"), "<p>\"a \"<b></b>\"b\"</p>");
    assert_eq!(tree("<p>\n{a}{\" \"}\n{b}</p>"), "<p>{a}{\" \"}{b}</p>");
    assert_eq!(
        tree("<p>\n  Welcome back,\n  {name}!\n</p>"),
        "<p>\"Welcome back,\"{name}\"!\"</p>"
    );
}

#[test]
fn the_edges_of_the_template_and_of_braces_are_no_text() {
    assert_eq!(tree(" <b/> "), "<b></b>");
    assert_eq!(tree("  a b  "), "\"a b\"");
    assert_eq!(tree("{if x { <b/> }}"), "if x {<b></b>}");
    assert_eq!(
        tree("{if x { <b/> and <i/> }}"),
        "if x {<b></b>\" and \"<i></i>}"
    );
}

#[test]
fn preformatted_text_is_verbatim() {
    // But for the line break behind the opening tag, which is none in HTML.
    assert_eq!(
        tree("<pre>\n  a\n    b {x}\n</pre>"),
        "<pre>\"  a\\n    b \"{x}\"\\n\"</pre>"
    );
    assert_eq!(tree("<pre>\n\n  a</pre>"), "<pre>\"\\n  a\"</pre>");
    assert_eq!(tree("<pre>\"\\na\"</pre>"), "<pre>\"\\na\"</pre>");
    assert_eq!(
        tree("<textarea>  a\n b</textarea>"),
        "<textarea>\"  a\\n b\"</textarea>"
    );
    assert_eq!(
        tree("<pre><code>a\n  b</code>\n</pre>\nc\nd"),
        "<pre><code>\"a\\n  b\"</code>\"\\n\"</pre>\"c d\""
    );
    assert_eq!(
        tree("<pre>{if x { <b>a\n b</b> }}</pre>"),
        "<pre>if x {<b>\"a\\n b\"</b>}</pre>"
    );
}

#[test]
fn tabs_in_preformatted_text_need_the_source() {
    let source = "<pre>\n\ta\t(b)\n</pre>";
    assert_eq!(
        template_text(&read(source).0),
        "<pre>\"\\ta\\t(b)\\n\"</pre>"
    );
}

#[test]
fn quoted_text_is_exact_and_goes_with_words() {
    assert_eq!(tree("<p>\"don't  stop\"</p>"), "<p>\"don't  stop\"</p>");
    assert_eq!(tree("<p>a \"— b\" c</p>"), "<p>\"a — b c\"</p>");
    assert_eq!(tree("<p>\"a\"\n\"b\"</p>"), "<p>\"a b\"</p>");
    assert_eq!(tree("<p>\"a\"\"b\"</p>"), "<p>\"ab\"</p>");
    assert_eq!(tree("<p>\"a\\tb\"</p>"), "<p>\"a\\tb\"</p>");
    assert_eq!(tree("<p>\"a\nb\" c</p>"), "<p>\"a\\nb c\"</p>");
    assert_eq!(
        tree("<p>r#\"say \"hi\"\"#</p>"),
        "<p>\"say \\\"hi\\\"\"</p>"
    );
    // In braces it is Rust, and stays a value.
    assert_eq!(tree("<p>{\"a < b\"}</p>"), "<p>{\"a < b\"}</p>");
}

#[test]
fn signs_numbers_and_brackets_are_text() {
    assert_eq!(
        tree("<p>a & b &amp; &nbsp;c; 50% (of [x]) $5 1.5 a-b</p>"),
        "<p>\"a & b &amp; &nbsp;c; 50% (of [x]) $5 1.5 a-b\"</p>"
    );
    assert_eq!(tree("<p>&#39; &#x27;</p>"), "<p>\"&#39; &#x27;\"</p>");
    assert_eq!(tree("<p>a > b => c -> d</p>"), "<p>\"a > b => c -> d\"</p>");
    assert_eq!(
        tree("<p>(see <a>x</a>)</p>"),
        "<p>\"(see \"<a>\"x\"</a>\")\"</p>"
    );
    assert_eq!(tree("<p><b>(a)</b></p>"), "<p><b>\"(a)\"</b></p>");
    assert_eq!(
        tree("<p>\u{e9}t\u{e9} \u{65e5}\u{672c} x</p>"),
        "<p>\"\u{e9}t\u{e9} \u{65e5}\u{672c} x\"</p>"
    );
}

#[test]
fn a_tag_may_open_within_brackets_and_close_behind_them() {
    assert_eq!(tree("<p>(<b>a)</b></p>"), "<p>\"(\"<b>\"a)\"</b></p>");
    assert_eq!(
        tree("<p><b>a (b</b> c)</p>"),
        "<p><b>\"a (b\"</b>\" c)\"</p>"
    );
}

#[test]
fn comments_of_rust_are_not_printed() {
    let source = "<p>a /* b */ c{/* d */}e</p>\n// <b>\n<b/> // fine";
    assert_eq!(
        template_text(&read(source).0),
        "<p>\"a  c\"\"e\"</p><b></b>"
    );
    assert!(read(source).1.is_empty());
}

#[test]
fn a_comment_that_swallowed_text_is_found() {
    assert_eq!(
        mistake("<p>see https://example.com/a b</p>\n</p>"),
        "`//` begins a Rust comment: the rest of the line is lost\nhelp: quote this text: \"see https://example.com/a b\""
    );
    assert_eq!(
        mistake("<p>either // or\n</p>"),
        "`//` begins a Rust comment: the rest of the line is lost\nhelp: quote this text: \"either // or\""
    );
    let mistakes = show::mistakes("<p>// a</p>\n<p>b</p>");
    assert!(
        mistakes
            .iter()
            .any(|it| it.starts_with("`//` begins a Rust comment")),
        "{mistakes:?}"
    );
    let mistakes = show::mistakes("<a href=https://a.b>c</a>\n");
    assert!(
        mistakes
            .iter()
            .any(|it| it.contains("`//` began a Rust comment")),
        "{mistakes:?}"
    );
    assert_eq!(
        mistake("<!-- see // that -->\n-->"),
        "`//` begins a Rust comment: the rest of the line is lost\nhelp: quote it, or write `{/* … */}` for a comment that is not printed"
    );
    assert!(mistake("<p>\n/// a\n</p>").starts_with("`//` begins a Rust comment"));
}

#[test]
fn text_that_rust_reads_otherwise_must_be_quoted() {
    assert_eq!(
        mistake("<p>rock 'n roll</p>"),
        "Rust reads `'` in bare text as the beginning of a lifetime or of a character\nhelp: quote this text: \"rock 'n roll\""
    );
    assert_eq!(
        mistake("<p>say 'a' twice</p>"),
        "Rust reads `'` in bare text as the beginning of a lifetime or of a character\nhelp: quote this text: \"say 'a' twice\""
    );
    assert!(mistake("<p>in C# or F</p>").ends_with("help: quote this text: \"in C# or F\""));
    assert!(
        mistake("<p>say 'x \"y\" </p>").ends_with("help: quote this text: r#\"say 'x \"y\"\"#")
    );
    assert!(mistake("<p>\"a\"b</p>").ends_with("help: put a space behind the quote"));
    assert!(mistake("<p>b\"a\"</p>").starts_with("text in markup is a plain string"));
    assert_eq!(
        mistake("<p>a < b</p>"),
        "`<` begins a tag, and no name follows\nhelp: write `&lt;` for the sign, or quote the text: `\"a < b\"`"
    );
}

/// The compiler drops characters that it can't read, or takes a dash for a minus, and runs the macro all the same.
#[test]
fn what_the_lexer_dropped_or_changed_is_found_in_the_source() {
    let start = LineColumn { line: 1, column: 0 };
    for (tokens, source, sign) in [
        ("<p>a   b</p>", "<p>a \u{2014} b</p>", '\u{2014}'),
        ("<p>a - b</p>", "<p>a \u{2212} b</p>", '\u{2212}'),
        ("<p> a b </p>", "<p>\u{201c}a b\u{201d}</p>", '\u{201c}'),
    ] {
        let (_, mistakes) = parse(tokens.parse().unwrap(), Some(Source::new(source, start)));
        let [mistake] = mistakes.as_slice() else {
            panic!("{source}: {mistakes:?}")
        };
        assert_eq!(
            mistake.message,
            format!("Rust can't read `{sign}` outside of quotes")
        );
        let help = format!("quote this text: \"{}\"", &source[3..source.len() - 4]);
        assert_eq!(mistake.help.as_deref(), Some(help.as_str()));
    }
}

#[test]
fn places_that_say_nothing_leave_one_space_between_words() {
    let tokens = "<p>a b</p>".parse::<proc_macro2::TokenStream>().unwrap();
    let tokens = tokens.into_iter().map(|mut token| {
        token.set_span(proc_macro2::Span::call_site());
        token
    });
    let (template, mistakes) = parse(tokens.collect(), None);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    assert_eq!(template_text(&template), "<p>\"a b\"</p>");
}

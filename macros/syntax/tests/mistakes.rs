//! What is said of a mistake, where, and what becomes of the rest.

mod show;

use show::{mistake, mistakes, place, read, template_text};

/// The tree that remains.
fn rest(source: &str) -> String {
    template_text(&read(source).0)
}

#[test]
fn unclosed_tags() {
    assert_eq!(
        mistake("<div><p>a</div>"),
        "`<p>` is still open where `</div>` closes the tag around it\nhelp: write `</p>` before `</div>`"
    );
    assert_eq!(place("<div><p>a</div>"), "p>a</div");
    assert_eq!(rest("<div><p>a</div>b"), "<div><p>\"a\"</p></div>\"b\"");
    assert_eq!(
        mistake("<p>a"),
        "`<p>` is not closed\nhelp: write `</p>` where it ends"
    );
    assert_eq!(place("<p>a"), "p");
    assert_eq!(
        mistake("{if a { <p>b }}"),
        "`<p>` is not closed\nhelp: write `</p>` where it ends"
    );
    assert_eq!(
        mistake("<>a"),
        "`<>` is not closed\nhelp: write `</>` where it ends"
    );
    assert_eq!(
        mistake("<ui::Card>a"),
        "`<ui::Card>` is not closed\nhelp: write `</ui::Card>` where it ends"
    );
}

#[test]
fn crossed_tags_are_one_mistake() {
    assert_eq!(
        mistake("<b><i>x</b></i>"),
        "`<i>` is still open where `</b>` closes the tag around it\nhelp: write `</i>` before `</b>`"
    );
    assert_eq!(rest("<b><i>x</b></i>y"), "<b><i>\"x\"</i></b>\"y\"");
}

#[test]
fn closing_tags_that_close_nothing() {
    assert_eq!(
        mistake("<p>a</q></p>"),
        "`</q>` closes nothing: the open tag is `<p>`\nhelp: write `</p>`"
    );
    assert_eq!(place("<p>a</q></p>"), "p>a</q");
    assert_eq!(
        mistake("<div>a</dvi>"),
        "`</dvi>` closes nothing: the open tag is `<div>`\nhelp: write `</div>`"
    );
    assert_eq!(rest("<div>a</dvi>b"), "<div>\"a\"</div>\"b\"");
    assert_eq!(
        mistake("<Card>a</card>"),
        "`</card>` closes nothing: the open tag is `<Card>`\nhelp: write `</Card>`"
    );
    assert_eq!(
        mistake("a</p>"),
        "`</p>` closes nothing: no tag is open here\nhelp: remove it, or write `<p>` before"
    );
    assert_eq!(
        mistake("<br>a</br>"),
        "`<br>` has no content, so nothing closes it\nhelp: remove `</br>`"
    );
    assert_eq!(
        mistake("<p>a</p b=1>"),
        "this closing tag has no `>`\nhelp: a closing tag holds nothing but its name: `</p>`"
    );
}

#[test]
fn a_misspelt_opening_tag_is_one_mistake() {
    assert_eq!(
        mistake("<p><dvi>a</div>b</p>"),
        "there is no element `<dvi>`\nhelp: did you mean `<div>`?"
    );
    assert_eq!(
        rest("<p><spn>a</span>b</p>"),
        "<p><spn>\"a\"</spn>\"b\"</p>"
    );
}

#[test]
fn what_an_editor_sends_is_told_once() {
    for (source, told) in [
        ("<p>x</", "this closing tag has no name\nhelp: write `</p>`"),
        ("</", "this closing tag has no name\nhelp: write `</>`"),
        (
            "<Card",
            "the tag `<Card` has no `>`\nhelp: write `>` behind its last attribute",
        ),
        (
            "<p {..}>x</p>",
            "this spread has no value\nhelp: write `{..attributes}`",
        ),
        (
            "<p @>x</p>",
            "`@` alone is no attribute's name\nhelp: write a name behind it, such as `@click`",
        ),
        (
            "<p set:html></p>",
            "`set:html` needs a value\nhelp: write `set:html={…}`",
        ),
        (
            "<p class:list></p>",
            "`class:list` needs a value\nhelp: write `class:list={…}`",
        ),
        (
            "<p set:html={}></p>",
            "`set:html` has an empty value\nhelp: write an expression between the braces, or `\"\"`",
        ),
        (
            "<Card title= />",
            "`title=` has no value\nhelp: write `title=\"…\"` or `title={…}`",
        ),
        (
            "<slot name={}/>",
            "`name` has an empty value\nhelp: write an expression between the braces, or `\"\"`",
        ),
    ] {
        assert_eq!(mistake(source), told, "{source}");
    }
}

#[test]
fn several_mistakes_are_told_in_their_order() {
    let told = mistakes("<p>a</q></p>\n<div foo>{let x = 1}</div>\n<b>");
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(
        told[0].starts_with("`</q>`")
            && told[1].contains("`foo`")
            && told[2].contains("`let`")
            && told[3].contains("`<b>`")
    );
    assert_eq!(
        rest("<p>a</q></p><div foo>{let x = 1}</div><b>"),
        "<p>\"a\"</p><div foo>[let x = 1 ;]</div><b></b>"
    );
}

#[test]
fn tags() {
    assert_eq!(
        mistake("<p class=\"a\" <b>c</b></p>"),
        "the tag `<p` has no `>`\nhelp: write `>` behind its last attribute"
    );
    assert_eq!(
        rest("<p class=\"a\" <b>c</b></p>"),
        "<p class=\"a\">\" \"<b>\"c\"</b></p>"
    );
    assert_eq!(
        mistake("<p title=>a</p>"),
        "`title=` has no value\nhelp: write `title=\"…\"` or `title={…}`"
    );
    assert_eq!(
        mistake("<p title={}>a</p>"),
        "`title` has an empty value\nhelp: write an expression between the braces, or `\"\"`"
    );
    assert_eq!(
        mistake("<p title=foo>a</p>"),
        "an attribute's value stands in quotes, or in braces\nhelp: write `title=\"foo\"` for a text, `title={foo}` for a value"
    );
    assert_eq!(
        mistake("<a href=/a/b?c=d>e</a>"),
        "an attribute's value stands in quotes, or in braces\nhelp: write `href=\"/a/b?c=d\"`"
    );
    assert_eq!(
        rest("<a href=/a/b title=c>e</a>"),
        "<a href=\"/a/b\" title=\"c\">\"e\"</a>"
    );
    assert!(mistake("<p title=b\"a\">a</p>").starts_with("an attribute's value is a plain string"));
    assert!(mistake("<p title=\"a\"class=\"b\">c</p>").contains("glued to the closing quote"));
    assert!(mistake("<p \"a\">c</p>").starts_with("this can't stand in a tag"));
    assert_eq!(
        mistake("<p {a.b}>c</p>"),
        "braces in a tag hold one name, or a spread\nhelp: write `name={…}` for a value, `{name}` where both are called the same, `{..all}` for a spread"
    );
    assert_eq!(
        mistake("<!DOCTYPE html5>"),
        "this doctype is not the one of HTML\nhelp: write `<!DOCTYPE html>`"
    );
}

#[test]
fn comments() {
    assert_eq!(
        mistake("a<!-- b"),
        "this comment is not closed\nhelp: write `-->` where it ends"
    );
    assert_eq!(
        mistake("<!-- {a} b -->"),
        "a comment is printed as it is written, braces too\nhelp: write `{/* … */}` for a comment that is not printed"
    );
    assert_eq!(place("<!-- {a} b -->"), "{a}");
}

#[test]
fn fences() {
    assert_eq!(
        mistake("---\nlet x = 1;\n<p>{x}</p>"),
        "this fence is not closed\nhelp: write `---` between the statements and the markup"
    );
    assert_eq!(
        rest("---\nlet x = 1;\n<p>{x}</p>"),
        "---let x = 1 ;---<p>{x}</p>"
    );
}

#[test]
fn components() {
    assert_eq!(
        mistake("<C a=\"1\" a=\"2\"/>"),
        "`a` is given twice\nhelp: remove one of them"
    );
    assert_eq!(
        mistake("<C data-x=\"1\"/>"),
        "`data-x` can't be a component's prop\nhelp: a prop is an argument of the component's function: a name of Rust, such as `data_x`"
    );
    assert!(
        mistake("<C class:list={[]}/>").starts_with("`class:list` can't be a component's prop")
    );
    assert_eq!(
        mistake("<C {..all}/>"),
        "a component takes its props one by one\nhelp: write `name={all.name}` for each, or `{name}`"
    );
    assert_eq!(
        mistake("<C client:lod/>"),
        "there is no directive `client:lod`\nhelp: did you mean `client:load`?"
    );
    assert!(mistake("<C client:whenever/>").contains("`client:visible`"));
    assert_eq!(
        mistake("<C client:media/>"),
        "`client:media` needs a media query\nhelp: write `client:media=\"(min-width: 40em)\"`"
    );
}

#[test]
fn slots() {
    assert_eq!(
        mistake("<C><b slot={x}/></C>"),
        "a slot's name is a plain text\nhelp: write `slot=\"…\"`"
    );
    assert_eq!(
        mistake("<slot name={x}/>"),
        "a slot's name is a plain text\nhelp: write `name=\"…\"`"
    );
    assert!(mistake("<slot class=\"a\"/>").starts_with("a slot takes only `name` and `slot`"));
    assert_eq!(
        mistake("<p><C slot=\"x\"/></p>"),
        "`slot` names a slot of the component around: there is none\nhelp: put this directly into the component, or remove `slot`"
    );
    assert!(mistake("<Fragment class=\"a\"/>").starts_with("a fragment prints no tag"));
}

#[test]
fn raw_content() {
    assert_eq!(
        mistake("<script>let a = 1; let b = 2;</script>"),
        "`<script>` holds quoted strings, which are printed as they are\nhelp: write its content as `r#\"…\"#`"
    );
    assert_eq!(
        mistake("<script>\"let a = \" {a}</script>"),
        "a value can't be escaped safely inside a script\nhelp: write `{json(&value)}`: it is printed as a JavaScript value"
    );
    assert!(
        mistake("<style>\"a{}\" {json(&a)}</style>")
            .starts_with("a value can't be escaped safely inside a style sheet")
    );
    assert!(
        mistake("<script>\"'</SCRIPT>'\"</script>").starts_with("a browser ends the `<script>`")
    );
    assert!(
        mistake("<script>\"<!-- <script>\"</script>")
            .starts_with("a browser reads `<!--` in a script")
    );
    assert_eq!(
        mistake("<script>\"a\""),
        "`<script>` is not closed\nhelp: write `</script>` where it ends"
    );
    assert_eq!(
        rest("<p><script>a</script>b</p>"),
        "<p><script></script>\"b\"</p>"
    );
}

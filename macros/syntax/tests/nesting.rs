//! Nesting, against a browser's parser: what is accepted is the tree that html5ever builds from it, and what is
//! refused is another.

mod show;

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ns, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

/// An element with its children; no name is text.
#[derive(Debug, Clone)]
struct Tree(&'static str, Vec<Tree>);

const NAMES: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "audio",
    "b",
    "bdi",
    "blockquote",
    "br",
    "button",
    "canvas",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "menu",
    "meta",
    "meter",
    "nav",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "picture",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "select",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "template",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "svg",
    "math",
];
/// Those whose rules meet each other.
const TRICKY: &[&str] = &[
    "a", "button", "caption", "col", "colgroup", "dd", "div", "dl", "dt", "form", "h1", "h2", "hr",
    "input", "li", "object", "ol", "optgroup", "option", "p", "rp", "rt", "ruby", "select", "span",
    "table", "tbody", "td", "template", "th", "thead", "tr", "ul", "svg",
];
const OF_SVG: &[&str] = &[
    "g",
    "path",
    "foreignObject",
    "desc",
    "a",
    "title",
    "p",
    "span",
    "div",
    "svg",
];
const OF_HEAD: &[&str] = &[
    "title", "meta", "link", "noscript", "template", "div", "p", "svg", "tr",
];
const VOID: &[&str] = &[
    "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr",
];

fn trees(names: &'static [&'static str]) -> impl Strategy<Value = Vec<Tree>> {
    let leaf = prop_oneof![1 => Just(Tree("", Vec::new())), 3 => prop::sample::select(names).prop_map(|name| Tree(name, Vec::new()))];
    let tree = leaf.prop_recursive(6, 24, 3, move |inner| {
        (
            prop::sample::select(names),
            prop::collection::vec(inner, 0..3),
        )
            .prop_map(|(name, children)| {
                Tree(
                    name,
                    if VOID.contains(&name) {
                        Vec::new()
                    } else {
                        children
                    },
                )
            })
    });
    prop::collection::vec(tree, 1..3)
}

fn source(trees: &[Tree]) -> String {
    let mut text = String::new();
    for Tree(name, children) in trees {
        match *name {
            "" => text.push('x'),
            name if VOID.contains(&name) => text.push_str(&format!("<{name}>")),
            name => text.push_str(&format!("<{name}>{}</{name}>", source(children))),
        }
    }
    text
}

/// A tree of the parser's as source text.
fn dom(node: &Handle, out: &mut String) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Element {
                name,
                template_contents,
                ..
            } => {
                let prefix = if name.ns == ns!(html) { "" } else { ":" };
                let name = name.local.to_string();
                out.push_str(&format!("<{prefix}{name}>"));
                if let Some(contents) = &*template_contents.borrow() {
                    dom(contents, out);
                }
                dom(child, out);
                if !VOID.contains(&name.as_str()) {
                    out.push_str(&format!("</{prefix}{name}>"));
                }
            }
            NodeData::Text { contents } => out.push_str(&contents.borrow().replace('<', "&lt;")),
            _ => {}
        }
    }
}

fn parsed(html: &str) -> String {
    let opts = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            ..Default::default()
        },
        ..Default::default()
    };
    let document = parse_document(RcDom::default(), opts).one(html);
    let mut out = String::new();
    dom(&document.document, &mut out);
    out
}

/// The source as `dom` shows it. The rows of a table without `<tbody>` get one, which moves nothing.
fn expected(trees: &[Tree], parent: &str, foreign: bool) -> String {
    let mut text = String::new();
    let mut implied = false;
    for Tree(name, children) in trees {
        let row = parent == "table" && !foreign && *name == "tr";
        if implied && !row && !matches!(*name, "template") {
            text.push_str("</tbody>");
            implied = false;
        } else if row && !implied {
            text.push_str("<tbody>");
            implied = true;
        }
        if name.is_empty() {
            text.push('x');
            continue;
        }
        let door = matches!(*name, "foreignObject" | "desc" | "title");
        let own = foreign || matches!(*name, "svg" | "math");
        let prefix = if own { ":" } else { "" };
        text.push_str(&format!(
            "<{prefix}{name}>{}",
            expected(children, name, own && !door)
        ));
        if !VOID.contains(name) {
            text.push_str(&format!("</{prefix}{name}>"));
        }
    }
    text + if implied { "</tbody>" } else { "" }
}

fn in_body(trees: &[Tree]) -> Result<(), TestCaseError> {
    let page = |body: &str| format!("<html><head></head><body>{body}</body></html>");
    compare(
        &page(&source(trees)),
        &page(&expected(trees, "body", false)),
    )
}

fn in_head(trees: &[Tree]) -> Result<(), TestCaseError> {
    let page = |head: &str| format!("<html><head>{head}</head><body></body></html>");
    compare(
        &page(&source(trees)),
        &page(&expected(trees, "head", false)),
    )
}

fn compare(source: &str, expected: &str) -> Result<(), TestCaseError> {
    let html = format!("<!DOCTYPE html>{source}");
    // Outside SVG, names have no case.
    let same = parsed(&html).eq_ignore_ascii_case(expected);
    // An element in the wrong language stays where it is; the browser only does not know it.
    let mistakes: Vec<_> = show::mistakes(&html)
        .into_iter()
        .filter(|mistake| !mistake.contains(" is an element of "))
        .collect();
    if same && (source.contains("<template>") || source.contains("<form></form>")) {
        // In a template with a table's parts, content that a browser leaves there is refused like in a table; and a
        // form without content can stay in a table.
        return Ok(());
    }
    prop_assert_eq!(
        mistakes.is_empty(),
        same,
        "{}\n{:#?}\n{}",
        source,
        mistakes,
        parsed(&html)
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_elements(trees in trees(NAMES)) {
        in_body(&trees)?;
    }

    #[test]
    fn elements_whose_rules_meet(trees in trees(TRICKY)) {
        in_body(&trees)?;
    }

    #[test]
    fn svg(trees in trees(OF_SVG)) {
        in_body(&[Tree("svg", trees)])?;
    }

    #[test]
    fn head(trees in trees(OF_HEAD)) {
        in_head(&trees)?;
    }
}

#[test]
fn documents() {
    let parts = [
        "<head></head>",
        "<body></body>",
        "<p></p>",
        "<html></html>",
        "<title></title>",
        "x",
        "",
    ];
    for (first, second) in parts
        .iter()
        .flat_map(|first| parts.iter().map(move |second| (*first, *second)))
    {
        let source = format!("<html>{first}{second}</html>");
        // A missing head or body is added, which moves nothing.
        let head = if [first, second].contains(&"<head></head>") {
            ""
        } else {
            "<head></head>"
        };
        let body = if [first, second].contains(&"<body></body>") {
            ""
        } else {
            "<body></body>"
        };
        let added = match (first, second) {
            ("<head></head>", second) => format!("<html>{first}{body}{second}</html>"),
            (first, second) => format!("<html>{head}{first}{second}{body}</html>"),
        };
        let same = parsed(&format!("<!DOCTYPE html>{source}")) == added;
        let mistakes = show::mistakes(&source);
        assert_eq!(mistakes.is_empty(), same, "{source}: {mistakes:#?}");
    }
}

/// Whether an annotation holds HTML, its `encoding` says.
#[test]
fn annotations() {
    for (source, tree) in [
        (
            "<annotation-xml encoding=\"text/html\"><p>x</p></annotation-xml>",
            "<:annotation-xml><p>x</p></:annotation-xml>",
        ),
        (
            "<annotation-xml encoding=\"Application/XHTML+XML\"><p>x</p></annotation-xml>",
            "<:annotation-xml><p>x</p></:annotation-xml>",
        ),
        (
            "<annotation-xml><p>x</p></annotation-xml>",
            "<:annotation-xml><p>x</p></:annotation-xml>",
        ),
        (
            "<annotation-xml encoding=\"image/svg+xml\"><svg><g></g></svg></annotation-xml>",
            "<:annotation-xml><:svg><:g></:g></:svg></:annotation-xml>",
        ),
        (
            "<annotation-xml encoding=\"MathML-Content\"><mi>x</mi></annotation-xml>",
            "<:annotation-xml><:mi>x</:mi></:annotation-xml>",
        ),
    ] {
        let html = format!("<!DOCTYPE html><math>{source}</math>");
        let same = parsed(&html).contains(&format!("<body><:math>{tree}</:math></body>"));
        assert_eq!(
            show::mistakes(&html).is_empty(),
            same,
            "{html}: {}",
            parsed(&html)
        );
    }
}

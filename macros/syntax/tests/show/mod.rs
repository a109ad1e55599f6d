//! Trees as one line of text, so that a test can say what it expects.
//!
//! Text is quoted, code stands in braces, `~` ends what has no closing tag.
#![allow(dead_code)]

use isle_syntax::diagnostic::Diagnostic;
use isle_syntax::markup::tree::*;
use isle_syntax::markup::{Source, parse};
use proc_macro2::{Delimiter, LineColumn, TokenStream};

/// The tree of a template, which must have no mistakes; read with and without its source text.
#[track_caller]
pub(crate) fn tree(source: &str) -> String {
    let (template, mistakes) = read(source);
    assert!(
        mistakes.is_empty(),
        "{source}\nhas mistakes: {:#?}",
        texts(&mistakes)
    );
    let shown = template_text(&template);
    let (template, mistakes) = parse(source.parse().unwrap(), None);
    assert!(
        mistakes.is_empty(),
        "{source}\nwithout its text has mistakes: {:#?}",
        texts(&mistakes)
    );
    assert_eq!(
        template_text(&template),
        shown,
        "with spans alone, {source} is another tree"
    );
    shown
}

/// The mistakes in a template, each with its help.
#[track_caller]
pub(crate) fn mistakes(source: &str) -> Vec<String> {
    texts(&read(source).1)
}

/// The one mistake in a template.
#[track_caller]
pub(crate) fn mistake(source: &str) -> String {
    let mistakes = mistakes(source);
    assert_eq!(
        mistakes.len(),
        1,
        "{source}\nhas these mistakes: {mistakes:#?}"
    );
    mistakes.into_iter().next().unwrap()
}

/// What the one mistake in a template points at.
#[track_caller]
pub(crate) fn place(source: &str) -> String {
    let (_, mistakes) = read(source);
    assert_eq!(
        mistakes.len(),
        1,
        "{source}\nhas these mistakes: {:#?}",
        texts(&mistakes)
    );
    let start = LineColumn { line: 1, column: 0 };
    let text = Source::new(source, start);
    text.between(mistakes[0].start.start(), mistakes[0].end.end())
        .unwrap()
        .to_owned()
}

/// A template with its source text.
#[track_caller]
pub(crate) fn read(source: &str) -> (Template, Vec<Diagnostic>) {
    let tokens: TokenStream = source
        .parse()
        .unwrap_or_else(|error| panic!("{source}: {error}"));
    parse(
        tokens,
        Some(Source::new(source, LineColumn { line: 1, column: 0 })),
    )
}

fn texts(mistakes: &[Diagnostic]) -> Vec<String> {
    mistakes.iter().map(Diagnostic::text).collect()
}

pub(crate) fn template_text(template: &Template) -> String {
    let fence = template
        .fence
        .as_ref()
        .map_or(String::new(), |fence| format!("---{fence}---"));
    fence + &nodes(&template.nodes)
}

fn nodes(nodes: &[Node]) -> String {
    nodes.iter().map(node).collect()
}

fn node(node: &Node) -> String {
    match node {
        Node::Doctype(_) => "<!doctype>".to_owned(),
        Node::Comment(text) => format!("<!--{}-->", text.value),
        Node::Text(text) => format!("{:?}", text.value),
        Node::Element(element) => {
            let attributes: String = element.attributes.iter().map(attribute).collect();
            let (name, slot) = (&element.name.text, into_slot(&element.slot));
            if element.void {
                return format!("<{name}{slot}{attributes}>");
            }
            format!(
                "<{name}{slot}{attributes}>{}</{name}>",
                crate::show::nodes(&element.children)
            )
        }
        Node::Component(component) => {
            let path = component.path.to_string().replace(' ', "");
            let props: String = component
                .props
                .iter()
                .map(|prop| format!(" {}{}", prop.name, value(&prop.value)))
                .collect();
            let directives: String = component
                .directives
                .iter()
                .map(|(name, of)| format!(" {}{}", name.text, value(of)))
                .collect();
            let slot = into_slot(&component.slot);
            format!(
                "<{path}{slot}{props}{directives}>{}</{path}>",
                crate::show::nodes(&component.children)
            )
        }
        Node::Fragment(fragment) => format!(
            "<{}>{}</>",
            into_slot(&fragment.slot),
            crate::show::nodes(&fragment.children)
        ),
        Node::Slot(slot) => {
            let name = slot
                .name
                .as_ref()
                .map_or(String::new(), |name| format!(" name={:?}", name.value));
            format!(
                "<slot{name}{}>{}</slot>",
                into_slot(&slot.slot),
                crate::show::nodes(&slot.fallback)
            )
        }
        Node::Value(of) => format!("{{{}}}", code(of)),
        Node::If(tree) => {
            let branches: Vec<_> = tree
                .branches
                .iter()
                .map(|(of, body)| format!("if {} {{{}}}", code(of), crate::show::nodes(body)))
                .collect();
            let last = tree.otherwise.as_ref().map_or(String::new(), |body| {
                format!(" else {{{}}}", crate::show::nodes(body))
            });
            branches.join(" else ") + &last
        }
        Node::For(tree) => format!(
            "for {} in {} {{{}}}",
            tree.pattern,
            code(&tree.iterator),
            crate::show::nodes(&tree.body)
        ),
        Node::While(tree) => format!(
            "while {} {{{}}}",
            code(&tree.condition),
            crate::show::nodes(&tree.body)
        ),
        Node::Match(tree) => {
            let arms: Vec<_> = tree
                .arms
                .iter()
                .map(|(pattern, body)| format!("{pattern} => {{{}}}", crate::show::nodes(body)))
                .collect();
            format!("match {} {{{}}}", code(&tree.subject), arms.join(" "))
        }
        Node::Statements(of) => format!("[{}]", code(of)),
        Node::Block(body) => format!("({})", crate::show::nodes(body)),
    }
}

fn into_slot(slot: &Option<Text>) -> String {
    slot.as_ref()
        .map_or(String::new(), |slot| format!(" ->{}", slot.value))
}

fn attribute(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Plain {
            name, value: of, ..
        } => format!(" {}{}", name.text, value(of)),
        Attribute::Spread(of) => format!(" {{..{}}}", code(of)),
        Attribute::ClassList { base, items, .. } => {
            let base = base
                .as_ref()
                .map_or(String::new(), |base| format!("{:?} + ", base.value));
            format!(
                " class:list={base}[{}]",
                items.iter().map(code).collect::<Vec<_>>().join("; ")
            )
        }
        Attribute::Style { items, .. } => {
            let pair = |(name, of): &(Option<Code>, Code)| match name {
                Some(name) => format!("{}: {}", code(name), code(of)),
                None => format!("..{}", code(of)),
            };
            format!(
                " style=[{}]",
                items.iter().map(pair).collect::<Vec<_>>().join("; ")
            )
        }
        Attribute::SetHtml(of) => format!(" set:html={{{}}}", code(of)),
        Attribute::SetText(of) => format!(" set:text={{{}}}", code(of)),
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::Bare => String::new(),
        Value::Text(text) => format!("={:?}", text.value),
        Value::Code(of) => format!("={{{}}}", code(of)),
    }
}

fn code(code: &Code) -> String {
    let pieces: Vec<_> = code
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Rust(tokens) => tokens.to_string(),
            Piece::Group {
                delimiter,
                code: of,
                ..
            } => match delimiter {
                Delimiter::Parenthesis => format!("({})", crate::show::code(of)),
                Delimiter::Bracket => format!("[{}]", crate::show::code(of)),
                Delimiter::Brace => format!("{{{}}}", crate::show::code(of)),
                Delimiter::None => crate::show::code(of),
            },
            Piece::Markup(of, _) => format!("html!({})", nodes(of)),
        })
        .collect();
    pieces.join(" ")
}

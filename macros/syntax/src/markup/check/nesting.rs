//! Nesting that a browser rearranges: what the HTML standard's tree construction closes, moves or drops
//! (<https://html.spec.whatwg.org/multipage/parsing.html#tree-construction>).
//!
//! Only what makes another tree than the one that is written counts: not what is merely bad style, and not an element
//! that is added without moving another (`<tbody>` between `<table>` and `<tr>`).

use isle_facts::{allowed, ends_p, holds_no_text, is_heading, is_implied, is_special, required};

use super::ancestor::{Ancestor, Namespace};
use super::element::breaks_out;
use super::walk::Walk;
use crate::diagnostic::Diagnostic;
use crate::markup::table::{Facts, Kind};
use crate::markup::tree::{Attribute, Element, Text, Value};

/// What a browser does where an element stands, and what to do about it.
struct Rearranged {
    message: String,
    help: String,
}

impl<'t> Walk<'t> {
    /// An element against the elements around it.
    pub(super) fn check_nesting(
        &mut self,
        element: &'t Element,
        facts: &Facts<'_>,
        namespace: Namespace,
    ) {
        let name = element.name.text.as_str();
        let foreign = self
            .around
            .last()
            .filter(|it| it.is_known() && !it.holds_html());
        let found = match foreign {
            Some(parent) => in_foreign(parent, name),
            None => self
                .in_parent(element, facts.kind)
                .or_else(|| match namespace {
                    Namespace::Html => self.in_scope(name),
                    _ => None,
                }),
        };
        let name = &element.name;
        let found = found.map(|Rearranged { message, help }| {
            Diagnostic::between(name.start, name.end, message).help(help)
        });
        self.mistakes.extend(found);
    }

    /// The rules that look at the parent alone.
    fn in_parent(&self, element: &Element, kind: Kind) -> Option<Rearranged> {
        let name = element.name.text.as_str();
        let parent = self.around.last().filter(|parent| parent.is_known())?;
        let root = match kind {
            Kind::Svg => "svg",
            Kind::MathMl => "math",
            _ => name,
        };
        if name != root && parent.namespace == Namespace::Html {
            return Some(Rearranged {
                message: format!(
                    "`<{name}>` is an element of `<{root}>`: here a browser does not know it"
                ),
                help: format!("put it into `<{root}>`"),
            });
        }
        if let Some(parents) = required(name)
            && !parents.contains(&parent.name)
        {
            let message = format!(
                "`<{name}>` can't stand in `<{}>`: a browser moves it or drops it",
                parent.shown
            );
            let parents: Vec<_> = parents
                .iter()
                .map(|parent| format!("`<{parent}>`"))
                .collect();
            let help = match parents.as_slice() {
                [] => "remove it: `<html>` is the outermost element".to_owned(),
                parents => format!("put it into {}", parents.join(" or ")),
            };
            return Some(Rearranged { message, help });
        }
        let (held, becomes) =
            allowed(parent.name, self.in_head()).filter(|_| parent.namespace == Namespace::Html)?;
        let hidden = name == "input" && hidden(element) && parent.name != "head";
        (!held.contains(&name) && !hidden).then(|| Rearranged {
            message: format!("a browser moves `<{name}>` out of the `<{}>`", parent.shown),
            help: becomes.to_owned(),
        })
    }

    pub(super) fn in_head(&self) -> bool {
        matches!(self.around.as_slice(), [.., head, _] if head.is("head"))
    }

    /// The rules that look further up.
    fn in_scope(&self, name: &str) -> Option<Rearranged> {
        let parent = self.around.last()?;
        if ends_p(name)
            && let Some(p) = self.open("p", "button")
        {
            let help = "close the `<p>` before, or make it a `<div>`".to_owned();
            return Some(Rearranged {
                help,
                ..ended(p, name)
            });
        }
        let found = match name.as_bytes() {
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                Some(parent).filter(|it| it.is_html(is_heading))
            }
            b"li" => self.item(|name| name == "li"),
            b"dd" | b"dt" => self.item(|name| matches!(name, "dd" | "dt")),
            b"a" => self.link(),
            b"button" => self.open("button", ""),
            b"select" | b"input" => self.open("select", ""),
            b"option" | b"optgroup" | b"hr" => self.choice(name, parent),
            b"rt" | b"rp" => self
                .open("ruby", "")
                .and(Some(parent))
                .filter(|it| it.is_html(is_implied)),
            b"form" => return self.form(),
            _ => None,
        };
        found.map(|around| ended(around, name))
    }

    /// An element around that is open in the standard's "default scope", which another element may end as well.
    fn open(&self, wanted: &str, also: &str) -> Option<&Ancestor<'t>> {
        for ancestor in self.around.iter().rev() {
            if ancestor.is(wanted) {
                return Some(ancestor);
            }
            if ancestor.ends_scope() || ancestor.is(also) {
                return None;
            }
        }
        None
    }

    /// The item of a list that a new item ends.
    fn item(&self, is_item: fn(&str) -> bool) -> Option<&Ancestor<'t>> {
        let item = self
            .around
            .iter()
            .rev()
            .find(|it| it.is_html(is_item) || ends_items(it))?;
        item.is_html(is_item).then_some(item)
    }

    /// The link that a new link ends.
    fn link(&self) -> Option<&Ancestor<'t>> {
        let ends = |name: &str| matches!(name, "caption" | "object" | "td" | "template" | "th");
        let link = self
            .around
            .iter()
            .rev()
            .find(|it| it.is("a") || !it.is_known() || it.is_html(ends))?;
        link.is("a").then_some(link)
    }

    /// What an option, a group of them or a line between them ends.
    fn choice(&self, name: &str, parent: &'t Ancestor<'t>) -> Option<&Ancestor<'t>> {
        let ended = match (self.open("select", "").is_some(), name) {
            (false, "hr") => false,
            (false, _) => parent.is("option"),
            (true, "option") => parent.is_html(is_implied) && !parent.is("optgroup"),
            (true, _) => parent.is_html(is_implied),
        };
        ended.then_some(parent)
    }

    /// A form around another, however far.
    fn form(&self) -> Option<Rearranged> {
        let form = self
            .around
            .iter()
            .rev()
            .find(|it| it.is("form") || !it.is_known() || it.is("template"))?;
        form.is("form").then(|| Rearranged {
            message: "a browser drops a `<form>` within a `<form>`".to_owned(),
            help: "close the outer form before; a control can belong to a form elsewhere by its `form` attribute".to_owned(),
        })
    }

    /// Text against the element around it.
    pub(super) fn text(&mut self, text: &'t Text) {
        let Some(parent) = self.around.last().filter(|parent| parent.is_known()) else {
            return;
        };
        let moved = parent.is_html(holds_no_text) || (parent.is("noscript") && self.in_head());
        let blank = [' ', '\n', '\t', '\r', '\x0c'];
        if !moved || text.value.trim_matches(blank).is_empty() {
            return;
        }
        let message = format!("a browser moves text out of the `<{}>`", parent.shown);
        let help = match parent.name {
            "head" | "noscript" => "put it into `<title>`, or into the `<body>`",
            "html" => "put it into the `<body>`",
            _ => "put it into a `<td>`, a `<th>` or the `<caption>`",
        };
        self.mistakes
            .push(Diagnostic::between(text.start, text.end, message).help(help));
    }
}

fn ended(around: &Ancestor<'_>, name: &str) -> Rearranged {
    let around = around.name;
    Rearranged {
        message: format!("a browser ends the `<{around}>` before this `<{name}>`"),
        help: format!("close the `<{around}>` before, or use another element"),
    }
}

/// HTML in SVG or MathML.
fn in_foreign(parent: &Ancestor<'_>, name: &str) -> Option<Rearranged> {
    let (root, door) = match parent.namespace {
        Namespace::Svg => ("svg", "foreignObject"),
        _ => ("math", "mtext"),
    };
    breaks_out(name).then(|| Rearranged {
        message: format!("a browser ends the `<{root}>` before this `<{name}>`, which is HTML"),
        help: format!("put HTML into `<{door}>`"),
    })
}

/// `<input type="hidden">` may stand anywhere in a table.
fn hidden(input: &Element) -> bool {
    input.attributes.iter().any(|attribute| match attribute {
        Attribute::Plain {
            name,
            value: Value::Text(text),
            ..
        } => name.text == "type" && text.value.eq_ignore_ascii_case("hidden"),
        _ => false,
    })
}

/// Whether the search for an open list item stops at an element: at those that the standard calls special, but for
/// `address`, `div` and `p`.
fn ends_items(ancestor: &Ancestor<'_>) -> bool {
    !ancestor.is_known()
        || ancestor.ends_scope()
        || (ancestor.namespace == Namespace::Html && is_special(ancestor.name))
}

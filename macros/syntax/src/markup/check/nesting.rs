//! Nesting that a browser rearranges: what the HTML standard's tree construction closes, moves or drops
//! (<https://html.spec.whatwg.org/multipage/parsing.html#tree-construction>).
//!
//! Only what makes another tree than the one that is written counts: not what is merely bad style, and not an element
//! that is added without moving another (`<tbody>` between `<table>` and `<tr>`).

use super::ancestor::{Ancestor, Namespace};
use super::element::breaks_out;
use super::model::{ENDS_P, HEADINGS, IMPLIED, allowed, ends_items, required};
use super::walk::Walk;
use crate::diagnostic::Diagnostic;
use crate::markup::table;
use crate::markup::tree::{Attribute, Element, Text, Value};

/// What a browser does where an element stands, and what to do about it.
struct Rearranged {
    message: String,
    help: String,
}

impl<'t> Walk<'t> {
    /// An element against the elements around it.
    pub(super) fn check_nesting(&mut self, element: &'t Element, namespace: Namespace) {
        let name = element.name.text.as_str();
        let foreign = self
            .around
            .last()
            .filter(|it| it.is_known() && !it.holds_html());
        let found = match foreign {
            Some(parent) => in_foreign(parent, name),
            None => self.in_parent(element).or_else(|| match namespace {
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
    fn in_parent(&self, element: &Element) -> Option<Rearranged> {
        let name = element.name.text.as_str();
        let parent = self.around.last().filter(|parent| parent.is_known())?;
        let root = match table::kind(name) {
            table::Kind::Svg => "svg",
            table::Kind::MathMl => "math",
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

    fn in_head(&self) -> bool {
        matches!(self.around.as_slice(), [.., head, _] if head.is("head"))
    }

    /// The rules that look further up.
    fn in_scope(&self, name: &str) -> Option<Rearranged> {
        let parent = self.around.last()?;
        let up = || self.around.iter().rev();
        let within = |wanted: &str, also: &str| {
            up().take_while(|ancestor| {
                ancestor.is(wanted)
                    || !(ancestor.ends_scope() || (!also.is_empty() && ancestor.is(also)))
            })
            .find(|ancestor| ancestor.is(wanted))
        };
        let ends = |around: &Ancestor<'_>| Rearranged {
            message: format!(
                "a browser ends the `<{}>` before this `<{name}>`",
                around.name
            ),
            help: format!(
                "close the `<{}>` before, or use another element",
                around.name
            ),
        };
        if ENDS_P.contains(&name)
            && let Some(p) = within("p", "button")
        {
            return Some(Rearranged {
                help: "close the `<p>` before, or make it a `<div>`".to_owned(),
                ..ends(p)
            });
        }
        let select = within("select", "");
        let found = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                Some(parent).filter(|parent| parent.is_one(&HEADINGS))
            }
            "li" => self.item(&["li"]),
            "dd" | "dt" => self.item(&["dd", "dt"]),
            "a" => up()
                .take_while(|it| {
                    it.is_known() && !it.is_one(&["caption", "object", "td", "template", "th"])
                })
                .find(|it| it.is("a")),
            "button" => within("button", ""),
            "select" | "input" => select,
            "option" if select.is_none() => Some(parent).filter(|parent| parent.is("option")),
            "option" => {
                Some(parent).filter(|parent| !parent.is("optgroup") && parent.is_one(&IMPLIED))
            }
            "optgroup" if select.is_none() => Some(parent).filter(|parent| parent.is("option")),
            "optgroup" | "hr" if select.is_some() => {
                Some(parent).filter(|parent| parent.is_one(&IMPLIED))
            }
            "rt" | "rp" if within("ruby", "").is_some() => {
                Some(parent).filter(|parent| parent.is_one(&IMPLIED))
            }
            "form" => {
                let outer = up()
                    .take_while(|it| it.is_known() && !it.is("template"))
                    .find(|it| it.is("form"));
                return outer.map(|_| Rearranged {
                    message: "a browser drops a `<form>` within a `<form>`".to_owned(),
                    help: "close the outer form before; a control can belong to a form elsewhere by its `form` attribute".to_owned(),
                });
            }
            _ => None,
        };
        found.map(ends)
    }

    /// The item of a list that a new item ends.
    fn item(&self, names: &[&str]) -> Option<&Ancestor<'t>> {
        for ancestor in self.around.iter().rev() {
            if ancestor.is_one(names) {
                return Some(ancestor);
            }
            if ends_items(ancestor) {
                return None;
            }
        }
        None
    }

    /// Text against the element around it.
    pub(super) fn text(&mut self, text: &'t Text) {
        let Some(parent) = self.around.last().filter(|parent| parent.is_known()) else {
            return;
        };
        let structure = [
            "colgroup", "head", "html", "table", "tbody", "tfoot", "thead", "tr",
        ];
        let moved = parent.is_one(&structure) || (parent.is("noscript") && self.in_head());
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

//! What only shows on a whole page, across its components: a debug build looks, and logs what it finds.
//!
//! Within one template the compiler sees it; here are the rules that matter most where components meet. Source: the
//! HTML standard's [tree construction](https://html.spec.whatwg.org/multipage/parsing.html#tree-construction).

mod tags;

use std::collections::HashSet;

use tags::{Tag, Tags};

/// Elements without content or closing tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that can't stand in one of their own kind.
const NOT_IN_ITSELF: [&str; 3] = ["a", "button", "form"];

/// Elements behind which those around them are not looked for.
const SCOPE: [&str; 9] = [
    "table", "td", "th", "caption", "template", "object", "marquee", "svg", "math",
];

/// What is wrong with a page, a sentence each.
pub(crate) fn audit(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut ids = HashSet::new();
    for tag in Tags::of(page) {
        match tag {
            Tag::Open { name, id } => {
                if let Some(id) = id
                    && !ids.insert(id)
                {
                    found.push(format!("two elements have the id {id:?}"));
                }
                found.extend(misplaced(name, &open));
                if !VOID.contains(&name) {
                    open.push(name);
                }
            }
            Tag::Close(name) => {
                if let Some(at) = open.iter().rposition(|around| *around == name) {
                    open.truncate(at);
                }
            }
        }
    }
    found
}

/// The first end tag that ends nothing which begins in this markup.
#[cfg_attr(not(feature = "tsx"), allow(dead_code))]
pub(crate) fn breaks_out(markup: &str) -> Option<&str> {
    let mut open: Vec<&str> = Vec::new();
    for tag in Tags::of(markup) {
        match tag {
            Tag::Open { name, .. } => open.push(name),
            Tag::Close(name) => match open.iter().rposition(|around| *around == name) {
                Some(at) => open.truncate(at),
                None => return Some(name),
            },
        }
    }
    None
}

fn misplaced(name: &str, open: &[&str]) -> Option<String> {
    let around = || {
        open.iter()
            .rev()
            .take_while(|around| !SCOPE.contains(around))
    };
    if around().any(|around| *around == name) && NOT_IN_ITSELF.contains(&name) {
        return Some(format!(
            "`<{name}>` stands in `<{name}>`: a browser ends the outer one before it, or drops it"
        ));
    }
    if isle_facts::ends_p(name)
        && around()
            .take_while(|around| **around != "button")
            .any(|around| *around == "p")
    {
        return Some(format!(
            "`<{name}>` stands in a `<p>`: a browser ends the `<p>` before it"
        ));
    }
    let (parents, parent) = (isle_facts::required(name)?, *open.last()?);
    // A template's content is parsed like what it begins with.
    (parent != "template" && !parents.contains(&parent))
        .then(|| format!("`<{name}>` stands in `<{parent}>`: a browser drops it or moves it"))
}

#[cfg(test)]
mod tests {
    use super::{audit, breaks_out};

    #[test]
    fn good_pages_are_passed() {
        for page in [
            "<!DOCTYPE html><html><head><title>a</title></head><body><p id=\"a\">x<br>y</p><p id=\"b\"></p></body></html>",
            "<table><tr><td><table><tbody><tr><td></td></tr></tbody></table></td></tr></table>",
            "<p>a</p><div><p>b</p></div><button><b>x</b></button><a>1</a><a>2</a>",
            "<p><svg><a></a></svg></p><a><svg><a></a></svg></a>",
            "<p><button><div></div></button></p>",
        ] {
            assert_eq!(audit(page), [""; 0], "{page}");
        }
    }

    #[test]
    fn what_a_browser_rearranges_is_found() {
        for (page, wrong) in [
            (
                "<p><div></div></p>",
                "`<div>` stands in a `<p>`: a browser ends the `<p>` before it",
            ),
            (
                "<p><b><ul></ul></b></p>",
                "`<ul>` stands in a `<p>`: a browser ends the `<p>` before it",
            ),
            (
                "<a><b><a></a></b></a>",
                "`<a>` stands in `<a>`: a browser ends the outer one before it, or drops it",
            ),
            (
                "<div><tr></tr></div>",
                "`<tr>` stands in `<div>`: a browser drops it or moves it",
            ),
            (
                "<table><td></td></table>",
                "`<td>` stands in `<table>`: a browser drops it or moves it",
            ),
            (
                "<i id=\"a\"></i><b id=\"a\"></b>",
                "two elements have the id \"a\"",
            ),
        ] {
            assert_eq!(audit(page), [wrong], "{page}");
        }
    }

    #[test]
    fn markup_that_ends_what_is_around_it_is_found() {
        for whole in [
            "",
            "text",
            "<p>a<br>b",
            "<div><p>a</div>",
            "<ul><li>a<li>b</ul>",
            "<!-- </div> --><i>a</i>",
        ] {
            assert_eq!(breaks_out(whole), None, "{whole}");
        }
        assert_eq!(breaks_out("<b>a</b></isle-island><b>"), Some("isle-island"));
        assert_eq!(breaks_out("</div>"), Some("div"));
    }
}

//! The DOM oracle: whatever a value is, the page's tree is the one with an innocuous value, the value aside.

use isle_dom::{Node, difference_by};

use crate::conformance::say;
use crate::payloads::payloads;

/// The innocuous value.
pub const PLACEHOLDER: &str = "zqxplaceholder";

/// How a type of value is printed in a place: its name, and what prints it.
pub type Printing = (&'static str, fn(&str) -> String);

/// Judges a string of the page with the placeholder against the same string of the page with a value.
///
/// The first argument is the value, the second holds the placeholder.
pub type Judge = fn(value: &str, expected: &str, found: &str) -> bool;

/// A place in markup, and what is expected of a value there.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// What to call it.
    pub name: &'static str,
    /// Whether the page is parsed as a browser with scripts does it.
    pub scripts: bool,
    /// What the value becomes.
    pub judge: Judge,
}

impl Place {
    /// A place where the value is found as it is.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            scripts: true,
            judge: verbatim,
        }
    }

    /// Parses the page as a browser without scripts does.
    pub const fn without_scripts(self) -> Self {
        Self {
            scripts: false,
            ..self
        }
    }

    /// A place with a judge of its own.
    pub const fn judged(self, judge: Judge) -> Self {
        Self { judge, ..self }
    }

    /// What a browser makes of a page, or of markup in a page's body, with something behind it that must stay there.
    pub fn tree(&self, html: &str) -> Vec<Node> {
        let page = if html.starts_with("<!DOCTYPE") {
            html.to_owned()
        } else {
            format!(
                "<!DOCTYPE html><html><head><title>t</title></head><body>{html}<p id=\"end\">end</p></body></html>"
            )
        };
        if self.scripts {
            isle_dom::parse(&page)
        } else {
            isle_dom::parse_without_scripts(&page)
        }
    }

    /// Where the tree with a value differs from the tree with the placeholder.
    pub fn difference(&self, expected: &[Node], html: &str, value: &str) -> Option<String> {
        let mut same = |expected: &str, found: &str| {
            if expected.contains(PLACEHOLDER) {
                (self.judge)(value, expected, found)
            } else {
                expected == found
            }
        };
        difference_by(expected, &self.tree(html), &mut same)
    }

    /// The payloads that change the page, each with its type of value and the first difference.
    pub fn differences(&self, printings: &[Printing]) -> Vec<String> {
        let mut found = Vec::new();
        let trees: Vec<Vec<Node>> = printings
            .iter()
            .map(|(_, print)| self.tree(&print(PLACEHOLDER)))
            .collect();
        for value in payloads() {
            let mut clean = None;
            for ((name, print), tree) in printings.iter().zip(&trees) {
                let html = print(value);
                // What is the same markup in the same place is the same tree.
                if clean
                    .as_ref()
                    .is_some_and(|(page, before)| *page == html && *before == tree)
                {
                    continue;
                }
                match self.difference(tree, &html, value) {
                    Some(difference) => found.push(format!("{name}: {value:?}: {difference}")),
                    None => clean = Some((html, tree)),
                }
            }
        }
        found
    }

    /// Fails for a payload that changes the page, whatever type of value it comes as.
    pub fn holds(&self, printings: &[Printing]) {
        for (name, print) in printings {
            let tree = format!("{:?}", self.tree(&print(PLACEHOLDER)));
            assert!(
                tree.contains(PLACEHOLDER),
                "{}, {name}: the value is not printed: {tree}",
                self.name
            );
        }
        let found = self.differences(printings);
        assert!(
            found.is_empty(),
            "{}: {} differences, such as\n{}",
            self.name,
            found.len(),
            found[..found.len().min(20)].join("\n")
        );
        say(&format!(
            "oracle: {}: {} values as {} types, no difference",
            self.name,
            payloads().len(),
            printings.len()
        ));
    }
}

/// The value as the parser reads it: line breaks made one, NUL made U+FFFD.
pub fn read(value: &str) -> String {
    value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "\u{fffd}")
}

/// The value is there as it is.
pub fn verbatim(value: &str, expected: &str, found: &str) -> bool {
    expected.replace(PLACEHOLDER, &read(value)) == found
}

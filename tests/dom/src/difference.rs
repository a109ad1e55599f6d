//! Where two trees differ.

use crate::{Element, Node};

/// The first place where two lists of nodes differ, in words: the path to it, and both sides.
///
/// ```
/// let (a, b) = (isle_dom::parse("<p>a</p>"), isle_dom::parse("<p><b>a</b></p>"));
/// assert!(isle_dom::difference(&a, &a).is_none());
/// assert_eq!(
///     isle_dom::difference(&a, &b).unwrap(),
///     "html[0] > body[1] > p[0] > [0]: \"a\" became <b>…"
/// );
/// ```
pub fn difference(expected: &[Node], found: &[Node]) -> Option<String> {
    difference_by(expected, found, &mut |expected, found| expected == found)
}

/// As [`difference`], but `same` judges each text and each attribute's value, the expected one first.
///
/// ```
/// let (a, b) = (isle_dom::parse("<p title=X>X</p>"), isle_dom::parse("<p title=1>2</p>"));
/// let same = |expected: &str, _: &str| expected == "X";
/// assert!(isle_dom::difference_by(&a, &b, &mut &same).is_none());
/// ```
pub fn difference_by(
    expected: &[Node],
    found: &[Node],
    same: &mut impl FnMut(&str, &str) -> bool,
) -> Option<String> {
    list(expected, found, "", same)
}

fn list(
    expected: &[Node],
    found: &[Node],
    path: &str,
    same: &mut impl FnMut(&str, &str) -> bool,
) -> Option<String> {
    for (index, pair) in expected.iter().zip(found).enumerate() {
        let equal = match pair {
            (Node::Text(a), Node::Text(b)) => same(a, b),
            (Node::Element(a), Node::Element(b)) if same_tag(a, b, same) => {
                let path = format!("{path}{}[{index}] > ", a.name);
                if let Some(difference) = list(&a.children, &b.children, &path, same) {
                    return Some(difference);
                }
                true
            }
            (Node::Element(_), Node::Element(_)) => false,
            (a, b) => a == b,
        };
        if !equal {
            let (a, b) = (short(pair.0), short(pair.1));
            return Some(format!("{path}[{index}]: {a} became {b}"));
        }
    }
    let index = expected.len().min(found.len());
    match (expected.get(index), found.get(index)) {
        (Some(lost), _) => Some(format!("{path}[{index}]: {} is lost", short(lost))),
        (_, Some(new)) => Some(format!("{path}[{index}]: {} is new", short(new))),
        (None, None) => None,
    }
}

fn same_tag(a: &Element, b: &Element, same: &mut impl FnMut(&str, &str) -> bool) -> bool {
    let mut pairs = a.attributes.iter().zip(&b.attributes);
    (a.space, &a.name, a.attributes.len()) == (b.space, &b.name, b.attributes.len())
        && pairs.all(|((name, value), (other, found))| name == other && same(value, found))
}

/// A node without what it holds.
fn short(node: &Node) -> String {
    let Node::Element(element) = node else {
        return node.to_string().trim_end().to_owned();
    };
    let alone = Node::Element(Element {
        children: Vec::new(),
        ..element.clone()
    });
    let more = if element.children.is_empty() {
        ""
    } else {
        "…"
    };
    format!("{}{more}", alone.to_string().trim_end())
}

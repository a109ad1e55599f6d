//! Nodes that print no tag of their own: what they hold stands directly in the element around them.

use super::tree::Node;

/// The lists of nodes in a fragment, in control flow or in a block; a node of another kind has none.
pub(crate) fn bodies(node: &Node) -> Vec<&[Node]> {
    match node {
        Node::Fragment(fragment) => vec![&fragment.children],
        Node::If(node) => node
            .branches
            .iter()
            .map(|(_, body)| body)
            .chain(&node.otherwise)
            .map(Vec::as_slice)
            .collect(),
        Node::For(node) => vec![&node.body],
        Node::While(node) => vec![&node.body],
        Node::Match(node) => node.arms.iter().map(|(_, body)| body.as_slice()).collect(),
        Node::Block(nodes) => vec![nodes],
        _ => Vec::new(),
    }
}

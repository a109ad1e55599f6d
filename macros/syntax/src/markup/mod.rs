//! Markup: from the tokens in `html! { … }` to a checked tree.

pub mod tree;

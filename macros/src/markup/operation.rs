//! What a template does when it runs, in order: print text, print values, branch, call.

use isle_syntax::markup::tree::{Code, Component, Node};
use proc_macro2::{Span, TokenStream};

/// One step of printing.
pub(crate) enum Operation {
    /// Text that is known now; neighbours are joined.
    Raw(String),
    /// The doctype, unless the document has one already.
    Doctype,
    /// A value, printed by the method of its place: `text`, `attr`, `url`, …
    Print(Print),
    /// An attribute that is there or absent, by the method of its sort: ` hidden`.
    Flag {
        method: &'static str,
        name: String,
        code: Code,
    },
    /// `{..expr}`, beside the attributes that the tag writes out
    Spread { code: Code, written: Vec<String> },
    /// `class:list`
    Classes { open: String, items: Vec<Code> },
    /// `style={[…]}`
    Styles { items: Vec<(Option<Code>, Code)> },
    /// `if`, each condition with what it does
    If {
        branches: Vec<(Code, Vec<Operation>)>,
        otherwise: Option<Vec<Operation>>,
    },
    /// `for`
    For {
        pattern: TokenStream,
        iterator: Code,
        body: Vec<Operation>,
    },
    /// `while`
    While {
        condition: Code,
        body: Vec<Operation>,
    },
    /// `match`
    Match {
        subject: Code,
        arms: Vec<(TokenStream, Vec<Operation>)>,
    },
    /// Statements that the rest can see.
    Statements(Code),
    /// A scope.
    Block(Vec<Operation>),
    /// What an element holds whose first line break the HTML parser drops (`pre`, `textarea`): a value's is doubled.
    FirstLine(Vec<Operation>),
    /// A component's call.
    Call(Call),
    /// What the caller put between the tags, or the fallback.
    Slot {
        name: String,
        span: Span,
        fallback: Vec<Operation>,
    },
}

/// A value and how it is printed.
pub(crate) struct Print {
    /// The method of `isle::__::V`.
    pub(crate) method: &'static str,
    /// What the method prints in front of the value: the text that stands there.
    pub(crate) before: String,
    /// The attribute's beginning that follows then: ` title="`.
    pub(crate) open: Option<String>,
    pub(crate) code: Code,
}

/// A component's call, its children sorted into slots.
pub(crate) struct Call {
    pub(crate) component: Component,
    pub(crate) slots: Vec<Filled>,
    /// What an island prints that only the browser renders, where it is one: the children for `fallback`.
    pub(crate) only: Option<Vec<Node>>,
}

/// A slot that the caller fills.
pub(crate) struct Filled {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) content: Content,
}

/// What it is filled with.
pub(crate) enum Content {
    /// Markup.
    Nodes(Vec<Node>),
    /// A slot of the calling component, passed on as it is: filled or not.
    Forwarded(String),
}

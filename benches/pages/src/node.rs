//! What a page is made of.

/// One page: a function of one argument.
#[derive(Debug, Clone)]
pub struct Page {
    /// The function's name.
    pub name: String,
    /// Its argument's name and type, such as `product` and `Product`; it comes by reference.
    pub argument: (String, String),
    /// The markup.
    pub nodes: Vec<Node>,
}

/// A piece of markup that pages call by its name.
#[derive(Debug, Clone)]
pub struct Component {
    /// The name, with a capital.
    pub name: String,
    /// Its props' names and types.
    pub props: Vec<(String, String)>,
    /// The markup.
    pub nodes: Vec<Node>,
}

/// A piece of markup.
#[derive(Debug, Clone)]
pub enum Node {
    /// `<!DOCTYPE html>`
    Doctype,
    /// `<b title="x">…</b>`
    Element {
        /// Its name.
        tag: String,
        /// Its attributes, in order.
        attributes: Vec<(String, Attribute)>,
        /// What is in it; nothing for a void element.
        children: Vec<Node>,
    },
    /// Text without a character that markup escapes.
    Text(String),
    /// `{item.name}`
    Value(Value),
    /// `{for tag in item.tags}…{/for}`
    For {
        /// The variable.
        each: String,
        /// The place of the list.
        of: String,
        /// What stands in the loop.
        body: Vec<Node>,
    },
    /// `{if item.sold_out}…{/if}`
    If {
        /// The place of a `bool`.
        condition: String,
        /// What stands where it is true.
        body: Vec<Node>,
    },
    /// `<Card item={item} />`
    Call {
        /// The component's name.
        name: String,
        /// The props' names, types and places.
        props: Vec<(String, String, String)>,
    },
}

/// What an attribute holds.
#[derive(Debug, Clone)]
pub enum Attribute {
    /// Text without a character that markup escapes.
    Text(String),
    /// A value of the program's.
    Value(Value),
}

/// A value of the program's: a place such as `item.name`.
#[derive(Debug, Clone)]
pub struct Value {
    /// The place.
    pub place: String,
    /// Whether it is a number; a string otherwise.
    pub number: bool,
}

/// The elements without an end tag.
pub const VOID: [&str; 6] = ["meta", "link", "img", "br", "hr", "input"];

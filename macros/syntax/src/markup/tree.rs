//! The tree that a template is: `parse` makes it, `check` refuses what HTML refuses, isle-macros lowers it.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};

/// What stands in `html! { … }`.
#[derive(Debug, Clone, Default)]
pub struct Template {
    /// The statements between the `---` fences.
    pub fence: Option<TokenStream>,
    /// The markup.
    pub nodes: Vec<Node>,
}

/// A piece of markup.
#[derive(Debug, Clone)]
pub enum Node {
    /// `<!DOCTYPE html>`
    Doctype(Span),
    /// `<!-- … -->`, printed as written.
    Comment(Text),
    /// Bare or quoted text, as markup: character references in it stay, the rest is escaped.
    Text(Text),
    /// An HTML, SVG, MathML or custom element.
    Element(Element),
    /// A component's call.
    Component(Component),
    /// `<>…</>`
    Fragment(Fragment),
    /// `<slot name="…">fallback</slot>`
    Slot(Slot),
    /// `{expr}`
    Value(Code),
    /// `{if …}`, also `{cond && <b>…</b>}`
    If(If),
    /// `{for pat in iter {…}}`, also a last `.map(|pat| <li>…</li>)`
    For(For),
    /// `{while …}`
    While(While),
    /// `{match …}`
    Match(Match),
    /// `{let x = …;}`: statements whose bindings the following siblings see.
    Statements(Code),
    /// Statements and what they print, with a scope of their own.
    Block(Vec<Node>),
}

/// Text with its place.
#[derive(Debug, Clone)]
pub struct Text {
    /// The text; what is markup in it (character references) is still markup.
    pub value: String,
    /// Its first token.
    pub start: Span,
    /// Its last token.
    pub end: Span,
}

/// A tag's or an attribute's name.
#[derive(Debug, Clone)]
pub struct Name {
    /// As it is printed: `aria-label`, `viewBox`, `@click`.
    pub text: String,
    /// Its first token.
    pub start: Span,
    /// Its last token.
    pub end: Span,
}

/// An element of HTML, SVG or MathML, or a custom one.
#[derive(Debug, Clone)]
pub struct Element {
    /// Its name.
    pub name: Name,
    /// What stands in the tag, in order, but for `slot` where the parent is a component.
    pub attributes: Vec<Attribute>,
    /// What it holds; of `script` and `style` only text that is printed verbatim, and `{json(..)}` values.
    pub children: Vec<Node>,
    /// The slot of the surrounding component that it goes into (`slot="…"`).
    pub slot: Option<Text>,
    /// A void element has no children and no closing tag.
    pub void: bool,
    /// Its closing tag's name, if it is written.
    pub close: Option<Span>,
}

/// What can stand in an element's tag.
#[derive(Debug, Clone)]
pub enum Attribute {
    /// `name`, `name="text"`, `name={expr}`, `{name}`
    Plain {
        /// The name.
        name: Name,
        /// The value.
        value: Value,
        /// What HTML says of its values.
        sort: Sort,
    },
    /// `{..expr}`
    Spread(Code),
    /// `class:list={…}`; a plain `class="…"` beside it stands before it in `base`.
    ClassList {
        /// The text of a `class="…"` on the same element, which is merged with the list.
        base: Option<Text>,
        /// One list, flattened where it was written as one: `["a", ["b", c]]` is three items.
        items: Vec<Code>,
        /// The directive's name.
        span: Span,
    },
    /// `style={[("name", value), …]}`, one item a pair, or one that is a list of pairs.
    Style {
        /// The pairs: property and value; a `None` property is an expression that is a list of pairs itself.
        items: Vec<(Option<Code>, Code)>,
        /// The attribute's name.
        span: Span,
    },
    /// `set:html={…}`
    SetHtml(Code),
    /// `set:text={…}`
    SetText(Code),
}

/// A plain attribute's value.
#[derive(Debug, Clone)]
pub enum Value {
    /// None is written: `disabled`.
    Bare,
    /// `"…"`: markup text, in which character references stay.
    Text(Text),
    /// `{…}`
    Code(Code),
}

/// What an attribute's values mean, which decides how they are checked and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Text, a number, a token.
    Text,
    /// Present or absent (`disabled`): takes a `bool`.
    Boolean,
    /// `true` or `false` in words (`aria-hidden`, `data-*`, `draggable`): takes a `bool`, or text.
    TrueFalse,
    /// Present, absent, or with a text (`hidden`, `download`, `popover`).
    BooleanOrText,
    /// A URL (`href`, `action`): a value whose scheme may run code is blocked.
    Url,
    /// The URL of an image (`img src`): as `Url`, and `data:image/…` passes.
    ImageUrl,
    /// Several URLs (`srcset`, `ping`), each checked.
    UrlList,
    /// `{json(…)}` where a framework in the browser evaluates an expression (`x-data`, `:class`, `hx-vals`).
    Json,
}

/// A call of a component: `<Card label="x" />`.
#[derive(Debug, Clone)]
pub struct Component {
    /// The path: `Card`, `ui::Card`.
    pub path: TokenStream,
    /// The last segment's place.
    pub span: Span,
    /// The props, in order.
    pub props: Vec<Prop>,
    /// Whether props are missing here because of a mistake that was reported.
    pub mistaken: bool,
    /// What stands between the tags, slots not yet told apart.
    pub children: Vec<Node>,
    /// The slot of the surrounding component that it goes into.
    pub slot: Option<Text>,
    /// Directives such as `client:load`, each with its value.
    pub directives: Vec<(Name, Value)>,
    /// Its closing tag's name, if it is written.
    pub close: Option<Span>,
}

/// A component's prop at the call.
#[derive(Debug, Clone)]
pub struct Prop {
    /// Its name.
    pub name: Ident,
    /// `Bare` is `true`; a text is a plain Rust string, without character references.
    pub value: Value,
}

/// `<>…</>`: children without an element.
#[derive(Debug, Clone)]
pub struct Fragment {
    /// The slot of the surrounding component that it goes into: `<Fragment slot="head">`.
    pub slot: Option<Text>,
    /// What it holds.
    pub children: Vec<Node>,
    /// `<`
    pub span: Span,
}

/// Where a component prints what its caller put between the tags.
#[derive(Debug, Clone)]
pub struct Slot {
    /// `name="…"`; the default slot has none.
    pub name: Option<Text>,
    /// `slot="…"`: the slot of an inner component that it is passed on to.
    pub slot: Option<Text>,
    /// What is printed where the caller filled nothing in.
    pub fallback: Vec<Node>,
    /// The tag's name.
    pub span: Span,
}

/// `if` and its `else`s.
#[derive(Debug, Clone)]
pub struct If {
    /// Each condition (with `let` where it is written) and what it prints.
    pub branches: Vec<(Code, Vec<Node>)>,
    /// What the last `else` prints.
    pub otherwise: Option<Vec<Node>>,
}

/// `for pattern in iterator { … }`
#[derive(Debug, Clone)]
pub struct For {
    /// The pattern.
    pub pattern: TokenStream,
    /// What is walked.
    pub iterator: Code,
    /// What each turn prints.
    pub body: Vec<Node>,
    /// Whether it surely turns more than once: an `Option`'s `map` is written like an iterator's.
    pub repeats: bool,
}

/// `while condition { … }`
#[derive(Debug, Clone)]
pub struct While {
    /// The condition, with `let` where it is written.
    pub condition: Code,
    /// What each turn prints.
    pub body: Vec<Node>,
}

/// `match subject { … }`
#[derive(Debug, Clone)]
pub struct Match {
    /// What is looked at.
    pub subject: Code,
    /// Each arm: pattern with its guard, and what it prints.
    pub arms: Vec<(TokenStream, Vec<Node>)>,
}

/// Rust code as it was written, in which markup may stand: `rows.map(|r| <li>{r}</li>).collect::<Vec<_>>()`.
#[derive(Debug, Clone, Default)]
pub struct Code {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of Rust code.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Tokens that hold no markup.
    Rust(TokenStream),
    /// Brackets with markup somewhere inside.
    Group {
        /// Which brackets.
        delimiter: Delimiter,
        /// What stands in them.
        code: Code,
        /// Their place.
        span: Span,
    },
    /// Markup in the place of an expression: an owned `Html`.
    Markup(Vec<Node>, Span),
}

impl Code {
    /// Code without markup.
    pub fn rust(tokens: TokenStream) -> Self {
        Self {
            pieces: vec![Piece::Rust(tokens)],
        }
    }

    /// The tokens, if no markup stands in them.
    pub fn as_rust(&self) -> Option<&TokenStream> {
        match self.pieces.as_slice() {
            [Piece::Rust(tokens)] => Some(tokens),
            _ => None,
        }
    }
}

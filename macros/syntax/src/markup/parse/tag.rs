//! What begins with `<`: opening and closing tags, comments, the doctype.

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};

use super::Parser;
use super::assemble::Made;
use super::cursor::{Cursor, is_braces, is_joint, is_punct};
use super::nodes::Reading;
use super::open::Tag;
use super::spot::Spot;
use crate::diagnostic::Diagnostic;
use crate::markup::tree::{Element, Fragment, Name, Node};

/// A tag's name.
pub(super) enum Called {
    /// An element.
    Element(Name),
    /// A component: its path as it is written, the same as text, and its last segment.
    Component(TokenStream, Name),
}

impl Called {
    fn text(&self) -> &str {
        match self {
            Self::Element(name) | Self::Component(_, name) => &name.text,
        }
    }
}

impl Parser {
    /// Reads a tag, whatever it is; the cursor stands at its `<`.
    pub(super) fn tag(&mut self, cursor: &mut Cursor<'_>, reading: &mut Reading) {
        let start = cursor.span(0);
        if is_braces(cursor.peek(if cursor.is(1, '/') { 2 } else { 1 })) {
            return self.computed(cursor, reading, start);
        }
        let stray = match cursor.peek(1) {
            Some(TokenTree::Punct(next)) => match next.as_char() {
                '>' | '/' => false,
                '!' => !(cursor.is(2, '-') && cursor.is(3, '-') || doctype(cursor)),
                ':' => !cursor.is(2, ':'),
                _ => true,
            },
            // `a < b`
            Some(TokenTree::Ident(name)) => {
                reading.run.after_word() && self.apart(reading, start, name.span())
            }
            _ => true,
        };
        if stray {
            return self.stray(cursor, reading);
        }
        let spot = self.end_text(reading, '<', start);
        if cursor.is(1, '!') && cursor.is(2, '-') {
            let comment = self.comment(cursor, start, spot);
            reading.nodes.push(Node::Comment(comment));
            return reading.run.markup_ends(Spot::Behind(end(cursor, start)));
        }
        let skimmed = self.skim_tag(spot);
        let tag = match cursor.peek(1) {
            Some(TokenTree::Punct(next)) => next.as_char(),
            _ => 'a',
        };
        let raw = self.skimmed(skimmed.as_ref(), |parser| match tag {
            '>' => {
                cursor.skip(2);
                let (slot, children) = (None, Vec::new());
                let fragment = Tag::Fragment(Fragment {
                    slot,
                    children,
                    span: start,
                });
                parser.open(reading, fragment, String::new(), start);
                None
            }
            '/' => {
                parser.closing_tag(cursor, reading, start);
                None
            }
            '!' => {
                parser.doctype(cursor, reading, start);
                None
            }
            _ => parser.opening_tag(cursor, reading),
        });
        let after = skimmed.map(|it| Spot::At(it.end));
        let mut after = after.unwrap_or(Spot::Behind(end(cursor, start)));
        if let Some(element) = raw {
            let element = self.raw(cursor, element);
            reading.nodes.push(element);
            after = Spot::Behind(end(cursor, start));
        }
        reading.run.markup_ends(after);
    }

    /// Whether blanks stand between `<` and what follows.
    fn apart(&self, reading: &Reading, sign: Span, next: Span) -> bool {
        let (_, spot) = self.between(reading.run.end, '<', sign);
        // Text that is another than the tokens' has no `<` there.
        if let Some(rest) = self.rest(spot).and_then(|rest| rest.strip_prefix('<')) {
            return rest.starts_with(char::is_whitespace);
        }
        let (end, start) = (sign.end(), next.start());
        (start.line, start.column) > (end.line, end.column)
    }

    /// A tag whose name is code, which is read over.
    fn computed(&mut self, cursor: &mut Cursor<'_>, reading: &mut Reading, start: Span) {
        self.end_text(reading, '<', start);
        // What closes it needs no mistake of its own.
        if !cursor.is(1, '/') {
            let message = "the name of a tag must be known at compile time";
            let help =
                "write out the tags: `{if main { <h1>{title}</h1> } else { <h2>{title}</h2> }}`";
            self.report(Diagnostic::new(cursor.span(1), message).help(help));
        }
        let ends = |token: &TokenTree| is_punct(Some(token), '>');
        let last = cursor.rest().iter().position(ends);
        cursor.skip(last.map_or(2, |last| last + 1));
        reading.run.markup_ends(Spot::Behind(end(cursor, start)));
    }

    /// A `<` that begins nothing.
    fn stray(&mut self, cursor: &mut Cursor<'_>, reading: &mut Reading) {
        let mistake = Diagnostic::new(cursor.span(0), "`<` begins a tag, and no name follows");
        self.report(mistake.help("write `&lt;` for the sign, or quote the text: `\"a < b\"`"));
        if let Some(token) = cursor.peek(0) {
            self.word(&mut reading.run, token);
        }
        cursor.skip(1);
    }

    fn closing_tag(&mut self, cursor: &mut Cursor<'_>, reading: &mut Reading, start: Span) {
        cursor.skip(2);
        let (name, span) = match called(cursor) {
            Some(Called::Element(name) | Called::Component(_, name)) => (name.text, name.start),
            None if !cursor.is(0, '>') => return self.unfinished(reading, start),
            None => (String::new(), start),
        };
        self.close(reading, &name, span);
        self.end_of_closing_tag(cursor, span);
    }

    /// `</`, and nothing behind it: what is open is meant.
    fn unfinished(&mut self, reading: &mut Reading, start: Span) {
        let open = reading.open.last().map(|open| open.name.clone());
        let name = open.clone().unwrap_or_default();
        let mistake = Diagnostic::new(start, "this closing tag has no name");
        self.report(mistake.help(format!("write `</{name}>`")));
        if open.is_some() {
            self.close(reading, &name, start);
        }
    }

    /// The `>` of a closing tag.
    fn end_of_closing_tag(&mut self, cursor: &mut Cursor<'_>, name: Span) {
        if cursor.is(0, '>') {
            return cursor.skip(1);
        }
        let mistake = Diagnostic::new(name, "this closing tag has no `>`");
        self.report(mistake.help("a closing tag holds nothing but its name: `</p>`"));
        // Attributes in a closing tag are read over; anything else is what follows.
        let end = cursor.rest().iter().position(
            |token| matches!(token, TokenTree::Punct(sign) if "<>".contains(sign.as_char())),
        );
        if let Some(end) = end.filter(|end| cursor.is(*end, '>')) {
            cursor.skip(end + 1);
        }
    }

    fn doctype(&mut self, cursor: &mut Cursor<'_>, reading: &mut Reading, start: Span) {
        if is_name(cursor, 3, "html") && cursor.is(4, '>') {
            cursor.skip(5);
        } else {
            let message = "this doctype is not the one of HTML";
            let mistake = Diagnostic::between(start, cursor.span(2), message);
            self.report(mistake.help("write `<!DOCTYPE html>`"));
            let end = cursor
                .rest()
                .iter()
                .position(|token| is_punct(Some(token), '>'));
            cursor.skip(end.map_or(3, |end| end + 1));
        }
        reading.nodes.push(Node::Doctype(start));
    }

    /// Reads a tag; an element whose content is raw is given back.
    fn opening_tag(&mut self, cursor: &mut Cursor<'_>, reading: &mut Reading) -> Option<Element> {
        cursor.skip(1);
        let called = called(cursor)?;
        let (attributes, empty) = self.attributes(cursor, &called);
        let name = called.text().to_owned();
        let place = reading.inside();
        match self.assemble(called, attributes, place) {
            Made::Raw(element) if !empty => return Some(element),
            Made::Raw(element) | Made::Void(element) => reading.nodes.push(Node::Element(element)),
            Made::Tag(tag, _) if empty => reading.nodes.push(tag.node(Vec::new(), None)),
            Made::Tag(tag, span) => self.open(reading, tag, name, span),
        }
        None
    }
}

/// The last token that was read.
fn end(cursor: &Cursor<'_>, start: Span) -> Span {
    cursor.last().map_or(start, TokenTree::span)
}

/// Whether `<!DOCTYPE` stands here.
fn doctype(cursor: &Cursor<'_>) -> bool {
    is_name(cursor, 2, "doctype")
}

/// Whether a token ahead is this word, in whatever case.
fn is_name(cursor: &Cursor<'_>, ahead: usize, name: &str) -> bool {
    cursor
        .ident(ahead)
        .is_some_and(|word| word.to_string().eq_ignore_ascii_case(name))
}

/// Reads the name of a tag, if one stands here.
pub(super) fn called(cursor: &mut Cursor<'_>) -> Option<Called> {
    let absolute = cursor.is(0, ':') && cursor.is(1, ':');
    let first = cursor.ident(if absolute { 2 } else { 0 })?;
    let text = first.to_string();
    let path =
        absolute || (cursor.is(1, ':') && is_joint(cursor.peek(1), ':') && cursor.is(2, ':'));
    if path || text.chars().next().is_some_and(char::is_uppercase) {
        return component(cursor);
    }
    let start = first.span();
    let mut name = Name {
        text,
        start,
        end: start,
    };
    cursor.skip(1);
    while cursor.is(0, '-') {
        name.text.push('-');
        name.end = cursor.span(0);
        cursor.skip(1);
        if let Some(part @ (TokenTree::Ident(_) | TokenTree::Literal(_))) = cursor.peek(0) {
            name.text.push_str(&part.to_string());
            name.end = part.span();
            cursor.skip(1);
        }
    }
    Some(Called::Element(name))
}

/// `Card`, `ui::Card`
fn component(cursor: &mut Cursor<'_>) -> Option<Called> {
    let mut path = Vec::new();
    let mut name: Option<Name> = None;
    loop {
        if cursor.is(0, ':') && cursor.is(1, ':') {
            path.extend(cursor.rest()[..2].iter().cloned());
            if let Some(name) = &mut name {
                name.text.push_str("::");
            }
            cursor.skip(2);
        } else if name.is_some() {
            break;
        }
        let Some(segment) = cursor.ident(0) else {
            break;
        };
        let name = name.get_or_insert_with(|| Name {
            text: String::new(),
            start: segment.span(),
            end: segment.span(),
        });
        name.text.push_str(&segment.to_string());
        name.end = segment.span();
        path.push(TokenTree::Ident(segment.clone()));
        cursor.skip(1);
    }
    Some(Called::Component(path.into_iter().collect(), name?))
}

/// A `;` for statements that lack one.
pub(super) fn semicolon(span: Span) -> TokenTree {
    let mut sign = Punct::new(';', Spacing::Alone);
    sign.set_span(span);
    TokenTree::Punct(sign)
}

/// An attribute's name as a Rust name; a keyword becomes raw.
pub(super) fn rust_name(name: &Name) -> Option<Ident> {
    let mut chars = name.text.chars();
    let first = chars.next()?;
    let plain = (first.is_alphabetic() || first == '_')
        && chars.all(|char| char.is_alphanumeric() || char == '_');
    if !plain
        || matches!(
            name.text.as_str(),
            "self" | "Self" | "super" | "crate" | "_"
        )
    {
        return None;
    }
    if is_keyword(&name.text) {
        return Some(Ident::new_raw(&name.text, name.start));
    }
    Some(Ident::new(&name.text, name.start))
}

/// Whether Rust keeps a word for itself.
pub(super) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// The words that Rust keeps for itself, where they may stand in a name; a prop of such a name is declared as `r#type`.
const KEYWORDS: [&str; 47] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while",
];

//! What stands in a tag: names, values, spreads, up to the `>`.

use proc_macro2::{Delimiter, Group, Span, TokenTree};

use super::Parser;
use super::cursor::{Cursor, is_punct, trees};
use super::spot::Spot;
use super::tag::Called;
use crate::diagnostic::Diagnostic;
use crate::markup::tree::{Code, Name, Value};

/// A piece of a tag, before anyone asks what it means.
pub(in crate::markup) enum Raw {
    /// `name`, `name="…"`, `name={…}`, `{name}`
    Named(Name, Value),
    /// `{..expr}`
    Spread(Code, Span),
    /// Something that was reported, and of which nothing is left.
    Mistaken(Span),
}

impl Raw {
    /// A mistake at this piece.
    pub(super) fn mistake(&self, message: &str) -> Diagnostic {
        match self {
            Self::Named(name, _) => name.mistake(message),
            Self::Spread(_, span) | Self::Mistaken(span) => Diagnostic::new(*span, message),
        }
    }
}

/// Signs that an attribute's name may begin with: `@click`, `:class`, `#slot`, `.value`, `?disabled`.
const FIRST: &str = "@:#.?";
/// Signs within a name.
const INNER: &str = "-:.@";

impl Parser {
    /// Reads up to the end of the tag, and says whether it closes itself.
    pub(super) fn attributes(
        &mut self,
        cursor: &mut Cursor<'_>,
        called: &Called,
    ) -> (Vec<Raw>, bool) {
        let mut attributes = Vec::new();
        loop {
            match cursor.peek(0) {
                Some(TokenTree::Punct(sign)) if sign.as_char() == '>' => {
                    cursor.skip(1);
                    return (attributes, false);
                }
                Some(TokenTree::Punct(sign)) if sign.as_char() == '/' && cursor.is(1, '>') => {
                    cursor.skip(2);
                    return (attributes, true);
                }
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let group = group.clone();
                    cursor.skip(1);
                    attributes.extend(self.braced(&group));
                }
                Some(TokenTree::Ident(_)) => attributes.push(self.named(cursor)),
                Some(TokenTree::Punct(sign)) if FIRST.contains(sign.as_char()) => {
                    attributes.push(self.named(cursor))
                }
                Some(TokenTree::Punct(sign)) if sign.as_char() == '<' => break,
                Some(token) => {
                    let mistake = unexpected(token);
                    self.report(mistake);
                    cursor.skip(1);
                }
                None => break,
            }
        }
        let (Called::Element(name) | Called::Component(_, name)) = called;
        let mistake = name.mistake(format!("the tag `<{}` has no `>`", name.text));
        let help = match self.comment_behind(cursor) {
            true => "`//` began a Rust comment and swallowed the rest of the line: quote the value",
            false => "write `>` behind its last attribute",
        };
        self.report(mistake.help(help));
        // Nothing follows that could close it: that needs no mistake of its own.
        let last = cursor.peek(0).is_none();
        (attributes, last)
    }

    /// Whether a `//` comment follows the last token in its line.
    fn comment_behind(&self, cursor: &Cursor<'_>) -> bool {
        let last = cursor.last().map(TokenTree::span);
        let end = last
            .zip(self.source.as_ref())
            .and_then(|(last, source)| source.offset(last.end()));
        let rest = end.and_then(|end| self.rest(Spot::At(end)));
        rest.is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with("//"))
    }

    /// `{name}` and `{..expr}`
    fn braced(&mut self, group: &Group) -> Option<Raw> {
        let tokens = trees(group.stream());
        if is_punct(tokens.first(), '.') && is_punct(tokens.get(1), '.') {
            if tokens.len() > 2 {
                return Some(Raw::Spread(self.code(&tokens[2..]), group.span()));
            }
            let mistake = Diagnostic::new(group.span(), "this spread has no value");
            self.report(mistake.help("write `{..attributes}`"));
            return Some(Raw::Mistaken(group.span()));
        }
        if let [TokenTree::Ident(ident)] = tokens.as_slice() {
            let text = ident.to_string();
            let name = Name {
                text: plain(&text).to_owned(),
                start: ident.span(),
                end: ident.span(),
            };
            return Some(Raw::Named(name, Value::Code(Code::rust(group.stream()))));
        }
        if !tokens.is_empty() {
            let mistake =
                Diagnostic::new(group.span(), "braces in a tag hold one name, or a spread");
            let help = "write `name={…}` for a value, `{name}` where both are called the same, `{..all}` for a spread";
            self.report(mistake.help(help));
            return Some(Raw::Mistaken(group.span()));
        }
        None
    }

    fn named(&mut self, cursor: &mut Cursor<'_>) -> Raw {
        let name = name(cursor);
        let nameless = !name
            .text
            .contains(|char: char| char.is_alphanumeric() || char == '_');
        if nameless {
            let mistake = name.mistake(format!("`{}` alone is no attribute's name", name.text));
            self.report(mistake.help(format!(
                "write a name behind it, such as `{}click`",
                name.text
            )));
        }
        if !cursor.is(0, '=') {
            return match nameless {
                true => Raw::Mistaken(name.start),
                false => Raw::Named(name, Value::Bare),
            };
        }
        let sign = cursor.span(0);
        cursor.skip(1);
        match self.value_of(cursor, &name, sign) {
            Some(value) if !nameless => Raw::Named(name, value),
            _ => Raw::Mistaken(name.start),
        }
    }
}

/// Reads a name of one or several tokens: `aria-label`, `@click.prevent`, `x-on:keydown.500ms`.
fn name(cursor: &mut Cursor<'_>) -> Name {
    let start = cursor.span(0);
    let mut name = Name {
        text: String::new(),
        start,
        end: start,
    };
    let mut word = false;
    while let Some(token) = cursor.peek(0) {
        match token {
            TokenTree::Ident(ident) if !word => {
                name.text.push_str(plain(&ident.to_string()));
                word = true;
            }
            TokenTree::Literal(literal) if !word && !name.text.is_empty() => {
                name.text.push_str(&literal.to_string());
                word = true;
            }
            TokenTree::Punct(sign) => {
                let char = sign.as_char();
                let first = name.text.is_empty() && FIRST.contains(char);
                // A sign that may begin a name begins the next one, unless it is glued to this. (Asking for places is dear.)
                let glued = || char == '-' || name.end.end() == sign.span().start();
                if !(first || INNER.contains(char) && glued()) {
                    break;
                }
                name.text.push(char);
                word = false;
            }
            _ => break,
        }
        name.end = token.span();
        cursor.skip(1);
    }
    name
}

fn plain(word: &str) -> &str {
    word.strip_prefix("r#").unwrap_or(word)
}

fn unexpected(token: &TokenTree) -> Diagnostic {
    let mistake = Diagnostic::new(token.span(), "this can't stand in a tag");
    match token {
        TokenTree::Literal(_) => {
            mistake.help("write the attribute's name and `=` before its value")
        }
        _ => mistake
            .help("a tag holds `name=\"text\"`, `name={code}`, `name`, `{name}` and `{..spread}`"),
    }
}

//! An element's attributes: plain ones, directives, and the lists that `class:list` and `style` take.

use proc_macro2::{Delimiter, Span, TokenTree};

use super::Parser;
use super::attribute::Raw;
use super::cursor::{is_punct, trees};
use super::raw::json;
use crate::diagnostic::Diagnostic;
use crate::markup::table::{Facts, Runs, runs};
use crate::markup::tree::{Attribute, Code, Name, Piece, Sort, Text, Value};

impl Parser {
    /// What the attributes of an element mean.
    pub(super) fn element_attributes(&mut self, element: &Name, raw: Vec<Raw>) -> Vec<Attribute> {
        let listed = raw
            .iter()
            .any(|raw| matches!(raw, Raw::Named(name, _) if name.text == "class:list"));
        let facts = Facts::of(&element.text);
        self.check_attributes(&facts, &element.text, &raw);
        let mut base = None;
        let mut attributes = Vec::with_capacity(raw.len());
        for raw in raw {
            match raw {
                Raw::Spread(code, _) => attributes.push(Attribute::Spread(code)),
                Raw::Mistaken(_) => {}
                Raw::Named(name, Value::Text(text)) if listed && name.text == "class" => {
                    base = Some(text)
                }
                // It was reported, and nothing says what its value should be.
                Raw::Named(name, _) if self.directive(&element.text, &name).is_some() => {}
                Raw::Named(name, value) => {
                    attributes.extend(self.element_attribute(&facts, name, value))
                }
            }
        }
        for attribute in &mut attributes {
            if let Attribute::ClassList { base: place, .. } = attribute {
                *place = base.take();
            }
        }
        attributes
    }

    fn element_attribute(
        &mut self,
        facts: &Facts<'_>,
        mut name: Name,
        value: Value,
    ) -> Option<Attribute> {
        match (name.text.as_str(), value) {
            ("class:list" | "set:html" | "set:text", Value::Bare) => {
                let mistake = name.mistake(format!("`{}` needs a value", name.text));
                self.report(mistake.help(format!("write `{}={{…}}`", name.text)));
                None
            }
            ("class:list", value) => {
                let items = self.class_list(value);
                Some(Attribute::ClassList {
                    base: None,
                    items,
                    span: name.start,
                })
            }
            ("style", Value::Code(value)) => {
                let items = self.styles(value, &name);
                Some(Attribute::Style {
                    items,
                    span: name.start,
                })
            }
            ("set:html", value) => Some(Attribute::SetHtml(code(value))),
            ("set:text", value) => Some(Attribute::SetText(code(value))),
            ("is:inline", _) => None,
            (_, value) => {
                if let Some(unchecked) = name.text.strip_prefix("attr:") {
                    name.text = unchecked.to_owned();
                }
                let sort = match &value {
                    Value::Code(code) if is_json(code) && runs(&name.text) == Runs::Expression => {
                        Sort::Json
                    }
                    _ => facts.sort(&name.text),
                };
                let value = self.check_value(&name, sort, value)?;
                Some(Attribute::Plain { name, value, sort })
            }
        }
    }

    /// The items of a list, flattened.
    fn class_list(&mut self, value: Value) -> Vec<Code> {
        let code = code(value);
        let Some(tokens) = list(&code) else {
            return vec![code];
        };
        let mut items = Vec::new();
        self.class_items(&tokens, &mut items);
        items
    }

    fn class_items(&mut self, tokens: &[TokenTree], items: &mut Vec<Code>) {
        for item in split(tokens) {
            match bracketed(item) {
                Some(inner) => self.class_items(&inner, items),
                None => items.push(self.code(item)),
            }
        }
    }

    /// The pairs of a list, or the list itself.
    fn styles(&mut self, code: Code, name: &Name) -> Vec<(Option<Code>, Code)> {
        let Some(tokens) = list(&code) else {
            return match self.is_text(&code, name) {
                true => Vec::new(),
                false => vec![(None, code)],
            };
        };
        let pairs = split(&tokens).map(|item| match item {
            [TokenTree::Group(pair)] if pair.delimiter() == Delimiter::Parenthesis => {
                let inner = trees(pair.stream());
                let mut halves = split(&inner);
                match (halves.next(), halves.next(), halves.next()) {
                    (Some(property), Some(value), None) => (
                        Some(Code::rust(stream(property))),
                        Code::rust(stream(value)),
                    ),
                    _ => (None, Code::rust(stream(item))),
                }
            }
            _ => (None, Code::rust(stream(item))),
        });
        pairs.collect()
    }

    /// Refuses a string where a style stands that must be checked, and says so.
    fn is_text(&mut self, code: &Code, name: &Name) -> bool {
        let Some(tokens) = code.as_rust() else {
            return false;
        };
        let mut tokens = tokens.clone().into_iter();
        let string = match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Literal(_)), None) => true,
            (Some(TokenTree::Ident(word)), Some(TokenTree::Punct(sign))) => {
                word == "format" && sign.as_char() == '!'
            }
            _ => false,
        };
        if string {
            let mistake = Diagnostic::between(
                name.start,
                name.end,
                "a style that is put together at run time is a list of pairs",
            );
            self.report(mistake.help("write `style={[(\"color\", color)]}`; a fixed style is a plain text: `style=\"color: red\"`"));
        }
        string
    }
}

/// Whether the code is a call of `json`.
fn is_json(code: &Code) -> bool {
    code.as_rust()
        .is_some_and(|tokens| json(&trees(tokens.clone())))
}

/// The tokens of `[…]`, if the code is nothing else.
fn list(code: &Code) -> Option<Vec<TokenTree>> {
    let mut tokens = code.as_rust()?.clone().into_iter();
    let first = tokens.next()?;
    if tokens.next().is_some() {
        None
    } else {
        bracketed(&[first])
    }
}

fn bracketed(tokens: &[TokenTree]) -> Option<Vec<TokenTree>> {
    let [TokenTree::Group(group)] = tokens else {
        return None;
    };
    let tokens = (group.delimiter() == Delimiter::Bracket).then(|| trees(group.stream()))?;
    // `[value; count]` is an array like any other.
    (!tokens.iter().any(|token| is_punct(Some(token), ';'))).then_some(tokens)
}

/// The parts between commas. A comma between angle brackets of a path (`f::<A, B>()`) is none.
pub(super) fn split(tokens: &[TokenTree]) -> impl Iterator<Item = &[TokenTree]> {
    let mut rest = tokens;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = super::block::comma(rest).unwrap_or(rest.len());
        let part = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(part)
    })
    .filter(|part| !part.is_empty())
}

fn stream(tokens: &[TokenTree]) -> proc_macro2::TokenStream {
    tokens.iter().cloned().collect()
}

/// A value as code: a text is its literal.
fn code(value: Value) -> Code {
    match value {
        Value::Code(code) => code,
        Value::Text(Text { value, start, .. }) => Code::rust(string(&value, start)),
        Value::Bare => Code {
            pieces: vec![Piece::Rust(string("", Span::call_site()))],
        },
    }
}

fn string(value: &str, span: Span) -> proc_macro2::TokenStream {
    let mut literal = proc_macro2::Literal::string(value);
    literal.set_span(span);
    TokenTree::Literal(literal).into()
}

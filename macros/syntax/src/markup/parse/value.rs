//! The value of an attribute, behind its `=`.

use proc_macro2::{Delimiter, Literal, Span, TokenTree};

use super::Parser;
use super::cursor::Cursor;
use super::doubt::suffixed;
use super::literal::{self, Kind};
use crate::diagnostic::Diagnostic;
use crate::markup::tree::{Code, Name, Text, Value};

impl Parser {
    /// Reads a value; `sign` is the `=` before it. `None` if there is none, which is reported.
    pub(super) fn value_of(
        &mut self,
        cursor: &mut Cursor<'_>,
        name: &Name,
        sign: Span,
    ) -> Option<Value> {
        match cursor.peek(0) {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let (stream, span) = (group.stream(), group.span());
                cursor.skip(1);
                let code = self.code_of(stream);
                if !code.pieces.is_empty() {
                    return Some(Value::Code(code));
                }
                let mistake = Diagnostic::new(span, format!("`{}` has an empty value", name.text));
                self.report(mistake.help("write an expression between the braces, or `\"\"`"));
                None
            }
            Some(TokenTree::Literal(literal)) => {
                let literal = literal.clone();
                cursor.skip(1);
                Some(self.literal_value(cursor, name, &literal))
            }
            Some(TokenTree::Punct(end)) if ends_tag(end.as_char(), cursor) => {
                self.no_value(name, sign)
            }
            Some(_) => Some(self.unquoted(cursor, name)),
            None => self.no_value(name, sign),
        }
    }

    fn no_value(&mut self, name: &Name, sign: Span) -> Option<Value> {
        let mistake = Diagnostic::new(sign, format!("`{}=` has no value", name.text));
        self.report(mistake.help(format!("write `{0}=\"…\"` or `{0}={{…}}`", name.text)));
        None
    }

    fn literal_value(&mut self, cursor: &mut Cursor<'_>, name: &Name, literal: &Literal) -> Value {
        let span = literal.span();
        let text = |value| {
            Value::Text(Text {
                value,
                start: span,
                end: span,
            })
        };
        match literal::kind(&literal.to_string()) {
            Kind::Text(value) => text(value),
            Kind::Number => Value::Code(Code::rust(TokenTree::Literal(literal.clone()).into())),
            Kind::Suffixed(value, _) => {
                self.report(suffixed(span));
                // The suffix was meant as the next attribute's name.
                if cursor.is(0, '=') {
                    cursor.skip(2);
                }
                text(value)
            }
            Kind::Bytes | Kind::Char => {
                let message = "an attribute's value is a plain string, or code in braces";
                let help = format!("write `{}=\"…\"`", name.text);
                self.report(Diagnostic::new(span, message).help(help));
                text(String::new())
            }
        }
    }

    /// Takes what stands there without blanks as one text.
    fn unquoted(&mut self, cursor: &mut Cursor<'_>, name: &Name) -> Value {
        let (start, mut end, mut value) = (cursor.span(0), cursor.span(0), String::new());
        while let Some(token) = cursor.peek(0) {
            let glued = value.is_empty() || end.end() == token.span().start();
            let ends = matches!(token, TokenTree::Punct(sign) if ends_tag(sign.as_char(), cursor));
            if !glued || ends {
                break;
            }
            end = token.span();
            value.push_str(&token.to_string());
            cursor.skip(1);
        }
        let mistake = Diagnostic::between(
            start,
            end,
            "an attribute's value stands in quotes, or in braces",
        );
        let text = format!("write `{}=\"{value}\"`", name.text);
        let word = value
            .chars()
            .all(|char| char.is_alphanumeric() || char == '_');
        let help = match word {
            true => format!("{text} for a text, `{}={{{value}}}` for a value", name.text),
            false => text,
        };
        self.report(mistake.help(help));
        Value::Text(Text { value, start, end })
    }
}

/// Whether a sign that the cursor stands at ends the tag, or begins another.
fn ends_tag(sign: char, cursor: &Cursor<'_>) -> bool {
    matches!(sign, '>' | '<') || (sign == '/' && cursor.is(1, '>'))
}

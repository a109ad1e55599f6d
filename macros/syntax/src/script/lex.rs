//! From text to tokens.
//!
//! A `/` is a division or begins a regular expression, which only the grammar tells. Here the token before it does, and for
//! `)` and `}` what stands before their opening.

use super::token::{Kind, Token};

/// What can't be read: an end that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    /// What has no end.
    pub what: &'static str,
    /// The line where it begins, counted from 1.
    pub line: usize,
}

/// Reads a module's tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Unread> {
    let mut lexer = Lexer {
        text: text.as_bytes(),
        at: 0,
        tokens: Vec::new(),
        open: Vec::new(),
        ends: None,
    };
    if text.starts_with("#!") {
        lexer.line_end();
    }
    while lexer.at < lexer.text.len() {
        lexer.token()?;
    }
    match lexer.open.last() {
        Some(Open::Template(at)) => Err(lexer.unread("template", *at)),
        _ => Ok(lexer.tokens),
    }
}

struct Lexer<'t> {
    text: &'t [u8],
    at: usize,
    tokens: Vec<Token>,
    open: Vec<Open>,
    /// What a closing bracket just closed.
    ends: Option<Ends>,
}

/// A bracket that is open.
enum Open {
    /// `(`, `[` or `{`, and what stands behind its end.
    Bracket(Ends),
    /// `${` in the template that begins there.
    Template(usize),
}

/// What a closed bracket is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// A value, which can be divided.
    Value,
    /// A statement's head or a block: an expression may follow.
    Statement,
}

impl Lexer<'_> {
    fn token(&mut self) -> Result<(), Unread> {
        let start = self.at;
        let byte = self.text[start];
        let next = self.text.get(start + 1).copied();
        match (byte, next) {
            (b' ' | b'\t' | b'\n' | b'\r' | b'\x0b' | b'\x0c', _) => self.at += 1,
            (b'/', Some(b'/')) => self.line_end(),
            (b'/', Some(b'*')) => self.comment()?,
            (b'"' | b'\'', _) => self.string(byte)?,
            (b'`', _) => {
                self.at += 1;
                self.template(start)?;
            }
            (b'/', _) if self.expects_value() => self.expression()?,
            (b'(' | b'[' | b'{', _) => {
                let ends = self.opens(byte);
                self.open.push(Open::Bracket(ends));
                self.sign();
            }
            (b')' | b']' | b'}', _) => match self.open.pop() {
                Some(Open::Template(begin)) if byte == b'}' => {
                    self.sign();
                    self.template(begin)?;
                }
                Some(Open::Bracket(ends)) => {
                    self.sign();
                    self.ends = Some(ends);
                }
                _ => self.sign(),
            },
            _ if is_word(byte) => {
                while self.text.get(self.at).is_some_and(|byte| is_word(*byte)) {
                    self.at += 1;
                }
                self.push(Kind::Word, start);
            }
            _ => self.sign(),
        }
        Ok(())
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let range = start..self.at;
        self.tokens.push(Token { kind, range });
        self.ends = None;
    }

    fn sign(&mut self) {
        let start = self.at;
        self.at += 1;
        self.push(Kind::Sign(self.text[start]), start);
    }

    fn line_end(&mut self) {
        while !matches!(self.text.get(self.at), None | Some(b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn comment(&mut self) -> Result<(), Unread> {
        let end = self.text[self.at + 2..]
            .windows(2)
            .position(|it| it == b"*/");
        let Some(end) = end else {
            return Err(self.unread("comment", self.at));
        };
        self.at += end + 4;
        Ok(())
    }

    fn string(&mut self, quote: u8) -> Result<(), Unread> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.text.get(self.at) {
                None | Some(b'\n' | b'\r') => return Err(self.unread("string", start)),
                Some(b'\\') if self.text.get(self.at + 1) == Some(&b'\r') => self.at += 3,
                Some(b'\\') => self.at += 2,
                Some(byte) => {
                    self.at += 1;
                    if *byte == quote {
                        break;
                    }
                }
            }
        }
        self.push(Kind::String, start);
        Ok(())
    }

    /// Reads on in the template that begins at `begin`, up to its end or a `${`.
    fn template(&mut self, begin: usize) -> Result<(), Unread> {
        let start = self.at;
        loop {
            match (self.text.get(self.at), self.text.get(self.at + 1)) {
                (None, _) => return Err(self.unread("template", begin)),
                (Some(b'`'), _) => {
                    self.at += 1;
                    self.push(Kind::Value, start);
                    return Ok(());
                }
                (Some(b'$'), Some(b'{')) => {
                    self.at += 1;
                    self.open.push(Open::Template(begin));
                    self.sign();
                    return Ok(());
                }
                (Some(b'\\'), _) => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    /// A regular expression.
    fn expression(&mut self) -> Result<(), Unread> {
        let start = self.at;
        let mut class = false;
        loop {
            self.at += 1;
            match self.text.get(self.at) {
                None | Some(b'\n' | b'\r') => return Err(self.unread("regular expression", start)),
                Some(b'\\') => self.at += 1,
                Some(b'[') => class = true,
                Some(b']') => class = false,
                Some(b'/') if !class => break,
                Some(_) => {}
            }
        }
        self.at += 1;
        while self.text.get(self.at).is_some_and(|byte| is_word(*byte)) {
            self.at += 1;
        }
        self.push(Kind::Value, start);
        Ok(())
    }

    /// Whether a value begins here, not an operator.
    fn expects_value(&self) -> bool {
        let Some(last) = self.tokens.last() else {
            return true;
        };
        match last.kind {
            Kind::Value | Kind::String => false,
            Kind::Word => self.is_operator(last) && !self.is_member(self.tokens.len() - 1),
            Kind::Sign(b')' | b']' | b'}') => self.ends == Some(Ends::Statement),
            // `x++ / y`
            Kind::Sign(sign @ (b'+' | b'-')) => {
                let before = self.tokens.len().checked_sub(2).map(|at| &self.tokens[at]);
                !before.is_some_and(|it| it.is(sign) && it.range.end == last.range.start)
            }
            Kind::Sign(_) => true,
        }
    }

    /// What the bracket that opens here is when it is closed.
    fn opens(&self, bracket: u8) -> Ends {
        let Some(last) = self.tokens.last() else {
            return if bracket == b'{' {
                Ends::Statement
            } else {
                Ends::Value
            };
        };
        let statement = match (bracket, last.kind) {
            (b'(', Kind::Word) => {
                ["if", "while", "for", "with"].contains(&self.word(last))
                    && !self.is_member(self.tokens.len() - 1)
            }
            // A function's body, a block, a class; an object stands where a value is expected.
            (b'{', Kind::Word) => !self.is_operator(last) || self.begins_block(last),
            (b'{', Kind::Sign(b')' | b';' | b'{' | b'}')) => true,
            (b'{', Kind::Sign(b'>')) => {
                let before = self.tokens.len().checked_sub(2).map(|at| &self.tokens[at]);
                before.is_some_and(|it| it.is(b'=') && it.range.end == last.range.start)
            }
            _ => false,
        };
        if statement {
            Ends::Statement
        } else {
            Ends::Value
        }
    }

    fn word(&self, token: &Token) -> &str {
        str::from_utf8(&self.text[token.range.clone()]).unwrap_or_default()
    }

    /// Whether a word is one behind which a value is expected.
    fn is_operator(&self, token: &Token) -> bool {
        const OPERATORS: [&str; 17] = [
            "await",
            "case",
            "default",
            "delete",
            "do",
            "else",
            "extends",
            "finally",
            "in",
            "instanceof",
            "new",
            "of",
            "return",
            "throw",
            "typeof",
            "void",
            "yield",
        ];
        OPERATORS.contains(&self.word(token))
    }

    fn begins_block(&self, token: &Token) -> bool {
        ["do", "else", "finally"].contains(&self.word(token))
    }

    /// Whether the word at this index is a property: `x.return`.
    fn is_member(&self, index: usize) -> bool {
        index > 0 && self.tokens[index - 1].is(b'.')
    }

    fn unread(&self, what: &'static str, at: usize) -> Unread {
        let line = 1 + self.text[..at]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        Unread { what, line }
    }
}

/// Whether a byte may stand in a name or a number.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'#' | b'\\') || byte >= 0x80
}

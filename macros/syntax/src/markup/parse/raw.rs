//! What is no markup inside: comments, scripts, style sheets.

use proc_macro2::{Delimiter, Span, TokenTree};

use super::Parser;
use super::cursor::{Cursor, is_word, trees};
use super::literal;
use super::run::Run;
use super::spot::Spot;
use crate::diagnostic::Diagnostic;
use crate::markup::tree::{Code, Element, Node, Text};

impl Parser {
    /// Reads a comment; the cursor stands at its `<`.
    pub(super) fn comment(&mut self, cursor: &mut Cursor<'_>, start: Span, spot: Spot) -> Text {
        cursor.skip(4);
        let sign = cursor.last().map_or(start, TokenTree::span);
        let mut run = Run::comment(self.behind(spot, "<!--", sign));
        loop {
            match cursor.peek(0) {
                Some(_) if cursor.is(0, '-') && cursor.is(1, '-') && cursor.is(2, '>') => {
                    let text = self.text_ends(&mut run, '-', cursor.span(0)).0;
                    let text = text.unwrap_or(nothing(start));
                    let end = cursor.span(2);
                    cursor.skip(3);
                    return Text { end, ..text };
                }
                Some(_) => self.comment_token(cursor, &mut run),
                None => match cursor.leave() {
                    Some((delimiter, span)) => self.bracket(&mut run, delimiter, span, false),
                    None => {
                        let mistake = Diagnostic::new(start, "this comment is not closed");
                        self.report(mistake.help("write `-->` where it ends"));
                        return self.text(&mut run, None).unwrap_or(nothing(start));
                    }
                },
            }
        }
    }

    fn comment_token(&mut self, cursor: &mut Cursor<'_>, run: &mut Run) {
        match cursor.peek(0) {
            Some(TokenTree::Group(group))
                if matches!(
                    group.delimiter(),
                    Delimiter::Parenthesis | Delimiter::Bracket
                ) =>
            {
                let group = group.clone();
                self.bracket(run, group.delimiter(), group.span_open(), true);
                cursor.enter(&group);
            }
            Some(TokenTree::Group(group)) => {
                let mistake = Diagnostic::new(
                    group.span(),
                    "a comment is printed as it is written, braces too",
                );
                self.report(mistake.help("write `{/* … */}` for a comment that is not printed"));
                run.markup_ends(Spot::Behind(group.span_close()));
                cursor.skip(1);
            }
            Some(token) => {
                self.comment_word(run, token);
                cursor.skip(1);
            }
            None => {}
        }
    }

    /// Reads what a script or a style sheet holds, and its closing tag.
    pub(super) fn raw(&mut self, cursor: &mut Cursor<'_>, mut element: Element) -> Node {
        let name = element.name.text.clone();
        let mut told = false;
        let mut line = None;
        let mut written = String::new();
        loop {
            if cursor.is(0, '<') && cursor.is(1, '/') && is_word(cursor.peek(2), &name) {
                element.close = Some(cursor.span(2));
                cursor.skip(if cursor.is(3, '>') { 4 } else { 3 });
                break;
            }
            let Some(token) = cursor.peek(0) else {
                let mistake =
                    Diagnostic::new(element.name.start, format!("`<{name}>` is not closed"));
                self.report(mistake.help(format!("write `</{name}>` where it ends")));
                break;
            };
            let span = token.span();
            match token {
                TokenTree::Literal(part) if literal::text(part).is_some() => {
                    let mut value = literal::text(part).unwrap_or_default();
                    if line.is_some_and(|line| span.start().line > line) {
                        value.insert(0, '\n');
                    }
                    line = Some(span.end().line);
                    self.check_raw(&name, &written, &value, span);
                    written.push_str(&value);
                    element.children.push(Node::Text(Text {
                        value,
                        start: span,
                        end: span,
                    }));
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    line = None;
                    written.clear();
                    let tokens = trees(group.stream());
                    if name == "script" && json(&tokens) {
                        element
                            .children
                            .push(Node::Value(Code::rust(group.stream())));
                    } else if !tokens.is_empty() {
                        self.report(dynamic(&name, span));
                    }
                }
                _ if told => {}
                _ => {
                    told = true;
                    let mistake = Diagnostic::new(
                        span,
                        format!("`<{name}>` holds quoted strings, which are printed as they are"),
                    );
                    self.report(mistake.help("write its content as `r#\"…\"#`"));
                }
            }
            cursor.skip(1);
        }
        Node::Element(element)
    }

    /// A text that would end the element it stands in, alone or with what is written before it.
    fn check_raw(&mut self, name: &str, before: &str, value: &str, span: Span) {
        let end = format!("</{name}");
        // As much of what stands before as can begin one of the two.
        let from = before.len().saturating_sub(end.len() - 1);
        let from = (from..=before.len()).find(|at| before.is_char_boundary(*at));
        let before = &before[from.unwrap_or(before.len())..];
        let lower = format!("{before}{value}").to_ascii_lowercase();
        if lower.contains(&end) {
            let mistake = Diagnostic::new(
                span,
                format!("a browser ends the `<{name}>` at the `</{name}` in this text"),
            );
            let help = match name {
                "script" => "write `<\\/script` in a string of JavaScript",
                _ => "write `\\3c /style` in a string of CSS",
            };
            self.report(mistake.help(help));
        } else if name == "script" && lower.contains("<!--") {
            let mistake = Diagnostic::new(
                span,
                "a browser reads `<!--` in a script as the beginning of a comment",
            );
            self.report(mistake.help("write `<\\!--` in a string of JavaScript"));
        }
    }
}

/// A comment without content.
fn nothing(start: Span) -> Text {
    Text {
        value: String::new(),
        start,
        end: start,
    }
}

fn dynamic(name: &str, span: Span) -> Diagnostic {
    if name == "script" {
        return Diagnostic::new(span, "a value can't be escaped safely inside a script")
            .help("write `{json(&value)}`: it is printed as a JavaScript value");
    }
    Diagnostic::new(span, "a value can't be escaped safely inside a style sheet")
        .help("set a custom property on an element, `style={[(\"--accent\", value)]}`, and use `var(--accent)`")
}

/// `json(…)`, `isle::json(…)`
pub(super) fn json(tokens: &[TokenTree]) -> bool {
    let [
        path @ ..,
        TokenTree::Ident(name),
        TokenTree::Group(arguments),
    ] = tokens
    else {
        return false;
    };
    let path = path.iter().all(|token| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(sign) => sign.as_char() == ':',
        _ => false,
    });
    path && name == "json" && arguments.delimiter() == Delimiter::Parenthesis
}

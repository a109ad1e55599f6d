//! Values that are literals, or an `if` between literals: their text is known now, and need not be escaped when the page runs.

use isle_syntax::markup::tree::Code;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::LitStr;

/// What such a value is.
pub(super) struct Choice {
    /// Each condition with the text that it leads to.
    pub(super) branches: Vec<(Code, String)>,
    pub(super) otherwise: String,
}

/// The choice that code makes, if it makes no other: `"a"`, `if x { "a" } else { "b" }`.
pub(super) fn choice(code: &Code) -> Option<Choice> {
    let mut tokens = code.as_rust()?.clone().into_iter().peekable();
    let mut branches = Vec::new();
    loop {
        if !matches!(tokens.peek(), Some(TokenTree::Ident(word)) if *word == "if") {
            let last = tokens.next()?;
            let text = match (&last, branches.is_empty()) {
                (TokenTree::Literal(_), true) => literal(last.into())?,
                (_, true) => return None,
                (_, false) => block(&last)?,
            };
            return tokens.next().is_none().then_some(Choice {
                branches,
                otherwise: text,
            });
        }
        tokens.next();
        let mut condition = TokenStream::new();
        let text = loop {
            let token = tokens.next()?;
            // A condition has no braces of its own but in parentheses, or this is no block of a literal.
            if is_block(&token) {
                break block(&token)?;
            }
            condition.extend([token]);
        };
        branches.push((Code::rust(condition), text));
        match tokens.next()? {
            TokenTree::Ident(word) if word == "else" => {}
            _ => return None,
        }
    }
}

fn is_block(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The literal that is all of a block.
fn block(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Group(group) if is_block(token) => literal(group.stream()),
        _ => None,
    }
}

fn literal(tokens: TokenStream) -> Option<String> {
    let literal: LitStr = syn::parse2(tokens).ok()?;
    literal.suffix().is_empty().then(|| literal.value())
}

#[cfg(test)]
mod tests {
    use super::{Code, choice};

    fn texts(code: &str) -> Option<Vec<String>> {
        let choice = choice(&Code::rust(code.parse().unwrap()))?;
        let mut texts: Vec<String> = choice.branches.into_iter().map(|(_, it)| it).collect();
        texts.push(choice.otherwise);
        Some(texts)
    }

    #[test]
    fn literals_are_found_and_nothing_else() {
        for (code, expected) in [
            (r#""a\n""#, &["a\n"][..]),
            (r##"r#"a"b"#"##, &["a\"b"]),
            (r#"if x { "a" } else { "b" }"#, &["a", "b"]),
            (
                r#"if let Some(x) = y.map(|y| { y }) { "a" } else if x { "b" } else { "" }"#,
                &["a", "b", ""],
            ),
        ] {
            assert_eq!(texts(code).unwrap(), expected, "{code}");
        }
        for code in [
            "x",
            "1",
            "b\"a\"",
            "\"a\".len()",
            "\"a\" + x",
            r#"if x { "a" }"#,
            r#"if x { "a" } else { b }"#,
            r#"if x { a } else { "b" }"#,
            r#"if x { "a" } else { "b" }.len()"#,
            r#"if match x { _ => true } { "a" } else { "b" }"#,
            r#"if x { let y = 1; "a" } else { "b" }"#,
        ] {
            assert_eq!(texts(code), None, "{code}");
        }
    }
}

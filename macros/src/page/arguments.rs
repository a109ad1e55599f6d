//! What stands in `#[page(…)]` and `#[endpoint(…)]`.

use super::prerender::Prerender;
use crate::error::Errors;
use isle_syntax::pattern::{self, Pattern};
use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, LitStr, Token, parenthesized};

/// What kind of answer a function gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Page,
    Endpoint,
}

/// The attribute's arguments.
pub(super) struct Arguments {
    pub(super) kind: Kind,
    pub(super) pattern: Pattern,
    /// The pattern as it is written.
    pub(super) literal: LitStr,
    /// The methods, in upper case; `ALL` is one of them for an endpoint.
    pub(super) methods: Vec<String>,
    /// Whether the page is a part of one: it gets no doctype.
    pub(super) partial: bool,
    /// Where it is said that other sites may send what changes something.
    pub(super) cross_site: Option<Span>,
    /// When it is rendered.
    pub(super) prerender: Prerender,
}

/// The methods that a page or an endpoint can name.
const METHODS: [&str; 8] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ALL",
];

enum Argument {
    Pattern(LitStr),
    Word(Ident),
    Methods(Span, Vec<Ident>),
    Prerender(Span, Option<Box<Expr>>),
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Pattern);
        }
        if !input.peek(syn::Ident) {
            let message = "the pattern of a route is a text in quotes\nhelp: write `\"/about\"`";
            return Err(input.error(message));
        }
        let word: Ident = input.parse()?;
        if word == "methods" && input.peek(syn::token::Paren) {
            let list;
            parenthesized!(list in input);
            let methods = Punctuated::<Ident, Token![,]>::parse_terminated(&list)?;
            return Ok(Self::Methods(word.span(), methods.into_iter().collect()));
        }
        if word == "prerender" {
            let value = match input.parse::<Option<Token![=]>>()? {
                Some(_) => Some(Box::new(input.parse()?)),
                None => None,
            };
            return Ok(Self::Prerender(word.span(), value));
        }
        Ok(Self::Word(word))
    }
}

impl Arguments {
    /// Whether a request can have a body that means something.
    pub(super) fn takes_body(&self) -> bool {
        !self.methods.iter().all(|method| is_safe(method))
    }

    /// Reads the arguments; without a pattern that can be read there are none.
    pub(super) fn read(kind: Kind, tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let read = match Punctuated::<Argument, Token![,]>::parse_terminated.parse2(tokens) {
            Ok(read) => read,
            Err(error) => {
                errors.syn(error);
                return None;
            }
        };
        let mut literal = None;
        let mut methods = Vec::new();
        let mut partial = false;
        let mut cross_site = None;
        let mut prerender = None;
        for argument in read {
            match argument {
                Argument::Pattern(text) => match &literal {
                    None => literal = Some(text),
                    Some(_) => errors.at(
                        text.span(),
                        "this is the second pattern",
                        second_pattern(kind),
                    ),
                },
                Argument::Methods(span, _) if kind == Kind::Endpoint => {
                    errors.at(
                        span,
                        "an endpoint names its methods directly",
                        "write `#[endpoint(GET, POST, \"/path\")]`",
                    );
                }
                Argument::Methods(_, named) => named
                    .iter()
                    .for_each(|word| method(word, kind, &mut methods, errors)),
                Argument::Prerender(span, _) if prerender.is_some() => {
                    errors.at(span, "`prerender` is said twice", "say it once")
                }
                Argument::Prerender(span, value) => prerender = Some((span, value)),
                Argument::Word(word) if kind == Kind::Page && word == "partial" => partial = true,
                Argument::Word(word) if word == "cross_site" => cross_site = Some(word.span()),
                Argument::Word(word) if kind == Kind::Endpoint => {
                    method(&word, kind, &mut methods, errors)
                }
                Argument::Word(word) => {
                    let help = if METHODS.contains(&word.to_string().as_str()) {
                        format!("write `methods({word})`")
                    } else {
                        "a page takes a pattern, `methods(GET, POST)`, `partial`, `prerender` and `cross_site`"
                            .to_owned()
                    };
                    errors.at(
                        word.span(),
                        format!("`{word}` is nothing that a page takes"),
                        help,
                    );
                }
            }
        }
        let Some(literal) = literal else {
            let (message, help) = match kind {
                Kind::Page => (
                    "a page needs the pattern of its route",
                    "write `#[page(\"/about\")]`",
                ),
                Kind::Endpoint => (
                    "an endpoint needs the pattern of its route",
                    "write `#[endpoint(GET, \"/api/cart\")]`",
                ),
            };
            errors.at(Span::call_site(), message, help);
            return None;
        };
        if methods.is_empty() {
            if kind == Kind::Endpoint && errors.is_empty() {
                errors.at(
                    literal.span(),
                    "an endpoint names the methods that it answers",
                    format!("write `#[endpoint(GET, {:?})]`", literal.value()),
                );
            }
            methods.push("GET".to_owned());
        }
        if let Some(span) = cross_site.filter(|_| methods.iter().all(|it| is_safe(it))) {
            let answered = methods.join(" and ");
            let message = format!("other sites may always send {answered}, which changes nothing");
            errors.at(span, message, "leave `cross_site` out");
        }
        match pattern::parse(&literal.value()) {
            Ok(pattern) => Some(Self {
                prerender: Prerender::read(prerender, &pattern, &methods, errors),
                kind,
                pattern,
                literal,
                methods,
                partial,
                cross_site,
            }),
            Err(error) => {
                errors.at(literal.span(), error.to_string(), error.help());
                None
            }
        }
    }
}

/// Whether the method changes nothing ([RFC 9110, section 9.2.1](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1)).
fn is_safe(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "OPTIONS")
}

fn second_pattern(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "a page has one pattern; `isle::redirects!` leads other paths to it",
        Kind::Endpoint => "an endpoint has one pattern; write a second function for another",
    }
}

fn method(word: &Ident, kind: Kind, methods: &mut Vec<String>, errors: &mut Errors) {
    let text = word.to_string();
    let upper = text.to_ascii_uppercase();
    if kind == Kind::Page && !matches!(upper.as_str(), "GET" | "POST") {
        let help = "a page answers GET (and HEAD with it), and POST of a form; anything else is an `#[endpoint]`";
        errors.at(word.span(), format!("a page can't answer `{text}`"), help);
    } else if !METHODS.contains(&upper.as_str()) {
        errors.at(
            word.span(),
            format!("`{text}` is no method"),
            format!("the methods are {}", METHODS.join(", ")),
        );
    } else if text != upper {
        errors.at(
            word.span(),
            "methods are written in upper case",
            format!("write `{upper}`"),
        );
    } else if methods.contains(&upper) {
        errors.at(
            word.span(),
            format!("`{text}` is named twice"),
            "name each method once",
        );
    } else {
        methods.push(upper);
    }
}

//! Where a redirect leads: the right side of `"/old" => "/new"`.

use crate::error::Errors;
use crate::pattern;
use isle_syntax::pattern::{Param, Pattern, parse};
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{LitInt, LitStr, Path, parenthesized};

/// `"/new"`, `Found("/new")`, `unchecked("/logo.svg")`
pub(crate) struct Destination {
    literal: LitStr,
    status: Option<Ident>,
    unchecked: Option<Ident>,
}

/// The statuses as `isle::response::Redirect` names them.
const STATUSES: [(&str, &str); 5] = [
    ("MovedPermanently", "301"),
    ("Found", "302"),
    ("SeeOther", "303"),
    ("Temporary", "307"),
    ("Permanent", "308"),
];

impl Parse for Destination {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Ok(Self {
                literal: input.parse()?,
                status: None,
                unchecked: None,
            });
        }
        if input.peek(LitInt) {
            let number: LitInt = input.parse()?;
            let named = STATUSES
                .iter()
                .find(|(_, code)| *code == number.to_string());
            let help = match named {
                Some((name, _)) => format!("write `{name}(\"/new\")`"),
                None => statuses(),
            };
            let message = format!("a redirect's status is written by its name\nhelp: {help}");
            return Err(syn::Error::new_spanned(number, message));
        }
        let word = Path::parse_mod_style(input)?;
        let word = word
            .segments
            .last()
            .expect("a path has segments")
            .ident
            .clone();
        let inner;
        parenthesized!(inner in input);
        let mut destination: Self = inner.parse()?;
        let place = if word == "unchecked" {
            &mut destination.unchecked
        } else if STATUSES.iter().any(|(name, _)| word == name) {
            &mut destination.status
        } else {
            let message = format!("`{word}` is no status of a redirect\nhelp: {}", statuses());
            return Err(syn::Error::new(word.span(), message));
        };
        if let Some(other) = place.replace(word) {
            let message = "a redirect has one status, and is unchecked once\nhelp: write `Found(unchecked(\"/new\"))` at most";
            return Err(syn::Error::new(other.span(), message));
        }
        Ok(destination)
    }
}

fn statuses() -> String {
    let named = STATUSES.map(|(name, code)| format!("`{name}` ({code})"));
    format!("the statuses are {}", named.join(", "))
}

/// The pieces of a destination's text.
struct Pieces<'t> {
    /// `https://example.com`, for another site's.
    origin: &'t str,
    path: &'t str,
    /// The query and the fragment, with their marks.
    behind: &'t str,
}

impl<'t> Pieces<'t> {
    fn of(text: &'t str) -> Self {
        let (address, behind) = text.split_at(text.find(['?', '#']).unwrap_or(text.len()));
        let host = address.find("://").map_or(0, |at| at + 3);
        let path = match address[host..].find('/') {
            _ if host == 0 => 0,
            Some(at) => host + at,
            None => address.len(),
        };
        Self {
            origin: &address[..path],
            path: &address[path..],
            behind,
        }
    }
}

impl Destination {
    /// The destination of the table's entry for this source.
    pub(crate) fn tokens(
        &self,
        source: &Pattern,
        written: &str,
        errors: &mut Errors,
    ) -> Option<TokenStream> {
        let text = self.literal.value();
        let pieces = Pieces::of(&text);
        let place = self.place(&text, &pieces, errors)?;
        let checked = pieces.origin.is_empty() && self.unchecked.is_none();
        // Whether the site's own pages end with a slash is not for a redirect to say.
        let bare = pieces.path.strip_suffix('/').filter(|_| !checked);
        let path = bare.unwrap_or(pieces.path);
        let path = match parse(if path.is_empty() && !text.is_empty() {
            "/"
        } else {
            path
        }) {
            Ok(path) => path,
            Err(error) => {
                errors.at(self.literal.span(), error.to_string(), error.help());
                return None;
            }
        };
        if pieces.behind.contains(['[', ']']) {
            let help = "write a page that reads the param and answers `redirect(..)`";
            let message =
                "the query and the fragment of a redirect are literal: no param can stand in them";
            errors.at(self.literal.span(), message, help);
            return None;
        }
        let values = self.values(&path, source, written, errors)?;
        let (segments, key) = (pattern::segments(&path), path.key());
        let slash = bare.is_some();
        let behind = encoded(pieces.behind);
        let status = match &self.status {
            Some(name) => {
                let path = quote_spanned!(name.span()=> ::isle::response::Redirect::#name);
                quote!(::core::option::Option::Some(#path))
            }
            None => quote!(::core::option::Option::None),
        };
        Some(quote! {
            ::isle::__::Destination {
                written: #text,
                place: #place,
                segments: &[#segments],
                key: #key,
                values: &[#(#values),*],
                slash: #slash,
                behind: #behind,
                status: #status,
            }
        })
    }

    fn place(&self, text: &str, pieces: &Pieces<'_>, errors: &mut Errors) -> Option<TokenStream> {
        let span = self.literal.span();
        if let Some(rest) = text.strip_prefix("//") {
            let message = "a browser reads what follows `//` as another site";
            errors.at(
                span,
                message,
                format!("write \"https://{rest}\", or \"/{rest}\""),
            );
            return None;
        }
        let origin = pieces.origin;
        let Some((scheme, host)) = origin.split_once("://") else {
            return Some(match self.unchecked {
                Some(_) => quote!(::isle::__::Place::Unchecked),
                None => quote!(::isle::__::Place::Page),
            });
        };
        if !matches!(scheme, "http" | "https") {
            let message = "a redirect leads to a path of this site, or to another by http or https";
            errors.at(
                span,
                message,
                "write \"/new\" or \"https://example.com/new\"",
            );
        } else if host.is_empty() || !host.bytes().all(in_host) {
            let message = format!("`{host}` is no host");
            errors.at(span, message, "write it like \"https://example.com/new\"");
        } else if let Some(word) = &self.unchecked {
            let message = "another site is never checked";
            errors.at(word.span(), message, "leave `unchecked` out");
        } else {
            return Some(quote!(::isle::__::Place::External(#origin)));
        }
        None
    }

    /// For each param of the destination, which of the source's it is.
    fn values(
        &self,
        path: &Pattern,
        source: &Pattern,
        written: &str,
        errors: &mut Errors,
    ) -> Option<Vec<usize>> {
        let mut values = Vec::new();
        let mut good = true;
        for param in path.params() {
            let found = source.params().position(|own| own.name == param.name);
            let own = found.and_then(|index| source.params().nth(index));
            if own.is_some_and(|own| own.rest == param.rest) {
                values.extend(found);
                continue;
            }
            good = false;
            let named: Vec<String> = source.params().map(brackets).collect();
            let help = match (own, named.as_slice()) {
                (Some(own), _) => format!("write `{}`", brackets(own)),
                (None, []) => format!("{written:?} has no params"),
                (None, [only]) => format!("write `{only}`"),
                (None, all) => format!("{written:?} has {}", all.join(", ")),
            };
            let message = format!("`{}` is no param of {written:?}", brackets(param));
            errors.at(self.literal.span(), message, help);
        }
        good.then_some(values)
    }
}

fn brackets(param: &Param) -> String {
    let dots = if param.rest { "..." } else { "" };
    format!("[{dots}{}]", param.name)
}

fn in_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".-_:".contains(&byte)
}

/// What a query or a fragment can't hold as it is, percent-encoded; escapes stay.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

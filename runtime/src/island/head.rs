//! Where a document's head ends, so that what is put there stands in the head.

/// The place before which a finished document takes more elements of its head: before `</head>`; and where no such tag is
/// written, before the first thing that ends the head by itself
/// ([the standard's "in head" insertion mode](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead)).
pub(crate) fn end_of_head(html: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &html[at..];
        let blank = rest.len() - rest.trim_start_matches(BLANKS).len();
        at += blank;
        let rest = &html[at..];
        at += if rest.starts_with("<!--") {
            comment(rest)
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            behind(rest, '>')
        } else if let Some(name) = end_tag(rest) {
            if ["head", "body", "html", "br"].contains(&&*name) {
                return at;
            }
            tag(rest)
        } else {
            let Some(name) = start_tag(rest) else {
                return at;
            };
            match &*name {
                "html" | "head" | "base" | "basefont" | "bgsound" | "link" | "meta" => tag(rest),
                "title" | "style" | "script" | "noscript" | "noframes" => raw(rest, &name),
                "template" => template(rest),
                _ => return at,
            }
        };
    }
}

const BLANKS: [char; 5] = [' ', '\t', '\n', '\x0c', '\r'];

/// The length of what stands up to the first `sign`, with it.
fn behind(html: &str, sign: char) -> usize {
    html.find(sign).map_or(html.len(), |at| at + 1)
}

fn comment(html: &str) -> usize {
    let inner = &html[4..];
    if inner.starts_with('>') || inner.starts_with("->") {
        return 4 + behind(inner, '>');
    }
    let ends = ["-->", "--!>"].map(|end| inner.find(end).map(|at| 4 + at + end.len()));
    ends.into_iter().flatten().min().unwrap_or(html.len())
}

/// The name of the tag that begins here, in lower case.
fn start_tag(html: &str) -> Option<String> {
    name(html.strip_prefix('<')?)
}

fn end_tag(html: &str) -> Option<String> {
    name(html.strip_prefix("</")?)
}

fn name(text: &str) -> Option<String> {
    let end = text.find(|c| BLANKS.contains(&c) || c == '/' || c == '>');
    let name = &text[..end.unwrap_or(text.len())];
    let letter = name.starts_with(|c: char| c.is_ascii_alphabetic());
    letter.then(|| name.to_ascii_lowercase())
}

/// The length of a tag; a `>` in quotes does not end it.
fn tag(html: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, sign) in html.char_indices() {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (Some(_), _) => {}
            // A quote begins a value only behind `=`.
            (None, '"' | '\'') if before == '=' => quote = Some(sign),
            (None, '>') => return at + 1,
            (None, _) => {}
        }
        if !BLANKS.contains(&sign) {
            before = sign;
        }
    }
    html.len()
}

/// The length of an element whose content is text alone.
fn raw(html: &str, name: &str) -> usize {
    let mut at = tag(html);
    while let Some(found) = html[at..].find("</") {
        at += found;
        if end_tag(&html[at..]).as_deref() == Some(name) {
            return at + tag(&html[at..]);
        }
        at += 2;
    }
    html.len()
}

/// The length of a `<template>`, which may hold others.
fn template(html: &str) -> usize {
    let mut at = tag(html);
    while at < html.len() {
        let rest = &html[at..];
        if rest.starts_with("<!--") {
            at += comment(rest);
        } else if end_tag(rest).is_some_and(|name| name == "template") {
            return at + tag(rest);
        } else if let Some(name) = start_tag(rest) {
            at += match &*name {
                "template" => template(rest),
                "title" | "style" | "script" | "textarea" | "xmp" | "iframe" | "noembed"
                | "noframes" | "noscript" => raw(rest, &name),
                _ => tag(rest),
            };
        } else {
            let mut signs = rest.char_indices().skip(1);
            at += signs
                .find(|(_, sign)| *sign == '<')
                .map_or(rest.len(), |(next, _)| next);
        }
    }
    html.len()
}

//! The `Forwarded` header ([RFC 7239](https://www.rfc-editor.org/rfc/rfc7239)).

use axum::http::HeaderMap;
use axum::http::header::FORWARDED;

/// What one proxy wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Element<'a> {
    /// Whom it had the request from.
    pub(super) client: Option<&'a str>,
    pub(super) host: Option<&'a str>,
    pub(super) proto: Option<&'a str>,
}

/// What the proxies wrote, the nearest last. Where any of it can't be read, all of it is nothing: what stands behind
/// might be the client's.
pub(super) fn elements(headers: &HeaderMap) -> Vec<Element<'_>> {
    let mut all = Vec::new();
    for line in headers.get_all(FORWARDED) {
        let Some(()) = line.to_str().ok().and_then(|line| read(line, &mut all)) else {
            return Vec::new();
        };
    }
    all
}

fn read<'a>(line: &'a str, all: &mut Vec<Element<'a>>) -> Option<()> {
    let mut rest = line;
    let mut element = Element::default();
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        // An empty pair or element is nothing (RFC 9110, section 5.6.1).
        if !rest.is_empty() && !rest.starts_with([';', ',']) {
            let (name, value, behind) = pair(rest)?;
            let known = match () {
                () if name.eq_ignore_ascii_case("for") => Some(&mut element.client),
                () if name.eq_ignore_ascii_case("host") => Some(&mut element.host),
                () if name.eq_ignore_ascii_case("proto") => Some(&mut element.proto),
                () => None,
            };
            // A name stands once in an element.
            if known.is_some_and(|place| place.replace(value).is_some()) {
                return None;
            }
            rest = behind.trim_start_matches([' ', '\t']);
        }
        match rest.bytes().next() {
            Some(b';') => {}
            Some(b',') | None => all.push(std::mem::take(&mut element)),
            Some(_) => return None,
        }
        match rest.get(1..) {
            Some(behind) => rest = behind,
            None => return Some(()),
        }
    }
}

/// `name=value`, and what stands behind it. A quoted value with an escape in it is none that is needed here.
fn pair(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once('=')?;
    if !is_token(name) {
        return None;
    }
    if let Some(quoted) = rest.strip_prefix('"') {
        let (value, behind) = quoted.split_once('"')?;
        return (!value.contains('\\')).then_some((name, value, behind));
    }
    let end = rest.find([';', ',', ' ', '\t']).unwrap_or(rest.len());
    let (value, behind) = rest.split_at(end);
    is_token(value).then_some((name, value, behind))
}

/// RFC 9110, section 5.6.2.
fn is_token(text: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(known)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn read(lines: &[&'static str]) -> Vec<(String, String, String)> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED, HeaderValue::from_static(line));
        }
        let shown = |text: Option<&str>| text.unwrap_or("-").to_owned();
        elements(&headers)
            .iter()
            .map(|it| (shown(it.client), shown(it.host), shown(it.proto)))
            .collect()
    }

    fn element(client: &str, host: &str, proto: &str) -> (String, String, String) {
        (client.to_owned(), host.to_owned(), proto.to_owned())
    }

    #[test]
    fn the_examples_of_the_rfc() {
        assert_eq!(read(&["for=\"_gazonk\""]), [element("_gazonk", "-", "-")]);
        assert_eq!(
            read(&["For=\"[2001:db8:cafe::17]:4711\""]),
            [element("[2001:db8:cafe::17]:4711", "-", "-")]
        );
        assert_eq!(
            read(&["for=192.0.2.60;proto=http;by=203.0.113.43"]),
            [element("192.0.2.60", "-", "http")]
        );
        let two = [
            element("192.0.2.43", "-", "-"),
            element("198.51.100.17", "-", "-"),
        ];
        assert_eq!(read(&["for=192.0.2.43, for=198.51.100.17"]), two);
        assert_eq!(read(&["for=192.0.2.43", "for=198.51.100.17"]), two);
        assert_eq!(
            read(&["for=192.0.2.43;host=\"a:80\" ; proto=https,for=\"a,b;c\""]),
            [
                element("192.0.2.43", "a:80", "https"),
                element("a,b;c", "-", "-")
            ]
        );
    }

    #[test]
    fn what_cannot_be_read_is_nothing() {
        for line in [
            "for",
            "for=",
            "for=a b",
            "for=\"a",
            "for=\"a\"b",
            "for=\"a\\\"b\"",
            "for=a:80",
            "for=1.1.1.1;for=2.2.2.2",
            "=a",
            "f r=a",
            "for =a",
        ] {
            assert!(read(&["for=1.1.1.1", line]).is_empty(), "{line}");
        }
        assert!(read(&[]).is_empty());
        assert_eq!(read(&["for=a,,"]).len(), 3);
    }
}

//! What a browser does with cookies (RFC 6265, section 5, and 6265bis): a model to check answers
//! against.

use std::cmp::Reverse;

use crate::user_agent::date::parse as parse_date;

pub mod date;

/// The page that sets cookies, or the request that they are sent with.
#[derive(Clone, Debug)]
pub struct Place {
    https: bool,
    host: String,
    path: String,
}

impl Place {
    /// Reads `http://host:port/path?query`; of a path alone it is `home`'s.
    ///
    /// # Panics
    ///
    /// If it is neither.
    pub fn read(text: &str, home: &str) -> Place {
        let url = if text.starts_with('/') {
            format!("{home}{text}")
        } else {
            text.to_owned()
        };
        let (scheme, rest) = url.split_once("://").expect("an absolute URL");
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = authority
            .split(':')
            .next()
            .unwrap_or(authority)
            .to_ascii_lowercase();
        let path = path.split('?').next().unwrap_or_default();
        let path = if path.is_empty() { "/" } else { path };
        Place {
            https: scheme == "https",
            host,
            path: decode_unreserved(path),
        }
    }
}

/// A cookie as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// May be empty where a cookie needs none.
    pub name: String,
    /// As on the wire.
    pub value: String,
    /// The host that set it, or the domain that it was set for.
    pub domain: String,
    /// Whether it is sent to that host alone.
    pub host_only: bool,
    /// The path for which it is, with all below.
    pub path: String,
    /// Whether it is sent over https alone.
    pub secure: bool,
    /// Whether scripts can't see it.
    pub http_only: bool,
    /// In seconds since 1970; without, until the browser is closed.
    pub expires: Option<i64>,
}

/// A browser's cookies.
#[derive(Debug)]
pub struct UserAgent {
    /// The time, in seconds since 1970.
    now: i64,
    /// Whether a cookie may have no name, as 6265bis has it and RFC 6265 not.
    nameless: bool,
    kept: Vec<Kept>,
}

#[derive(Debug, Default)]
struct Attributes {
    domain: Option<String>,
    path: Option<String>,
    secure: bool,
    http_only: bool,
    expires: Option<i64>,
    max_age: Option<i64>,
}

impl UserAgent {
    /// A browser without cookies.
    pub fn new(now: i64, nameless: bool) -> UserAgent {
        UserAgent {
            now,
            nameless,
            kept: Vec::new(),
        }
    }

    /// The cookies that it keeps.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// Takes one `Set-Cookie` line of an answer.
    pub fn receive(&mut self, line: &str, page: &Place) {
        let line = line.split(['\0', '\r', '\n']).next().unwrap_or_default();
        let mut parts = line.split(';');
        let pair = parts.next().unwrap_or_default();
        let (name, value) = match pair.split_once('=') {
            Some((name, value)) => (trim(name), trim(value)),
            None if self.nameless => ("", trim(pair)),
            None => return,
        };
        if (name.is_empty() && (!self.nameless || value.is_empty()))
            || name.len() + value.len() > 4096
        {
            return;
        }
        let attributes = self.attributes(parts, &page.host);
        if let Some(cookie) = keep(name, value, &attributes, page) {
            self.store(cookie);
        }
    }

    fn attributes<'a>(&self, parts: impl Iterator<Item = &'a str>, host: &str) -> Attributes {
        let mut found = Attributes::default();
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let (name, value) = (trim(name).to_ascii_lowercase(), trim(value));
            if value.len() > 1024 {
                continue;
            }
            match name.as_str() {
                "expires" => found.expires = parse_date(value).or(found.expires),
                "max-age" => found.max_age = self.max_age(value).or(found.max_age),
                "domain" if !value.is_empty() => {
                    let domain = value
                        .strip_prefix('.')
                        .unwrap_or(value)
                        .to_ascii_lowercase();
                    // The public suffix list, as far as these cases need it.
                    let is_suffix = !domain.contains('.') && domain != host;
                    found.domain = Some(if is_suffix {
                        "public suffix".to_owned()
                    } else {
                        domain
                    });
                }
                "path" => found.path = value.starts_with('/').then(|| value.to_owned()),
                "secure" => found.secure = true,
                "httponly" => found.http_only = true,
                _ => {}
            }
        }
        found
    }

    /// The end that a `Max-Age` means.
    fn max_age(&self, value: &str) -> Option<i64> {
        let digits = value.strip_prefix('-').unwrap_or(value);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let seconds: i64 = value.parse().unwrap_or(i64::MAX);
        Some(if seconds <= 0 {
            i64::MIN
        } else {
            self.now.saturating_add(seconds)
        })
    }

    fn store(&mut self, cookie: Kept) {
        let same = |kept: &Kept| {
            kept.name == cookie.name && kept.domain == cookie.domain && kept.path == cookie.path
        };
        // What is replaced keeps its place, which stands for the time of its creation.
        match self.kept.iter().position(same) {
            Some(at) => self.kept[at] = cookie,
            None => self.kept.push(cookie),
        }
        self.kept
            .retain(|kept| kept.expires.is_none_or(|end| end > self.now));
    }

    /// The cookies of a request, in their order.
    pub fn sent(&self, to: &Place) -> Vec<(String, String)> {
        let fits = |kept: &&Kept| {
            let domain = if kept.host_only {
                kept.domain == to.host
            } else {
                domain_matches(&to.host, &kept.domain)
            };
            domain && path_matches(&to.path, &kept.path) && (to.https || !kept.secure)
        };
        let mut sent: Vec<&Kept> = self.kept.iter().filter(fits).collect();
        sent.sort_by_key(|kept| Reverse(kept.path.len()));
        sent.iter()
            .map(|kept| (kept.name.clone(), kept.value.clone()))
            .collect()
    }
}

/// The cookie that is kept, unless the page may not set it.
fn keep(name: &str, value: &str, attributes: &Attributes, page: &Place) -> Option<Kept> {
    let domain = attributes.domain.clone();
    if domain
        .as_deref()
        .is_some_and(|domain| !domain_matches(&page.host, domain))
    {
        return None;
    }
    if attributes.secure && !page.https {
        return None;
    }
    let prefixed = |prefix: &str| {
        name.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    let is_host_wide = domain.is_none() && attributes.path.as_deref() == Some("/");
    if (prefixed("__Secure-") || prefixed("__Host-")) && !attributes.secure
        || prefixed("__Host-") && !is_host_wide
    {
        return None;
    }
    Some(Kept {
        name: name.to_owned(),
        value: value.to_owned(),
        host_only: domain.is_none(),
        domain: domain.unwrap_or_else(|| page.host.clone()),
        path: attributes
            .path
            .clone()
            .unwrap_or_else(|| default_path(&page.path)),
        secure: attributes.secure,
        http_only: attributes.http_only,
        expires: attributes.max_age.or(attributes.expires),
    })
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// RFC 6265, section 5.1.3.
fn domain_matches(host: &str, domain: &str) -> bool {
    host == domain
        || host
            .strip_suffix(domain)
            .is_some_and(|front| front.ends_with('.'))
}

/// RFC 6265, section 5.1.4.
fn default_path(path: &str) -> String {
    match path.rfind('/') {
        Some(at) if at > 0 => path[..at].to_owned(),
        _ => "/".to_owned(),
    }
}

/// RFC 6265, section 5.1.4.
fn path_matches(path: &str, cookie: &str) -> bool {
    path.strip_prefix(cookie)
        .is_some_and(|rest| rest.is_empty() || cookie.ends_with('/') || rest.starts_with('/'))
}

/// Browsers compare paths without the escapes that mean nothing.
fn decode_unreserved(path: &str) -> String {
    let mut decoded = String::new();
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        let (before, escape) = rest.split_at(at);
        decoded.push_str(before);
        let byte = escape
            .get(1..3)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match byte {
            Some(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                decoded.push(char::from(byte));
                rest = &escape[3..];
            }
            _ => {
                decoded.push('%');
                rest = &escape[1..];
            }
        }
    }
    decoded + rest
}

//! The cookies of one request, and what the page makes of them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};

use axum::http::header::COOKIE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};

use super::check::BadCookie;
use super::cookie::Cookie;
use super::received;
use super::value::CookieValue;
use crate::request::context::unpoisoned;
use crate::request::forwarded;
use crate::settings::Settings;

#[derive(Default)]
pub(crate) struct Jar {
    received: OnceLock<Received>,
    /// Whether the page looked at a cookie, so that its answer depends on them.
    read: AtomicBool,
    changes: Mutex<Changes>,
}

struct Received {
    line: Option<HeaderValue>,
    /// Those behind the first, which browsers don't send.
    more: Vec<HeaderValue>,
    /// Whether cookies are `Secure` where they don't say.
    secure: bool,
}

#[derive(Default)]
struct Changes {
    list: Vec<Change>,
    /// The first that was refused.
    refused: Option<BadCookie>,
}

struct Change {
    cookie: Cookie,
    removes: bool,
    header: HeaderValue,
}

impl Jar {
    /// Takes the request's cookies in, once.
    pub(crate) fn receive(&self, parts: &Parts, settings: &Settings) {
        self.received.get_or_init(|| {
            let mut lines = parts.headers.get_all(COOKIE).iter().cloned();
            Received {
                line: lines.next(),
                more: lines.collect(),
                secure: settings.secure_at(|| forwarded::host(parts, settings)),
            }
        });
    }

    /// What the page set or removed, else what the browser sent.
    pub(super) fn get(&self, name: &str) -> Option<CookieValue> {
        match self.changed(name) {
            Some(changed) => changed,
            None => received::values(self.lines(), name)
                .next()
                .map(CookieValue::received),
        }
    }

    /// The same, with every cookie that the browser sent under this name.
    pub(super) fn get_all(&self, name: &str) -> Vec<CookieValue> {
        match self.changed(name) {
            Some(changed) => changed.into_iter().collect(),
            None => received::values(self.lines(), name)
                .map(CookieValue::received)
                .collect(),
        }
    }

    /// What the browser sent.
    pub(super) fn received(&self) -> impl Iterator<Item = (&str, CookieValue)> {
        received::pairs(self.lines()).map(|(name, value)| (name, CookieValue::received(value)))
    }

    fn lines(&self) -> impl Iterator<Item = &HeaderValue> {
        self.read.store(true, Ordering::Relaxed);
        let received = self.received.get().into_iter();
        received.flat_map(|received| received.line.iter().chain(&received.more))
    }

    /// `Some(None)` where the page removed it.
    fn changed(&self, name: &str) -> Option<Option<CookieValue>> {
        let changes = unpoisoned(&self.changes);
        let change = changes
            .list
            .iter()
            .rev()
            .find(|change| change.cookie.name == name)?;
        Some((!change.removes).then(|| CookieValue::plain(change.cookie.value.clone())))
    }

    pub(super) fn set(&self, cookie: Cookie) {
        self.change(cookie, false);
    }

    pub(super) fn remove(&self, cookie: Cookie) {
        self.change(cookie.removal(), true);
    }

    /// A cookie that is set again keeps its place, as in Astro.
    fn change(&self, cookie: Cookie, removes: bool) {
        let secure = self.received.get().is_some_and(|received| received.secure);
        let header = match cookie.to_header(secure) {
            Ok(header) => header,
            Err(bad) => return self.refuse(bad),
        };
        let mut changes = unpoisoned(&self.changes);
        let before = changes
            .list
            .iter()
            .position(|change| change.cookie.replaces(&cookie));
        let change = Change {
            cookie,
            removes,
            header,
        };
        match before {
            Some(at) => changes.list[at] = change,
            None => changes.list.push(change),
        }
    }

    /// Notes what can't be set; the answer becomes a 500 by it.
    pub(super) fn refuse(&self, bad: BadCookie) {
        unpoisoned(&self.changes).refused.get_or_insert(bad);
    }

    pub(crate) fn refused(&self) -> Option<BadCookie> {
        unpoisoned(&self.changes).refused.clone()
    }

    /// Whether no cookie was set, nor removed, nor refused.
    pub(crate) fn is_untouched(&self) -> bool {
        let changes = unpoisoned(&self.changes);
        changes.list.is_empty() && changes.refused.is_none()
    }

    pub(crate) fn was_read(&self) -> bool {
        self.read.load(Ordering::Relaxed)
    }

    /// Adds a `Set-Cookie` line for each change.
    pub(crate) fn write(&self, headers: &mut HeaderMap) {
        for change in &unpoisoned(&self.changes).list {
            headers.append(axum::http::header::SET_COOKIE, change.header.clone());
        }
    }
}

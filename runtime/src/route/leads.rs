//! The check of redirects at compile time: each leads to a page.

use super::accept::accepts;
use super::destination::{Destination, Place};
use super::message::Message;
use super::order::precedes;
use super::overlap::same;
use super::table::{Info, Kind, Part, Segment};

/// Panics where a redirect of the table leads to no page of it. `pages` are sorted by their keys.
#[track_caller]
pub(super) const fn check(pages: &[Option<&'static Info>], length: usize) {
    let mut at = 0;
    while at < length {
        let redirect = page(pages, at);
        if let Kind::Redirect(to) = &redirect.kind
            && matches!(to.place, Place::Page)
            && !is_pattern_of_a_page(to, pages, length)
        {
            check_samples(redirect, to, pages, length);
        }
        at += 1;
    }
}

const fn page(pages: &[Option<&'static Info>], at: usize) -> &'static Info {
    pages[at].expect("the table is full up to its length")
}

/// Whether a page has this pattern, names aside.
const fn is_pattern_of_a_page(
    to: &Destination,
    pages: &[Option<&'static Info>],
    length: usize,
) -> bool {
    let mut at = first_of_key(to.key, pages, length);
    while at < length && page(pages, at).key == to.key {
        let found = page(pages, at);
        if found.can_be_visited() && same(found.segments, to.segments) {
            return true;
        }
        at += 1;
    }
    false
}

const fn first_of_key(key: u64, pages: &[Option<&'static Info>], length: usize) -> usize {
    let (mut start, mut end) = (0, length);
    while start < end {
        let middle = start + (end - start) / 2;
        if page(pages, middle).key < key {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

/// Asks the table for paths that the destination can be: a letter that no text holds for each param, and for each rest
/// nothing, one such segment, and several.
#[track_caller]
const fn check_samples(
    redirect: &Info,
    to: &Destination,
    pages: &[Option<&'static Info>],
    length: usize,
) {
    let mut rests = 0;
    while rests <= 3 {
        let sample = Sample::of(to.segments, rests);
        match answering(sample.path(), pages, length) {
            None => {
                let message = message(redirect, to, " leads to no page\nhelp: write `unchecked(\"")
                    .text(to.written)
                    .text("\")` if something else answers there");
                panic!("{}", message.as_str())
            }
            Some(found) if matches!(found.kind, Kind::Redirect(_)) => {
                let message = message(redirect, to, " leads to a redirect, from \"")
                    .text(found.pattern)
                    .text("\"\nhelp: lead to the page itself");
                panic!("{}", message.as_str())
            }
            Some(_) => {}
        }
        rests += 1;
        if !sample.varies {
            return;
        }
    }
}

const fn message(redirect: &Info, to: &Destination, what: &str) -> Message {
    Message::new("the redirect \"")
        .text(redirect.pattern)
        .text("\" => \"")
        .text(to.written)
        .text("\" of `")
        .name(redirect, redirect)
        .text("`")
        .text(what)
}

/// What answers a GET of the path.
const fn answering(
    path: &str,
    pages: &[Option<&'static Info>],
    length: usize,
) -> Option<&'static Info> {
    let mut best: Option<&'static Info> = None;
    let mut at = 0;
    while at < length {
        let next = page(pages, at);
        let answers = next.can_be_visited() || matches!(next.kind, Kind::Redirect(_));
        if answers && accepts(next.segments, path) {
            best = match best {
                Some(best) if !precedes(next.segments, best.segments) => Some(best),
                _ => Some(next),
            };
        }
        at += 1;
    }
    best
}

/// A path that a pattern matches.
struct Sample {
    bytes: [u8; 2048],
    length: usize,
    /// Whether a rest stands in the pattern.
    varies: bool,
}

/// Stands for a param: no text of a pattern holds it.
const LETTER: u8 = 1;

impl Sample {
    /// The path with this many segments for each rest.
    const fn of(segments: &[Segment], rests: usize) -> Sample {
        let mut sample = Sample {
            bytes: [0; 2048],
            length: 0,
            varies: false,
        };
        let mut at = 0;
        while at < segments.len() {
            sample = match &segments[at] {
                Segment::Static(text) => sample.push(b'/').text(text),
                Segment::Param(_) => sample.push(b'/').push(LETTER),
                Segment::Rest(_) if rests == 0 => sample.varied(),
                Segment::Rest(_) => sample.push(b'/').rest(rests),
                Segment::Mixed(parts) => sample.push(b'/').parts(parts, rests),
            };
            at += 1;
        }
        sample
    }

    const fn parts(mut self, parts: &[Part], rests: usize) -> Sample {
        let mut at = 0;
        while at < parts.len() {
            self = match &parts[at] {
                Part::Static(text) => self.text(text),
                Part::Param(_) => self.push(LETTER),
                Part::Rest(_) => self.rest(rests),
            };
            at += 1;
        }
        self
    }

    const fn rest(mut self, count: usize) -> Sample {
        let mut written = 0;
        while written < count {
            if written > 0 {
                self = self.push(b'/');
            }
            self = self.push(LETTER);
            written += 1;
        }
        self.varied()
    }

    const fn varied(mut self) -> Sample {
        self.varies = true;
        self
    }

    const fn text(mut self, text: &str) -> Sample {
        let text = text.as_bytes();
        let mut at = 0;
        while at < text.len() {
            self = self.push(text[at]);
            at += 1;
        }
        self
    }

    #[track_caller]
    const fn push(mut self, byte: u8) -> Sample {
        assert!(
            self.length < self.bytes.len(),
            "a redirect's destination is too long"
        );
        self.bytes[self.length] = byte;
        self.length += 1;
        self
    }

    const fn path(&self) -> &str {
        let (path, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(path) {
            Ok(path) => path,
            Err(_) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use crate::route::testing::{info, named, redirect};
    use crate::route::{Info, Kind, Methods, Table, check};

    /// What the compiler would say of a table of these.
    fn says(infos: &[&'static Info]) -> Option<String> {
        let tables = infos
            .iter()
            .map(|info| &*Box::leak(Box::new(Table::Page(info))));
        let table = Table::List(tables.collect::<Vec<_>>().leak());
        let said = catch_unwind(|| check(&table)).err()?;
        Some(said.downcast_ref::<String>().expect("a message").clone())
    }

    fn leads(destination: &str, pages: &[&str]) -> bool {
        let mut infos: Vec<_> = pages.iter().map(|page| info(page, Kind::Page)).collect();
        infos.push(redirect("/from/[a]/[b]/[...rest]", destination));
        let said = says(&infos);
        assert!(said.as_ref().is_none_or(|said| said.contains(" leads to ")));
        said.is_none()
    }

    #[test]
    fn a_page_must_answer_whatever_the_params_are() {
        for (destination, pages, good) in [
            ("/", &["/"][..], true),
            ("/new", &["/", "/[page]"], true),
            ("/new/x", &["/", "/[page]"], false),
            ("/[a]", &["/[page]"], true),
            ("/[a]", &["/new"], false),
            ("/docs/[a]", &["/docs/[...path]"], true),
            ("/docs/[...rest]", &["/docs/[page]"], false),
            ("/docs/[...rest]", &["/docs", "/docs/[page]"], false),
            ("/docs/[...rest]", &["/docs", "/docs/[x]/[...y]"], true),
            ("/en/docs/[...rest]", &["/[lang]/docs/[...path]"], true),
            ("/[a]-[b]", &["/[x]-[y]"], true),
            ("/[a]-[b]", &["/[x]"], true),
            ("/[a]", &["/[x]-[y]"], false),
            ("/[a].json", &["/[...path].json"], true),
            ("/[...rest]/[a]", &["/[...path]"], true),
            ("/[...rest]/[a]", &["/[page]"], false),
        ] {
            assert_eq!(leads(destination, pages), good, "{destination} {pages:?}");
        }
    }

    #[test]
    fn a_redirect_does_not_lead_to_a_redirect() {
        let page = info("/[...path]", Kind::Page);
        let said = says(&[page, redirect("/a", "/b"), redirect("/b", "/c")]);
        let expected = "the redirect \"/a\" => \"/b\" of `MOVED` leads to a redirect, from \"/b\"\n\
                        help: lead to the page itself";
        assert_eq!(said.as_deref(), Some(expected));
        // The page is asked before the redirect, though both match.
        let blog = info("/blog/[...path]", Kind::Page);
        assert_eq!(
            says(&[redirect("/[...path]", "/blog/[...path]"), blog]),
            None
        );
    }

    #[test]
    fn what_answers_no_get_is_no_page() {
        let post = named("test::post", "/b", Kind::Endpoint, Methods::POST);
        assert!(says(&[post, redirect("/a", "/b")]).is_some());
        let all = named("test::all", "/b", Kind::Endpoint, Methods::ALL);
        assert_eq!(says(&[all, redirect("/a", "/b")]), None);
    }
}

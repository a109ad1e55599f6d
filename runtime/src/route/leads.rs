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
                let message = message(redirect, to, " leads to no page; write `unchecked(\"")
                    .text(to.written)
                    .text("\")` if something else answers there");
                panic!("{}", message.as_str())
            }
            Some(found) if matches!(found.kind, Kind::Redirect(_)) => {
                let message = message(redirect, to, " leads to a redirect, from \"")
                    .text(found.pattern)
                    .text("\"; lead to the page itself");
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

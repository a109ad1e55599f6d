//! The address of a page, from its pattern and its values.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::site::{Site, TrailingSlash, is_file};
use super::table::{Info, Part, Segment, Table};
use crate::response::Link;

/// All but the unreserved characters of [RFC 3986, section 2.3](https://www.rfc-editor.org/rfc/rfc3986#section-2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a segment can't hold as it is: the others may, by RFC 3986, section 3.3.
const SEGMENT: &AsciiSet = &RESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// Stands, as U+FFFD, where no path can hold what the value holds.
const REPLACEMENT: &str = "%EF%BF%BD";

/// The link to a page, with a value for each of its params in order. Each is percent-encoded once; in a rest each `/`
/// ends a segment.
///
/// A path can't hold a control character, a `\`, nor a segment that is empty, `.` or `..`: where a value would lead to
/// one, U+FFFD stands in its place, so that the link leads to a 404 at worst, and never to another page.
pub fn url(site: Site, page: Table, values: &[&str]) -> Link {
    let info = page.page();
    let slash = site.trailing_slash == TrailingSlash::Always && !is_file(info);
    Link::built(address(site.base.to_owned(), info.segments, values, slash))
}

/// The path of a pattern below `base`, each value encoded once, with a slash at its end if there is to be one.
pub(super) fn address(base: String, segments: &[Segment], values: &[&str], slash: bool) -> String {
    let mut address = Address {
        text: base,
        values: values.iter(),
    };
    address.text.reserve(64);
    segments.iter().for_each(|it| address.segment(it));
    if slash || address.text.is_empty() {
        address.text.push('/');
    }
    address.text
}

struct Address<'v> {
    text: String,
    values: std::slice::Iter<'v, &'v str>,
}

impl<'v> Address<'v> {
    fn segment(&mut self, segment: &Segment) {
        match segment {
            Segment::Static(text) => {
                self.text.push('/');
                self.text.push_str(text);
            }
            Segment::Param(_) => {
                self.text.push('/');
                let value = self.value();
                push(&mut self.text, value, SEGMENT);
                self.end_segment();
            }
            Segment::Rest(_) => {
                for piece in pieces(self.value()) {
                    self.text.push('/');
                    push(&mut self.text, piece, SEGMENT);
                    self.end_segment();
                }
            }
            Segment::Mixed(parts) => {
                self.text.push('/');
                parts.iter().for_each(|part| self.part(part));
                self.end_segment();
            }
        }
    }

    /// In a mixed segment a value's own `@` or `,` must not be taken for the pattern's, so reserved characters are all
    /// encoded.
    fn part(&mut self, part: &Part) {
        match part {
            Part::Static(text) => self.text.push_str(text),
            Part::Param(_) => match self.value() {
                "" => self.text.push_str(REPLACEMENT),
                value => push(&mut self.text, value, RESERVED),
            },
            Part::Rest(_) => {
                for (index, piece) in pieces(self.value()).enumerate() {
                    if index > 0 {
                        self.end_segment();
                        self.text.push('/');
                    }
                    push(&mut self.text, piece, RESERVED);
                }
            }
        }
    }

    fn value(&mut self) -> &'v str {
        self.values.next().copied().unwrap_or_default()
    }

    /// Replaces the last segment where no path can hold it.
    fn end_segment(&mut self) {
        let start = self.text.rfind('/').map_or(0, |slash| slash + 1);
        if matches!(&self.text[start..], "" | "." | "..") {
            tracing::warn!("a link's value is empty or a dot segment, which no path can hold");
            self.text.replace_range(start.., REPLACEMENT);
        }
    }
}

fn pieces(rest: &str) -> impl Iterator<Item = &str> {
    rest.split('/').filter(|piece| !piece.is_empty())
}

fn push(text: &mut String, value: &str, encoded: &'static AsciiSet) {
    let refused = |c: char| c.is_ascii_control() || c == '\\';
    let mut runs = value.split(refused);
    text.extend(
        runs.next()
            .into_iter()
            .flat_map(|run| utf8_percent_encode(run, encoded)),
    );
    for run in runs {
        tracing::warn!(
            "a link's value holds a control character or a backslash, which no path can hold"
        );
        text.push_str(REPLACEMENT);
        text.extend(utf8_percent_encode(run, encoded));
    }
}

/// The link to a literal path at which [`find`](super::link::find) has found this page: below the site's base, with a
/// slash at the path's end if the site wants one there.
pub fn literal(site: Site, page: &Info, path: &'static str) -> Link {
    /// What a link can't hold as it is.
    const LINK: &AsciiSet = &percent_encoding::CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'<')
        .add(b'>')
        .add(b'\\')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'}');
    let (bare, behind) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
    let inside = bare.strip_suffix('/').unwrap_or(bare);
    let slash = site.trailing_slash == TrailingSlash::Always && !is_file(page);
    let mut text = format!("{}{}", site.base, utf8_percent_encode(inside, LINK));
    if slash || text.is_empty() {
        text.push('/');
    }
    text.extend(utf8_percent_encode(behind, LINK));
    Link::built(text)
}

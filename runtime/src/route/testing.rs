//! Patterns for tests, read at run time.

use isle_syntax::pattern::{self, parse};

use super::destination::{Destination, Place};
use super::methods::Methods;
use super::table::{Info, Kind, Part, Segment};

/// The segments of a pattern, as the macros write them.
pub(super) fn segments(pattern: &str) -> &'static [Segment] {
    let read = parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
    let segments: Vec<_> = read.segments.iter().map(segment).collect();
    segments.leak()
}

/// A page or an endpoint that answers GET.
pub(crate) fn info(pattern: &str, kind: Kind) -> &'static Info {
    named("test::page", pattern, kind, Methods::GET)
}

pub(super) fn named(
    name: &'static str,
    pattern: &str,
    kind: Kind,
    methods: Methods,
) -> &'static Info {
    let key = parse(pattern)
        .unwrap_or_else(|error| panic!("{pattern}: {error}"))
        .key();
    let segments = segments(pattern);
    Box::leak(Box::new(Info {
        name,
        pattern: leak(pattern),
        segments,
        methods,
        kind,
        key,
        partial: false,
        cross_site: false,
        reach: crate::island::nothing,
        prerender: false,
    }))
}

/// A redirect that is checked; its values play no part in that.
pub(super) fn redirect(source: &str, written: &str) -> &'static Info {
    let to = Destination {
        written: leak(written),
        place: Place::Page,
        segments: segments(written),
        key: parse(written)
            .unwrap_or_else(|error| panic!("{written}: {error}"))
            .key(),
        values: &[],
        slash: false,
        behind: "",
        status: None,
    };
    let kind = Kind::Redirect(Box::leak(Box::new(to)));
    named("test::MOVED", source, kind, Methods::EVERY)
}

fn segment(segment: &pattern::Segment) -> Segment {
    match segment {
        pattern::Segment::Static(text) => Segment::Static(leak(&text.encoded)),
        pattern::Segment::Param(param) if param.rest => Segment::Rest(leak(&param.name)),
        pattern::Segment::Param(param) => Segment::Param(leak(&param.name)),
        pattern::Segment::Mixed(parts) => {
            Segment::Mixed(parts.iter().map(part).collect::<Vec<_>>().leak())
        }
    }
}

fn part(part: &pattern::Part) -> Part {
    match part {
        pattern::Part::Static(text) => Part::Static(leak(&text.encoded)),
        pattern::Part::Param(param) if param.rest => Part::Rest(leak(&param.name)),
        pattern::Part::Param(param) => Part::Param(leak(&param.name)),
    }
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

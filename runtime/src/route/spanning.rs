//! Patterns with a rest in their midst, `/[...path]/edit` or `/[...path].json`.
//!
//! What such a rest takes in depends on all that follows, so each place of the path is looked at from the back first:
//! which tails of the pattern match from there. One walk from the front then takes the shortest values that lead to
//! the end. The cost is the pattern's length times the path's, whatever they hold.

use super::mixed::letter;
use super::table::{Part, Segment};
use super::values::Values;

/// A step of a pattern.
#[derive(Clone, Copy)]
enum Step {
    /// `/`, between segments.
    Slash,
    Text(&'static str),
    /// Letters, at least one, no slash.
    Param,
    /// Letters and slashes, or nothing.
    Rest,
    /// A slash, a letter, and the `Rest` that is the next step; or nothing, and that step is left out too.
    Segments,
}

pub(super) fn matches<'p>(segments: &[Segment], path: &'p str, values: &mut Values<'p>) -> bool {
    let steps = steps(segments);
    let tails = Tails::of(&steps, path);
    if !tails.match_from(0, 0) {
        return false;
    }
    let (mut index, mut at) = (0, 0);
    while let Some(step) = steps.get(index) {
        let (start, least) = match step {
            Step::Slash => (at + 1, 0),
            Step::Text(text) => (at + text.len(), 0),
            Step::Param => (at, 1),
            Step::Rest => (at, 0),
            Step::Segments if tails.match_behind_slash(index, path, at) => (at + 1, 1),
            Step::Segments => (at, 0),
        };
        index += if matches!(step, Step::Segments) { 2 } else { 1 };
        at = start;
        if matches!(step, Step::Slash | Step::Text(_)) {
            continue;
        }
        while at < start + least || !tails.match_from(index, at) {
            let Some(after) = letter(path, at) else {
                return false;
            };
            at = after;
        }
        values.push(&path[start..at]);
    }
    true
}

fn steps(segments: &[Segment]) -> Vec<Step> {
    let mut steps = Vec::new();
    for segment in segments {
        if !matches!(segment, Segment::Rest(_)) {
            steps.push(Step::Slash);
        }
        match segment {
            Segment::Static(text) => steps.push(Step::Text(text)),
            Segment::Param(_) => steps.push(Step::Param),
            Segment::Rest(_) => steps.extend([Step::Segments, Step::Rest]),
            Segment::Mixed(parts) => steps.extend(parts.iter().map(|part| match part {
                Part::Static(text) => Step::Text(text),
                Part::Param(_) => Step::Param,
                Part::Rest(_) => Step::Rest,
            })),
        }
    }
    steps
}

/// For each tail of the pattern the places of the path from which it matches to the end.
struct Tails {
    /// A bit for each tail and place.
    bits: Vec<u64>,
    places: usize,
}

impl Tails {
    fn of(steps: &[Step], path: &str) -> Tails {
        let places = path.len() + 1;
        let bits = vec![0; ((steps.len() + 1) * places).div_ceil(64)];
        let mut tails = Tails { bits, places };
        let letters = boundaries(path);
        tails.set(steps.len(), path.len());
        for (index, step) in steps.iter().enumerate().rev() {
            for &at in letters.iter().rev() {
                if tails.step_matches(*step, index, path, at) {
                    tails.set(index, at);
                }
            }
        }
        tails
    }

    /// Whether the tail from `index` matches at `at`, where those behind it, and it itself further on, are known.
    fn step_matches(&self, step: Step, index: usize, path: &str, at: usize) -> bool {
        let next = index + 1;
        let (byte, after) = (path.as_bytes().get(at), letter(path, at).unwrap_or(at));
        match step {
            Step::Slash => byte == Some(&b'/') && self.match_from(next, after),
            Step::Text(text) => {
                path[at..].starts_with(text) && self.match_from(next, at + text.len())
            }
            Step::Param => {
                byte.is_some_and(|byte| *byte != b'/')
                    && (self.match_from(next, after) || self.match_from(index, after))
            }
            Step::Rest => {
                self.match_from(next, at) || (byte.is_some() && self.match_from(index, after))
            }
            Step::Segments => {
                self.match_from(index + 2, at) || self.match_behind_slash(index, path, at)
            }
        }
    }

    fn match_from(&self, index: usize, at: usize) -> bool {
        let bit = index * self.places + at;
        self.bits[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// Whether the rest that begins at `index` can take the slash at `at` and at least a letter behind it.
    fn match_behind_slash(&self, index: usize, path: &str, at: usize) -> bool {
        path[at..].starts_with('/')
            && letter(path, at + 1).is_some_and(|after| self.match_from(index + 1, after))
    }

    fn set(&mut self, index: usize, at: usize) {
        let bit = index * self.places + at;
        self.bits[bit / 64] |= 1 << (bit % 64);
    }
}

/// The places between letters, the path's beginning and end among them.
fn boundaries(path: &str) -> Vec<usize> {
    let mut places = vec![0];
    let mut at = 0;
    while let Some(after) = letter(path, at) {
        places.push(after);
        at = after;
    }
    places
}

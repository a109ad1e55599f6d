//! What the pages of one variant cost: times of several rounds, and the code.

use std::time::Duration;

use pages::small::PAGES;

/// How far the two least times may lie apart before the figure is called noisy.
const APART: f64 = 1.05;

/// What one kind of work took, round by round, for the crate with its pages and for the one without.
#[derive(Clone)]
pub struct Times {
    pub empty: Vec<Duration>,
    pub full: Vec<Duration>,
}

impl Times {
    pub const NONE: Self = Self {
        empty: Vec::new(),
        full: Vec::new(),
    };

    /// CPU milliseconds that a page takes: the least of all rounds, since whatever disturbs a run makes it longer.
    pub fn page(&self) -> f64 {
        let millis = |times: &[Duration]| least(times, 0).as_secs_f64() * 1000.0;
        (millis(&self.full) - millis(&self.empty)) / PAGES as f64
    }

    /// Whether no two rounds agree on the least.
    pub fn is_noisy(&self) -> bool {
        least(&self.full, 1).as_secs_f64() > APART * least(&self.full, 0).as_secs_f64()
    }
}

/// The least time, or with 1 the next.
fn least(times: &[Duration], index: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted[index.min(sorted.len() - 1)]
}

//! What happened, counted.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

#[derive(Default)]
pub(crate) struct Tally {
    counts: Mutex<BTreeMap<&'static str, u64>>,
    examples: Mutex<BTreeMap<&'static str, String>>,
}

/// Kinds that must not happen.
const FAILURES: [&str; 3] = ["wrong answer", "lost request", "not closed"];

impl Tally {
    pub(crate) fn count(&self, kind: &'static str) {
        *self.counts.lock().unwrap().entry(kind).or_default() += 1;
    }

    /// Counts a failure, and keeps the first of its kind as an example.
    pub(crate) fn fail(&self, kind: &'static str, example: impl FnOnce() -> String) {
        assert!(FAILURES.contains(&kind));
        self.count(kind);
        self.examples
            .lock()
            .unwrap()
            .entry(kind)
            .or_insert_with(example);
    }

    pub(crate) fn failures(&self) -> u64 {
        let counts = self.counts.lock().unwrap();
        FAILURES.iter().filter_map(|kind| counts.get(kind)).sum()
    }

    pub(crate) fn requests(&self) -> u64 {
        let counts = self.counts.lock().unwrap();
        counts.values().sum()
    }

    pub(crate) fn report(&self, took: Duration) -> String {
        let requests = self.requests();
        let rate = requests as f64 / took.as_secs_f64();
        let mut report = format!(
            "{requests} requests in {:.0} s, {rate:.0} a second",
            took.as_secs_f64()
        );
        for (kind, count) in &*self.counts.lock().unwrap() {
            report += &format!("\n{count:>9}  {kind}");
        }
        for (kind, example) in &*self.examples.lock().unwrap() {
            report += &format!("\n{kind}, for example:\n{example}");
        }
        report
    }
}

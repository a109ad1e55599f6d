//! What one application's requests cost, printed for another program.

use axum::Router;

use crate::clock;
use crate::counted::instructions;
use crate::run::{answer, request};

/// Requests of one turn, and turns; the median counts.
const REQUESTS: usize = 1000;
const ROUNDS: usize = 31;

/// Prints the instructions and the nanoseconds of CPU time of a request; the paths are asked in turn.
pub fn print(app: impl Fn() -> Router, paths: Vec<String>) {
    let counted = instructions(&["all"], |_| (app(), paths.clone()));
    let mut app = app();
    for path in &paths {
        let status = answer(&mut app, request(path)).status;
        assert!(status.is_success(), "{path}: {status}");
    }
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let each = paths.iter().cycle().take(REQUESTS);
            let asked: Vec<_> = each.map(|path| request(path)).collect();
            let start = clock::thread();
            for request in asked {
                drop(std::hint::black_box(answer(&mut app, request)));
            }
            (clock::thread() - start).as_nanos() as f64 / REQUESTS as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let count = counted.map_or(f64::NAN, |counted| counted[0]);
    println!("{count} {}", times[ROUNDS / 2]);
}

//! Measures in turn, round by round, so that what the machine does meanwhile meets all.

use std::hint::black_box;

use figures::{median, ratios};

use crate::clock;
use crate::data::Data;
use crate::engine::Engine;
use crate::workload::Workload;

/// What one engine took.
pub struct Figure {
    /// Nanoseconds a page, the median of the rounds.
    pub nanos: f64,
    /// How many times the first engine's time that is: the median of the rounds' ratios.
    pub ratio: f64,
}

/// How long a turn is at the least, in nanoseconds.
const TURN: f64 = 1_000_000.0;

/// A figure for each engine.
pub fn measure(engines: &[&Engine], workload: Workload, data: &Data, rounds: usize) -> Vec<Figure> {
    let runs: Vec<_> = engines
        .iter()
        .map(|engine| move |times| engine.run(workload, data, times))
        .collect();
    let runs: Vec<&dyn Fn(u32)> = runs.iter().map(|run| run as &dyn Fn(u32)).collect();
    let nanos = turns(&runs, rounds);
    nanos
        .iter()
        .map(|nanos_of_one| Figure {
            nanos: median(nanos_of_one.clone()) / f64::from(workload.pages()),
            ratio: ratios(nanos_of_one, &nanos[0]),
        })
        .collect()
}

/// Nanoseconds that each of these takes for doing its work once, in each round; it is called with how often to do it.
pub fn turns(runs: &[&dyn Fn(u32)], rounds: usize) -> Vec<Vec<f64>> {
    let times: Vec<u32> = runs.iter().map(|run| times(run)).collect();
    let mut nanos = vec![Vec::with_capacity(rounds); runs.len()];
    for round in 0..rounds {
        let kept = blocks(round % 8);
        for turn in 0..runs.len() {
            // Each round begins with another one: nobody always comes after the same.
            let index = (turn + round) % runs.len();
            nanos[index].push(turn_of(runs[index], times[index]));
        }
        drop(kept);
    }
    nanos
}

/// Blocks of memory of each small size, so many of each.
///
/// A buffer across the end of a page, or one that lies just so to what is read, makes a small page slower by half. As long
/// as blocks are kept, buffers lie elsewhere than without: so in the median no place in memory decides.
fn blocks(each: usize) -> Vec<Vec<u8>> {
    let sizes = (1..=256).map(|sixteens| 16 * sixteens);
    sizes
        .flat_map(|size| (0..each).map(move |_| black_box(Vec::with_capacity(size - 8))))
        .collect()
}

/// Nanoseconds for doing it once, in one turn.
fn turn_of(run: &dyn Fn(u32), times: u32) -> f64 {
    // The one before has left its own code and bytes in the caches.
    run(1 + times / 16);
    let start = clock::thread();
    run(times);
    let took = clock::thread() - start;
    took.as_nanos() as f64 / f64::from(times)
}

/// How often it is done in a turn.
fn times(run: &dyn Fn(u32)) -> u32 {
    let mut times = 1;
    loop {
        let took = turn_of(run, times) * f64::from(times);
        if took >= TURN / 2.0 {
            return (f64::from(times) * TURN / took).ceil() as u32;
        }
        times *= 2;
    }
}

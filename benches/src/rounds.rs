//! Measures engines in turn, round by round, so that what the machine does meanwhile meets all of them.

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

/// How long an engine's turn is, in nanoseconds.
const TURN: f64 = 1_000_000.0;

/// A figure for each engine.
pub fn measure(engines: &[&Engine], workload: Workload, data: &Data, rounds: usize) -> Vec<Figure> {
    let times: Vec<u32> = engines
        .iter()
        .map(|engine| times(engine, workload, data))
        .collect();
    let mut nanos = vec![Vec::with_capacity(rounds); engines.len()];
    for round in 0..rounds {
        for turn in 0..engines.len() {
            // Each round begins with another engine: nobody always comes after the same one.
            let index = (turn + round) % engines.len();
            nanos[index].push(turn_of(engines[index], workload, data, times[index]));
        }
    }
    let first = nanos[0].clone();
    let figure = |nanos: &Vec<f64>| Figure {
        nanos: median(nanos.clone()),
        ratio: median(
            nanos
                .iter()
                .zip(&first)
                .map(|(it, first)| it / first)
                .collect(),
        ),
    };
    nanos.iter().map(figure).collect()
}

/// Nanoseconds a page, in one turn.
fn turn_of(engine: &Engine, workload: Workload, data: &Data, times: u32) -> f64 {
    // The one before has left its own code and bytes in the caches.
    engine.run(workload, data, 1 + times / 16);
    let start = clock::thread();
    engine.run(workload, data, times);
    let took = clock::thread() - start;
    took.as_nanos() as f64 / f64::from(times) / f64::from(workload.pages())
}

/// How often an engine prints in a turn.
fn times(engine: &Engine, workload: Workload, data: &Data) -> u32 {
    let mut times = 1;
    loop {
        let took =
            turn_of(engine, workload, data, times) * f64::from(times) * f64::from(workload.pages());
        if took >= TURN / 2.0 {
            return (f64::from(times) * TURN / took).ceil() as u32;
        }
        times *= 2;
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

//! Pages of 10 kB to 10 MB: what a byte costs isle and the reference, beside copying as many into a fresh buffer.

use std::hint::black_box;
use std::process::ExitCode;

use figures::{Record, median};
use isle_benches::data::{self, Comment};
use isle_benches::engine::{REFERENCE, isle};
use isle_benches::rounds;

/// Bytes that the pages have, about.
const SIZES: [(usize, &str); 4] = [
    (10_000, "10 kB"),
    (100_000, "100 kB"),
    (1_000_000, "1 MB"),
    (10_000_000, "10 MB"),
];
const ROUNDS: usize = 101;
const ROWS: [&str; 3] = ["copying", "reference", "isle"];
/// By how many times more than copying a byte may get dearer, from 100 kB on.
const MOST: f64 = 1.3;

fn main() -> ExitCode {
    let rounds = figures::rounds(ROUNDS);
    let mut record = Record::new(
        "sizes",
        format!(
            "Pages of comments printed into a fresh buffer, and the finished page copied into one; CPU time of the \
             thread, medians of {rounds} rounds."
        ),
    );
    // A comment comes to so many bytes, about.
    let sample = REFERENCE.comments;
    let all = data::comments(24_000);
    let each = sample(&all[..100]).len() / 100;
    println!(
        "{:8}{:>12}{}",
        "page",
        "bytes",
        ROWS.map(|it| format!("{it:>22}")).concat()
    );
    println!(
        "{:20}{}",
        "",
        ROWS.map(|_| format!("{:>12}{:>10}", "us", "ns/byte"))
            .concat()
    );
    let mut costs = Vec::new();
    for (size, name) in SIZES {
        let comments = &all[..size / each];
        let (bytes, nanos) = measured(comments, rounds);
        let cost = nanos.map(|it| it / bytes as f64);
        let cells: String = nanos
            .iter()
            .zip(cost)
            .map(|(nanos, cost)| format!("{:>12.2}{cost:>10.4}", nanos / 1e3))
            .collect();
        println!("{name:8}{bytes:>12}{cells}");
        for ((row, nanos), cost) in ROWS.iter().zip(nanos).zip(cost) {
            let ratio = cost
                / costs
                    .first()
                    .map_or(cost, |first: &[f64; 3]| first[index(row)]);
            record.figure("sizes time", row, name, nanos / 1e3, "us");
            record.compared("sizes byte", row, name, (cost, "ns"), ratio);
        }
        costs.push(cost);
    }
    println!();
    let mut kept = true;
    for (index, (_, name)) in SIZES.iter().enumerate().skip(2) {
        let growth = |row| costs[index][row] / costs[1][row];
        let name = format!("growth of isle's cost a byte from 100 kB to {name}, to copying");
        kept &= record.limit(name, growth(2) / growth(0), MOST);
    }
    record.save().expect("the target folder can be written");
    if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn index(row: &str) -> usize {
    ROWS.iter().position(|it| *it == row).unwrap_or(0)
}

/// A page's bytes, and the nanoseconds that each way to get them takes.
fn measured(comments: &[Comment], rounds: usize) -> (usize, [f64; 3]) {
    let page = (REFERENCE.comments)(comments);
    let same = isle::comments(comments).into_bytes() == page;
    assert!(same, "both print the same page");
    let copying = |times| {
        for _ in 0..times {
            let page: &[u8] = black_box(&page);
            drop(black_box(page.to_vec()));
        }
    };
    let reference = |times| {
        for _ in 0..times {
            drop(black_box((REFERENCE.comments)(black_box(comments))));
        }
    };
    let isle = |times| {
        for _ in 0..times {
            drop(black_box(isle::comments(black_box(comments)).into_bytes()));
        }
    };
    let nanos = rounds::turns(&[&copying, &reference, &isle], rounds);
    let mut medians = nanos.into_iter().map(median);
    (page.len(), [(); 3].map(|()| medians.next().unwrap_or(0.0)))
}

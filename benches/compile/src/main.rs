//! Writes 200 pages for each engine, compiles them, and prints what that took: CPU time of `cargo check`, of the check after
//! one edit, of `cargo build` and `cargo build --release`, and the code that a page adds.

mod clock;
mod cost;
mod scratch;
mod size;
mod variant;

use std::process::ExitCode;

use cost::Times;
use figures::Record;
use pages::small::{ELEMENTS, PAGES, VALUES};
use scratch::{Scratch, Work};
use variant::Variant;

/// How often everything is compiled.
const ROUNDS: usize = 3;

/// The table's columns: first what takes time, then what takes space.
const COLUMNS: [&str; 6] = [
    "check ms",
    "after edit ms",
    "debug ms",
    "release ms",
    "code bytes",
    "constants bytes",
];

fn main() -> ExitCode {
    let mut only: Vec<String> = std::env::args().skip(1).collect();
    let rounds = figures::rounds(ROUNDS);
    if let Some(at) = only.iter().position(|it| it == "--rounds") {
        only.drain(at..at + 2);
    }
    let wanted = |it: &&Variant| only.is_empty() || only.iter().any(|name| it.name == *name);
    let variants: Vec<&Variant> = variant::ALL.iter().filter(wanted).collect();
    if variants.is_empty() {
        eprintln!(
            "usage: compile [--rounds N] [VARIANT …], of {}",
            variant::ALL.map(|it| it.name).join(", ")
        );
        return ExitCode::FAILURE;
    }
    let mut record = Record::new(
        "compile",
        format!(
            "{PAGES} pages of {ELEMENTS} elements and {VALUES} values, a file each, beyond the same crate without pages: \
             CPU time of cargo and the compiler, the least of {rounds} rounds in which the crates take turns, and the \
             bytes by which the release grows, a page."
        ),
    );
    let scratch = Scratch::new(&variants);
    eprintln!("building what the pages depend on");
    scratch.build_dependencies(&variants);

    let mut times = vec![[const { Times::NONE }; Work::ALL.len()]; variants.len()];
    for round in 1..=rounds {
        for (index, work) in Work::ALL.into_iter().enumerate() {
            eprintln!("round {round} of {rounds}: {work:?}");
            // The variants take turns, so that a change of the machine's mood meets them all.
            for (variant, times) in variants.iter().zip(&mut times) {
                let times = &mut times[index];
                times.empty.push(scratch.measure(variant, false, work));
                times.full.push(scratch.measure(variant, true, work));
            }
        }
    }

    println!(
        "\n{PAGES} pages of {ELEMENTS} elements and {VALUES} values, the least of {rounds} rounds; beyond a crate without pages\n"
    );
    let rows: Vec<Row> = variants
        .iter()
        .zip(&times)
        .map(|(variant, times)| Row::new(&scratch, variant, times))
        .collect();
    table(&rows);
    println!();
    let kept = write(&rows, &mut record);
    record.save().expect("the target folder can be written");
    if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What the pages of one variant take, a page.
struct Row {
    name: &'static str,
    rival: &'static str,
    figures: [f64; COLUMNS.len()],
    noisy: [bool; COLUMNS.len()],
}

impl Row {
    fn new(scratch: &Scratch, variant: &Variant, times: &[Times]) -> Self {
        let none = scratch.sections(variant, false);
        let all = scratch.sections(variant, true);
        let added = |none: u64, all: u64| (all as f64 - none as f64) / PAGES as f64;
        let mut row = Self {
            name: variant.name,
            rival: variant.rival,
            figures: [0.0; COLUMNS.len()],
            noisy: [false; COLUMNS.len()],
        };
        for (index, times) in times.iter().enumerate() {
            row.figures[index] = times.page();
            row.noisy[index] = times.is_noisy();
        }
        row.figures[4] = added(none.text, all.text);
        row.figures[5] = added(none.constants, all.constants);
        row
    }
}

/// Writes the figures down; whether isle's pages take less than maud's in each.
fn write(rows: &[Row], record: &mut Record) -> bool {
    let mut kept = true;
    for row in rows {
        let rival = rows.iter().find(|it| it.name == row.rival);
        for (index, (column, figure)) in COLUMNS.iter().zip(row.figures).enumerate() {
            let (column, unit) = column.rsplit_once(' ').unwrap_or((column, ""));
            let unit = if unit == "bytes" { "B" } else { unit };
            let Some(rival) = rival else {
                record.figure("compile", row.name, column, figure, unit);
                continue;
            };
            let ratio = figure / rival.figures[index];
            record.compared("compile", row.name, column, (figure, unit), ratio);
            if row.name == "isle" {
                kept &= record.limit(format!("isle to maud, {column}"), ratio, 1.0);
            }
            if row.noisy[index] {
                record.note(format!("{}, {column}: other work disturbed it", row.name));
            }
        }
    }
    kept
}

/// Each figure, and its ratio to maud's where maud was measured the same way.
fn table(rows: &[Row]) {
    let head: String = COLUMNS.iter().map(|it| format!("{it:>17}")).collect();
    println!("{:12}{head}", "a page");
    for row in rows {
        let rival = rows.iter().find(|it| it.name == row.rival);
        let mut line = format!("{:12}", row.name);
        for (index, figure) in row.figures.into_iter().enumerate() {
            let digits = if index < Work::ALL.len() { 2 } else { 0 };
            let ratio = rival.map_or(String::new(), |it| {
                format!("{:.2}", figure / it.figures[index])
            });
            let mark = if row.noisy[index] { "~" } else { "" };
            let figure = format!("{mark}{figure:.digits$}");
            line += &format!("{figure:>11}{ratio:>6}");
        }
        println!("{line}");
    }
    println!("\nthe ratios are to maud; those of pages with routes, to maud's with axum's routes");
    if rows.iter().any(|row| row.noisy.contains(&true)) {
        println!("~ the two least times lie more than 5 % apart: other work disturbed them");
    }
}

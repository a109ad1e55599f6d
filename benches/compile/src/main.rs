//! Writes 200 pages for each engine, compiles them, and prints what that took: CPU seconds of `cargo check`, of the
//! check after one edit, of `cargo build --release`, and the code that a page adds.

mod clock;
mod scratch;
mod size;
mod variant;

use std::process::ExitCode;
use std::time::Duration;

use pages::small::{ELEMENTS, PAGES, VALUES};
use scratch::{Scratch, Work};
use variant::Variant;

/// How often everything is compiled; the least of the times counts.
const ROUNDS: usize = 3;

/// What the pages of one variant take, beyond what none of them takes.
struct Cost {
    check: Duration,
    edit: Duration,
    release: Duration,
    text: f64,
    constants: f64,
}

fn main() -> ExitCode {
    let only: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |it: &&Variant| only.is_empty() || only.iter().any(|name| it.name == *name);
    let variants: Vec<&Variant> = variant::ALL.iter().filter(wanted).collect();
    if variants.is_empty() {
        eprintln!(
            "usage: compile [VARIANT …], of {}",
            variant::ALL.map(|it| it.name).join(", ")
        );
        return ExitCode::FAILURE;
    }
    let scratch = Scratch::new(&variants);
    eprintln!("building what the pages depend on");
    scratch.build_dependencies(&variants);

    let mut times = vec![[[Duration::MAX; 3]; 2]; variants.len()];
    for round in 1..=ROUNDS {
        for (index, variant) in variants.iter().enumerate() {
            eprintln!("round {round} of {ROUNDS}: {}", variant.name);
            for (filled, times) in times[index].iter_mut().enumerate() {
                let works = [Work::Check, Work::Edit, Work::Release];
                for (time, work) in times.iter_mut().zip(works) {
                    *time = scratch.measure(variant, filled == 1, work).min(*time);
                }
            }
        }
    }

    let costs: Vec<Cost> = variants
        .iter()
        .zip(&times)
        .map(|(variant, [empty, full])| cost(&scratch, variant, empty, full))
        .collect();
    println!(
        "\n{PAGES} pages of {ELEMENTS} elements and {VALUES} values, the least of {ROUNDS} rounds; beyond a crate without pages\n"
    );
    table(&variants, &costs);
    ExitCode::SUCCESS
}

fn cost(scratch: &Scratch, variant: &Variant, empty: &[Duration; 3], full: &[Duration; 3]) -> Cost {
    let time = |work: usize| full[work].saturating_sub(empty[work]);
    let (none, all) = (
        scratch.sections(variant, false),
        scratch.sections(variant, true),
    );
    let added = |none: u64, all: u64| (all as f64 - none as f64) / PAGES as f64;
    Cost {
        check: time(0),
        edit: time(1),
        release: time(2),
        text: added(none.text, all.text),
        constants: added(none.constants, all.constants),
    }
}

/// Each figure a page, and its ratio to maud's where maud was measured the same way.
fn table(variants: &[&Variant], costs: &[Cost]) {
    println!(
        "{:16}{:>18}{:>18}{:>18}{:>18}{:>18}",
        "a page", "check ms", "after edit ms", "release ms", "code bytes", "constants bytes"
    );
    for (variant, cost) in variants.iter().zip(costs) {
        let rival = variants
            .iter()
            .position(|it| it.name == variant.rival)
            .map(|index| &costs[index]);
        let figures = |cost: &Cost| {
            let millis = |time: Duration| time.as_secs_f64() * 1000.0 / PAGES as f64;
            [
                millis(cost.check),
                millis(cost.edit),
                millis(cost.release),
                cost.text,
                cost.constants,
            ]
        };
        let mut line = format!("{:16}", variant.name);
        for (index, figure) in figures(cost).into_iter().enumerate() {
            let digits = if index < 3 { 2 } else { 0 };
            let ratio = rival.map_or(String::new(), |rival| {
                format!("{:.2}", figure / figures(rival)[index])
            });
            line += &format!("{figure:>11.digits$}{ratio:>7}");
        }
        println!("{line}");
    }
    println!("\nthe ratios are to maud; those of pages with routes, to maud's with axum's routes");
}

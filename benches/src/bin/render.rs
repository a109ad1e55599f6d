//! Prints a table of what each engine takes to print each page, and by how many times that exceeds the reference.
//!
//! `render show ENGINE WORKLOAD` prints the page; `render engines` and `render count` are for `callgrind.sh`.

use std::process::ExitCode;

use figures::Record;
use isle_benches::data::Data;
use isle_benches::engine::{self, Engine};
use isle_benches::workload::Workload;
use isle_benches::{dom, rounds};

/// Rounds a workload: a second or so for all engines.
const ROUNDS: usize = 101;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let data = Data::new();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] | ["--rounds", _] => table(&data, figures::rounds(ROUNDS)),
        ["engines"] => {
            engine::ALL
                .iter()
                .for_each(|engine| println!("{}", engine.short()));
            ExitCode::SUCCESS
        }
        ["show", name, workload] => show(&data, name, workload),
        ["count", name, workload] => count(&data, name, workload),
        _ => {
            eprintln!(
                "usage: render [--rounds N | engines | show ENGINE WORKLOAD | count ENGINE WORKLOAD]"
            );
            ExitCode::FAILURE
        }
    }
}

fn find(name: &str, workload: &str) -> (&'static Engine, Workload) {
    let engine = engine::ALL.iter().find(|it| it.short() == name);
    (
        engine.expect("no such engine"),
        Workload::named(workload).expect("no such workload"),
    )
}

/// Prints the pages themselves.
fn show(data: &Data, name: &str, workload: &str) -> ExitCode {
    let (engine, workload) = find(name, workload);
    for page in engine.print(workload, data) {
        println!("{}", String::from_utf8_lossy(&page));
    }
    ExitCode::SUCCESS
}

/// Learns what there is to learn, then runs once where callgrind counts.
fn count(data: &Data, name: &str, workload: &str) -> ExitCode {
    let (engine, workload) = find(name, workload);
    engine.run(workload, data, 2);
    counted(engine, workload, data);
    ExitCode::SUCCESS
}

/// What `callgrind.sh` counts.
#[inline(never)]
#[unsafe(no_mangle)]
fn counted(engine: &Engine, workload: Workload, data: &Data) {
    engine.run(workload, data, 1);
}

fn table(data: &Data, rounds: usize) -> ExitCode {
    let mut record = Record::new(
        "render",
        format!(
            "CPU time of the thread from the values to a fresh buffer that holds the page, and freeing it; medians of \
             {rounds} rounds, in which the engines take turns of a millisecond; ratios to the reference, the medians of \
             the rounds' ratios."
        ),
    );
    if !same_documents(data, &mut record) {
        return ExitCode::FAILURE;
    }
    let engines: Vec<&Engine> = engine::ALL.iter().collect();
    let figures: Vec<Vec<rounds::Figure>> = Workload::ALL
        .iter()
        .map(|&workload| rounds::measure(&engines, workload, data, rounds))
        .collect();
    println!(
        "\nthread CPU time, median of {rounds} rounds; ratio to the reference, median of the rounds' ratios\n"
    );
    let heads = Workload::ALL
        .iter()
        .map(|workload| format!("{:>21}", workload.name()));
    println!("{:16}{}", "", heads.collect::<String>());
    for (index, engine) in engines.iter().enumerate() {
        let cells = figures.iter().map(|figures| {
            let figure = &figures[index];
            format!("{:>13}{:>8.2}", time(figure.nanos), figure.ratio)
        });
        println!("{:16}{}", engine.name, cells.collect::<String>());
    }
    for (workload, figures) in Workload::ALL.iter().zip(&figures) {
        for (engine, it) in engines.iter().zip(figures) {
            let cell = (it.nanos, "ns");
            record.compared("render time", engine.name, workload.name(), cell, it.ratio);
        }
    }
    let valid = verdict(&figures, &mut record);
    println!();
    let kept = limits(&figures, &mut record);
    record.save().expect("the target folder can be written");
    if valid && kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn index(name: &str) -> usize {
    let index = engine::ALL.iter().position(|it| it.short() == name);
    index.expect("the engine is measured")
}

/// What isle may take: of the reference's time, and of the fastest other engine's.
fn limits(figures: &[Vec<rounds::Figure>], record: &mut Record) -> bool {
    let (isle, mut kept) = (index("isle"), true);
    for (workload, figures) in Workload::ALL.iter().zip(figures) {
        let name = workload.name();
        let ratio = figures[isle].ratio;
        kept &= record.limit(
            format!("isle to the reference, {name}"),
            ratio,
            workload.most(),
        );
        let others = figures.iter().enumerate().skip(1).filter(|it| it.0 != isle);
        let fastest = others.map(|it| it.1.ratio).fold(f64::INFINITY, f64::min);
        let name = format!("isle to the fastest other engine, {name}");
        kept &= record.limit(name, ratio / fastest, 1.0);
    }
    kept
}

/// Says whether the reference is the limit that it claims to be.
fn verdict(figures: &[Vec<rounds::Figure>], record: &mut Record) -> bool {
    let maud = index("maud");
    let mut valid = true;
    println!();
    for (workload, figures) in Workload::ALL.iter().zip(figures) {
        if let Some(least) = workload.least() {
            let beats = figures[maud].ratio;
            if beats < least {
                let text = format!(
                    "void: the reference beats maud by {beats:.2} in {}, which must be {least}",
                    workload.name()
                );
                println!("{text}");
                record.note(text);
                valid = false;
            }
        }
    }
    if valid {
        println!("valid: the reference beats maud by as much as it must");
    }
    valid
}

/// Whether all engines print the same document, as a browser reads it; and how long each one's is.
fn same_documents(data: &Data, record: &mut Record) -> bool {
    let mut same = true;
    println!(
        "{:16}{}",
        "bytes",
        Workload::ALL
            .map(|it| format!("{:>12}", it.name()))
            .concat()
    );
    for engine in engine::ALL {
        let mut line = format!("{:16}", engine.name);
        for workload in Workload::ALL {
            let pages = engine.print(workload, data);
            let expected = engine::ALL[0].print(workload, data);
            let bytes = pages.iter().map(Vec::len).sum::<usize>();
            line += &format!("{bytes:>12}");
            record.figure(
                "render bytes",
                engine.name,
                workload.name(),
                bytes as f64,
                "B",
            );
            for (page, (it, expected)) in pages.iter().zip(&expected).enumerate() {
                let (it, expected) = (dom::tree(it), dom::tree(expected));
                if it != expected {
                    same = false;
                    let differs = it
                        .lines()
                        .zip(expected.lines())
                        .find(|(it, expected)| it != expected);
                    println!(
                        "{} prints another {} (page {page}): {differs:?}",
                        engine.name,
                        workload.name()
                    );
                    break;
                }
            }
        }
        println!("{line}");
    }
    same
}

fn time(nanos: f64) -> String {
    if nanos < 1_000.0 {
        format!("{nanos:.1} ns")
    } else {
        format!("{:.2} us", nanos / 1_000.0)
    }
}

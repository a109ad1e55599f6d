//! What the page shows, in which order, and what is said beside it.

use std::path::Path;
use std::{fs, io};

use figures::{Line, Machine, workspace};

use crate::document::{Block, Document, Limit, Section};
use crate::losses;
use crate::plot;
use crate::table::Table;

/// A section: the files that its figures are in, and the tables.
struct Part {
    title: &'static str,
    files: &'static [&'static str],
    tables: &'static [Shown],
}

/// A table: its name among the figures, its title, and how it is drawn.
struct Shown(&'static str, &'static str, Drawn);

enum Drawn {
    /// Not at all.
    Not,
    Ratios,
    Bars,
    Lines,
    LinesOfRatios,
}
use Drawn::{Bars, Lines, LinesOfRatios, Not, Ratios};

const PARTS: [Part; 6] = [
    Part {
        title: "Printing pages",
        files: &["render", "instructions"],
        tables: &[
            Shown("render time", "CPU time of a page", Ratios),
            Shown("render instructions", "instructions of a page", Not),
            Shown("render bytes", "bytes; of small, all 200 pages", Not),
        ],
    },
    Part {
        title: "Requests",
        files: &["requests"],
        tables: &[
            Shown("requests cpu", "server CPU time a request", Ratios),
            Shown("requests rate", "requests a second", Not),
            Shown("requests p50", "half are answered within", Not),
            Shown("requests p99", "99 of 100 within", Not),
            Shown("requests memory", "memory", Bars),
            Shown("requests start", "to the first answer", Bars),
            Shown("requests bytes", "bytes of the page", Not),
        ],
    },
    Part {
        title: "Around a page",
        files: &["page", "ahead"],
        tables: &[
            Shown("page", "a request in process", Not),
            Shown("ahead", "a prerendered page, server CPU time", Not),
        ],
    },
    Part {
        title: "Scale",
        files: &["sizes", "connections", "routes"],
        tables: &[
            Shown("sizes time", "printing a page of", Not),
            Shown("sizes byte", "a byte of it; times that of 10 kB", Lines),
            Shown("sent cpu", "server CPU time to send a page of", Not),
            Shown("sent byte", "server CPU time a byte of it", Lines),
            Shown(
                "connections cpu",
                "server CPU time a request, by connections",
                Lines,
            ),
            Shown("connections rate", "requests a second, by connections", Not),
            Shown("connections p99", "99 of 100 within, by connections", Not),
            Shown(
                "routes instructions",
                "instructions of a request, by routes; times that of 10",
                LinesOfRatios,
            ),
            Shown("routes time", "CPU time of a request, by routes", Not),
            Shown(
                "routes time of ten",
                "CPU time of a request where the same ten are asked, by routes",
                Not,
            ),
            Shown("routes check", "`cargo check`, by routes", Not),
            Shown(
                "routes table check",
                "`cargo check` of the table alone, by routes",
                Not,
            ),
        ],
    },
    Part {
        title: "In the browser",
        files: &["client-sizes", "client-interactive"],
        tables: &[
            Shown("client sizes", "the script of islands", Not),
            Shown("client cart", "a cart", Not),
        ],
    },
    Part {
        title: "Compiling",
        files: &["compile"],
        tables: &[Shown("compile", "a page", Ratios)],
    },
];

/// The document of the figures in a folder.
///
/// # Errors
///
/// A file of figures can't be read.
pub fn document(folder: &Path) -> io::Result<Document> {
    let mut sections = Vec::new();
    let mut all = Vec::new();
    for part in &PARTS {
        let mut lines = Vec::new();
        for file in part.files {
            lines.extend(figures::read(&folder.join(format!("{file}.jsonl")))?);
        }
        sections.push(section(part, &lines));
        all.extend(lines);
    }
    let front = vec![machine(), summary(&all), losses::section(&all)];
    Ok(Document {
        title: "How fast isle is",
        sections: front.into_iter().chain(sections).collect(),
    })
}

fn section(part: &Part, lines: &[Line]) -> Section {
    let mut blocks = Vec::new();
    for line in lines {
        match line {
            Line::Run {
                when,
                seconds,
                others,
                what,
            } => {
                let others = others.map_or(String::new(), |others| {
                    format!("; other work kept {others:.2} cores busy meanwhile")
                });
                blocks.push(Block::Text(format!(
                    "{what} Measured on {when} (UTC), in {seconds} s{others}."
                )));
            }
            Line::Note { text } => blocks.push(Block::Text(format!("**{text}**"))),
            Line::Figure { .. } | Line::Limit { .. } => {}
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Text("Not measured yet.".to_owned()));
    }
    for Shown(name, title, drawn) in part.tables {
        let Some(table) = Table::of(name, lines) else {
            continue;
        };
        let svg = match drawn {
            Not => None,
            Ratios => Some(plot::ratios(&table)),
            Bars => Some(plot::bars(&table)),
            Lines => Some(plot::lines(&table, false)),
            LinesOfRatios => Some(plot::lines(&table, true)),
        };
        let title = (*title).to_owned();
        blocks.push(Block::Table {
            title: title.clone(),
            table,
        });
        blocks.extend(svg.map(|svg| Block::Plot { title, svg }));
    }
    let limits = limits(lines);
    if !limits.is_empty() {
        blocks.push(Block::Limits(limits));
    }
    Section {
        title: part.title.to_owned(),
        blocks,
    }
}

/// The limits among the figures.
pub fn limits(lines: &[Line]) -> Vec<Limit> {
    let limit = |line: &Line| match line {
        Line::Limit {
            name,
            value,
            most,
            digits,
        } => Some(Limit {
            name: name.clone(),
            value: *value,
            most: *most,
            digits: *digits,
        }),
        _ => None,
    };
    lines.iter().filter_map(limit).collect()
}

/// What it was measured on.
fn machine() -> Section {
    let Machine {
        processor,
        cores,
        memory,
        kernel,
        rustc,
    } = Machine::this();
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).unwrap_or_default();
    let version = |name: &str| {
        let start = lock.find(&format!("name = \"{name}\"\n"))?;
        let version = lock[start..].split('"').nth(3)?;
        Some(format!("{name} {version}"))
    };
    let versions: Vec<String> = ["axum", "hyper", "tokio"]
        .into_iter()
        .filter_map(version)
        .collect();
    Section {
        title: String::new(),
        blocks: vec![
            Block::Text(
                "Written by `cargo run --release --bin bench -- all --results` in `benches/`, from what the benchmarks \
                 measured on one machine; `README.md` there says how they measure. Behind a value stands its ratio to \
                 the first row's, or to what the title says."
                    .to_owned(),
            ),
            Block::Text(format!(
                "Machine: {processor}, {cores} cores, {memory} GiB, {kernel}; {rustc}; {}.",
                versions.join(", ")
            )),
        ],
    }
}

/// How many limits are kept.
fn summary(lines: &[Line]) -> Section {
    let limits = limits(lines);
    let missed = limits.iter().filter(|it| !it.kept()).count();
    let text = format!(
        "Of {} limits that isle sets itself, {missed} are missed; each section ends with its own.",
        limits.len()
    );
    Section {
        title: String::new(),
        blocks: vec![Block::Text(text)],
    }
}

//! A benchmark's figures, and the file that they are in.

use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};

/// A line of the file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Line {
    /// How it was measured.
    Run {
        /// When it was done.
        when: String,
        /// Seconds it took.
        seconds: f64,
        /// How many cores other work kept busy meanwhile; whoever doesn't know leaves it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        others: Option<f64>,
        /// What was measured, of what versions and how often, in a sentence.
        what: String,
    },
    /// A cell of a table.
    Figure {
        table: String,
        row: String,
        column: String,
        value: f64,
        unit: String,
        /// How many times another row's that is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ratio: Option<f64>,
    },
    /// Something that has a limit, which is missed where the value is above it.
    Limit {
        name: String,
        value: f64,
        most: f64,
        /// How many digits behind the point count.
        digits: usize,
    },
    /// What else is to be said, such as that a run is void.
    Note { text: String },
}

/// A benchmark's figures, while it measures.
#[derive(Debug)]
pub struct Record {
    name: String,
    what: String,
    started: std::time::Instant,
    computed: Option<(f64, f64)>,
    lines: Vec<Line>,
}

impl Record {
    /// Begins, for the file of a name. `what` says in a sentence what is measured, and how often.
    pub fn new(name: &str, what: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            what: what.into(),
            started: std::time::Instant::now(),
            computed: super::computed(),
            lines: Vec::new(),
        }
    }

    /// A cell of a table.
    pub fn figure(&mut self, table: &str, row: &str, column: &str, value: f64, unit: &str) {
        self.cell(table, row, column, value, unit, None);
    }

    /// A cell of a table, and how many times another row's it is.
    pub fn compared(
        &mut self,
        table: &str,
        row: &str,
        column: &str,
        (value, unit): (f64, &str),
        ratio: f64,
    ) {
        self.cell(table, row, column, value, unit, Some(ratio));
    }

    fn cell(
        &mut self,
        table: &str,
        row: &str,
        column: &str,
        value: f64,
        unit: &str,
        ratio: Option<f64>,
    ) {
        self.lines.push(Line::Figure {
            table: table.to_owned(),
            row: row.to_owned(),
            column: column.to_owned(),
            value,
            unit: unit.to_owned(),
            ratio,
        });
    }

    /// Something that has a limit; it is printed, with whether it is kept. Gives back whether it is.
    pub fn limit(&mut self, name: impl Into<String>, value: f64, most: f64) -> bool {
        let name = name.into();
        let digits = if most < 0.1 { 4 } else { 3 };
        let kept = value <= most;
        let verdict = if kept { "ok" } else { "missed" };
        println!("{verdict:6} {name}: {value:.digits$} [at most {most}]");
        self.lines.push(Line::Limit {
            name,
            value,
            most,
            digits,
        });
        kept
    }

    /// What else is to be said.
    pub fn note(&mut self, text: impl Into<String>) {
        self.lines.push(Line::Note { text: text.into() });
    }

    /// Writes the file. What was started to be measured should have ended, since it counts as other work else.
    ///
    /// # Errors
    ///
    /// The folder can't be written.
    pub fn save(mut self) -> io::Result<()> {
        let seconds = self.started.elapsed().as_secs_f64();
        let others = self.computed.zip(super::computed()).map(|(then, now)| {
            let others = (now.0 - then.0) - (now.1 - then.1);
            (others / 100.0 / seconds).max(0.0)
        });
        let run = Line::Run {
            when: super::utc(),
            seconds: seconds.round(),
            others,
            what: self.what,
        };
        self.lines.insert(0, run);
        let mut text = String::new();
        for line in &self.lines {
            text += &serde_json::to_string(line)?;
            text.push('\n');
        }
        let folder = super::folder();
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(self.name + ".jsonl"), text)
    }
}

/// The lines of a file; none where there is no such file.
///
/// # Errors
///
/// The file can't be read, or a line of it is no figure.
pub fn read(path: &Path) -> io::Result<Vec<Line>> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        text => text?,
    };
    let line = |line| serde_json::from_str(line).map_err(io::Error::other);
    text.lines().map(line).collect()
}

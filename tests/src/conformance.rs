//! The cases of public suites, kept as JSON beside the project.
//!
//! They are read from the folder that `ISLE_CONFORMANCE` names, else from `../shared/conformance`
//! beside the project's root. Where there is none, the tests pass on the cases that they write down
//! themselves, and say so; with `CI=true` that is a failure.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Value, json};

/// One file of cases, and how many of them a test has run.
#[derive(Debug)]
pub struct Conformance {
    name: &'static str,
    file: Value,
}

impl Conformance {
    /// Reads the file `name`.json, if the folder is there.
    ///
    /// # Panics
    ///
    /// If the folder is missing and `CI` is `true`, or the file can't be read.
    pub fn read(name: &'static str) -> Option<Conformance> {
        let folder = folder();
        if !folder.is_dir() {
            let ci = env::var("CI").is_ok_and(|ci| ci == "true");
            assert!(
                !ci,
                "the folder {} is missing; set ISLE_CONFORMANCE",
                folder.display()
            );
            say(&format!(
                "{name}: no folder {}, so no rows ran",
                folder.display()
            ));
            return None;
        }
        let path = folder.join(name).with_extension("json");
        let text = fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} can't be read: {error}", path.display()));
        let file = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{} is no JSON: {error}", path.display()));
        let file = match file {
            Value::Array(rows) => json!({ "rows": rows }),
            file => file,
        };
        Some(Conformance { name, file })
    }

    /// The names of all files, each with its sections.
    ///
    /// # Panics
    ///
    /// If the folder is there and can't be read.
    pub fn files() -> Vec<(String, Vec<String>)> {
        let folder = folder();
        if !folder.is_dir() {
            return Vec::new();
        }
        let entries = fs::read_dir(folder).expect("the folder of cases");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let files = paths.filter(|path| path.extension().is_some_and(|it| it == "json"));
        files.map(|path| (stem(&path), sections(&path))).collect()
    }

    /// The rows of a section.
    ///
    /// # Panics
    ///
    /// If it has none.
    pub fn rows(&self, section: &str) -> &[Value] {
        let rows = self.file[section]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        assert!(
            !rows.is_empty(),
            "{}.json has no rows in {section}",
            self.name
        );
        rows
    }

    /// Runs `check` on every row of a section and fails with all rows that it refuses, each with
    /// its id or, where it has none, itself.
    ///
    /// # Panics
    ///
    /// If a row fails, or the section has none.
    pub fn each(&self, section: &str, mut check: impl FnMut(&Value) -> Result<(), String>) {
        let rows = self.rows(section);
        let failures: Vec<String> = rows
            .iter()
            .filter_map(|row| {
                let id = row["id"]
                    .as_str()
                    .map_or_else(|| row.to_string(), str::to_owned);
                check(row).err().map(|problem| format!("{id}: {problem}"))
            })
            .collect();
        say(&format!(
            "{}: {} rows of {section} ran",
            self.name,
            rows.len()
        ));
        assert!(
            failures.is_empty(),
            "{} rows failed:\n{}",
            failures.len(),
            failures.join("\n")
        );
    }
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn sections(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a file of cases");
    match serde_json::from_str(&text).expect("JSON") {
        Value::Object(sections) => {
            let lists = sections.into_iter().filter(|(_, rows)| rows.is_array());
            lists.map(|(name, _)| name).collect()
        }
        _ => vec!["rows".to_owned()],
    }
}

fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance");
    env::var_os("ISLE_CONFORMANCE").map_or_else(beside, PathBuf::from)
}

/// Past the test harness, which keeps what `println!` prints of a test that passes.
pub(crate) fn say(text: &str) {
    // A closed standard error is no reason for a test to fail.
    let _ = writeln!(std::io::stderr(), "conformance: {text}");
}

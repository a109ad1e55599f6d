//! The test of the tests: every row of every file is run, or `tests/data/not_yet.toml` says why not.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use isle_tests::conformance::Conformance;
use isle_tests::rows::text;

/// Areas of Astro's rows that this folder runs over a socket. Other rows have their test anywhere.
const HERE: [&str; 12] = [
    "routing",
    "params",
    "guard",
    "slash",
    "base",
    "endpoint",
    "response",
    "redirect",
    "redirects",
    "cookies",
    "csrf",
    "proxy",
];

/// What is not run yet, with the reason, of one section of the list.
pub(crate) fn not_yet(section: &str) -> BTreeMap<String, String> {
    let path = project().join("data/not_yet.toml");
    let list = fs::read_to_string(path).expect("the list of what is not run yet");
    let mut list: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(&list).expect("a list of ids and reasons");
    list.remove(section).unwrap_or_default()
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files below a folder, with their text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            found.push((path, text));
        }
    }
    found
}

/// The names of the tests in a source.
fn tests(source: &str) -> impl Iterator<Item = &str> {
    let lines = source.lines().map(str::trim);
    let pairs = lines.clone().zip(lines.skip(1));
    pairs
        .filter(|(attribute, _)| attribute.starts_with("#[") && attribute.ends_with("test]"))
        .filter_map(|(_, line)| line.split("fn ").nth(1)?.split('(').next())
}

/// Whether one of these sources has a test whose name begins with the id.
fn has_test(sources: &[(PathBuf, String)], id: &str) -> bool {
    let prefix = id.to_ascii_lowercase().replace('-', "_") + "_";
    let mut names = sources.iter().flat_map(|(_, source)| tests(source));
    names.any(|name| name.starts_with(&prefix))
}

#[test]
fn every_row_of_astros_has_a_test() {
    let Some(cases) = Conformance::read("astro") else {
        return;
    };
    let here = sources(&project().join("tests/conformance"));
    let anywhere: Vec<_> = ["src", "tests", "../runtime/src"]
        .iter()
        .flat_map(|folder| sources(&project().join(folder)))
        .collect();
    let mut elsewhere = not_yet("astro");
    cases.each("rows", |row| {
        let (id, area) = (text(&row["id"]), text(&row["area"]));
        let among = if HERE.contains(&area) {
            &here
        } else {
            &anywhere
        };
        match (has_test(among, id), elsewhere.remove(id)) {
            (true, None) | (false, Some(_)) => Ok(()),
            (false, None) => Err("no test has its name".to_owned()),
            (true, Some(_)) => Err("it has a test; take it out of not_yet.toml".to_owned()),
        }
    });
    assert!(elsewhere.is_empty(), "no rows: {elsewhere:?}");
}

#[test]
fn every_section_of_every_file_is_run() {
    let sources: Vec<_> = ["src", "tests"]
        .iter()
        .flat_map(|folder| sources(&project().join(folder)))
        .collect();
    let mut elsewhere = not_yet("files");
    let mut forgotten = Vec::new();
    for (file, sections) in Conformance::files() {
        for section in sections {
            let read = format!("Conformance::read(\"{file}\")");
            let runs = ["each", "rows"].map(|run| format!(".{run}(\"{section}\""));
            let is_run = sources.iter().any(|(_, source)| {
                source.contains(&read) && runs.iter().any(|run| source.contains(run))
            });
            let name = format!("{file}.{section}");
            match (is_run, elsewhere.remove(&name)) {
                (true, None) | (false, Some(_)) => {}
                (true, Some(_)) => forgotten.push(format!("{name} is run, in spite of the list")),
                (false, None) => forgotten.push(format!("{name} is not run")),
            }
        }
    }
    assert!(forgotten.is_empty(), "{}", forgotten.join("\n"));
}

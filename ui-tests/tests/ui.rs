//! Each mistake gives the error that is written down; each near miss compiles.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The compiler whose words are written down in `fail/*.stderr`.
fn pinned() -> String {
    let text = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../rust-toolchain.toml"),
    )
    .unwrap();
    let line = text
        .lines()
        .find(|line| line.starts_with("channel"))
        .unwrap();
    line.split('"').nth(1).unwrap().to_owned()
}

fn compiler() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(rustc).arg("--version").output().unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .split(' ')
        .nth(1)
        .unwrap()
        .to_owned()
}

fn cases(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn mistakes_and_near_misses() {
    let (pinned, compiler) = (pinned(), compiler());
    if pinned != compiler {
        println!("skipped: the texts are those of rustc {pinned}, and this is {compiler}");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.compile_fail("fail/*.rs");
}

#[test]
fn each_mistake_has_a_near_miss() {
    let (fail, pass) = (cases("fail"), cases("pass"));
    assert!(!fail.is_empty());
    assert_eq!(
        fail, pass,
        "a case in `fail/` has a case of the same name in `pass/`, and the reverse"
    );
}

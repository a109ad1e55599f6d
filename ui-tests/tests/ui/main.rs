//! Each mistake gives the error that is written down; each near miss compiles.
//!
//! One case alone: `cargo test -p isle-ui-tests -- ui trybuild=unknown_prop`. After a text was changed on purpose,
//! `TRYBUILD=overwrite` in front writes it down; read it then as somebody would who never saw isle.
#![forbid(unsafe_code)]

#[macro_use]
mod table;
#[cfg(feature = "tsx")]
mod components;
mod rules;

#[cfg(feature = "tsx")]
use components::RULES;
#[cfg(not(feature = "tsx"))]
use rules::RULES;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

// `link!` looks for the site at the root of its crate, which is this file where a near miss is a module.
#[allow(unused_imports)]
use rules::near_misses::link_to_nowhere::SITE;

/// Where the mistakes lie, and the near misses.
const FAIL: &str = if cfg!(feature = "tsx") {
    "fail-tsx"
} else {
    "fail"
};
const PASS: &str = if cfg!(feature = "tsx") {
    "pass-tsx"
} else {
    "pass"
};

/// The compiler whose words are written down in `fail/*.stderr`.
fn pinned() -> String {
    let text = std::fs::read_to_string(folder("../rust-toolchain.toml")).unwrap();
    let line = text.lines().find(|line| line.starts_with("channel"));
    line.unwrap().split('"').nth(1).unwrap().to_owned()
}

fn compiler() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(rustc).arg("--version").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.split(' ').nth(1).unwrap().to_owned()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The names of the files in a folder that end so.
fn files(name: &str, extension: &str) -> BTreeSet<String> {
    std::fs::read_dir(folder(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == extension))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// What each mistake is told. That the near misses compile, this crate's own compilation shows.
#[test]
fn ui() {
    let (pinned, compiler) = (pinned(), compiler());
    if pinned != compiler {
        println!("skipped: the texts are those of rustc {pinned}, and this is {compiler}");
        return;
    }
    copy_islands();
    trybuild::TestCases::new().compile_fail(format!("{FAIL}/*.rs"));
}

/// The cases are compiled as a crate of trybuild's own: the files of their islands must lie beside its manifest.
fn copy_islands() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let copies = target.join("tests/trybuild/isle-ui-tests");
    for place in [
        "islands",
        "components",
        "dist",
        "dist/client",
        "dist/server",
    ] {
        std::fs::create_dir_all(copies.join(place)).unwrap();
        for entry in std::fs::read_dir(folder(place)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                std::fs::copy(entry.path(), copies.join(place).join(entry.file_name())).unwrap();
            }
        }
    }
}

#[test]
fn each_rule_has_its_case_and_each_case_its_rule() {
    let named: BTreeSet<String> = RULES.iter().map(|(case, _)| (*case).to_owned()).collect();
    for (folder, extension) in [(FAIL, "rs"), (FAIL, "stderr"), (PASS, "rs")] {
        let found = files(folder, extension);
        let odd: Vec<&String> = named.symmetric_difference(&found).collect();
        assert!(
            odd.is_empty(),
            "not both in the table and in {folder}/*.{extension}: {odd:?}"
        );
    }
    let rules: BTreeSet<&str> = RULES.iter().map(|(_, rule)| *rule).collect();
    assert_eq!(
        (named.len(), rules.len()),
        (RULES.len(), RULES.len()),
        "each stands once"
    );
}

#[test]
fn a_near_miss_is_near() {
    for (case, _) in RULES {
        let [mistake, near] = [FAIL, PASS].map(|place| lines(place, case, "rs"));
        let shared = near.iter().filter(|line| mistake.contains(line)).count();
        assert_ne!(mistake, near, "{case}");
        assert!(shared * 2 > mistake.len(), "{case} shares {shared} lines");
    }
}

/// Each mistake is one error, whose text says what to write.
#[test]
fn texts_help_and_name_what_is_public() {
    for (case, _) in RULES {
        let text = lines(FAIL, case, "stderr");
        // What Rust can't read, the compiler reports too.
        let expected = match *case {
            "apostrophe_in_text" | "dash_in_text" | "prefix_in_text" => 2,
            // The compiler finds the module where the page's type is defined and where it is used.
            "page_beside_module" => 2,
            // Four arguments, a mistake each.
            "prerender_with_request" => 4,
            _ => 1,
        };
        let errors = text.iter().filter(|line| line.starts_with("error")).count();
        assert_eq!(errors, expected, "{case}");
        let advises = |line: &String| {
            let line = line.trim_start_matches([' ', '|', '=']);
            line.starts_with("help: ") || line.starts_with("note: ")
        };
        let own_words = ["function_in_list", "function_that_is_no_component"];
        assert!(
            text.iter().any(advises) || own_words.contains(case),
            "{case}"
        );
        for hidden in ["isle::__", "__Redirects", "macro_rules"] {
            assert!(
                !text.iter().any(|line| line.contains(hidden)),
                "{case} names `{hidden}`"
            );
        }
    }
}

fn lines(place: &str, case: &str, extension: &str) -> Vec<String> {
    let path = folder(place).join(format!("{case}.{extension}"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(str::to_owned).collect()
}

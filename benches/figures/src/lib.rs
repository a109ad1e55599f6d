//! Figures that a benchmark measured, as lines of JSON: what its page and the results are made of.
//!
//! Each benchmark writes one file into [`folder`], whole, when it is done; so a page can be made of the last figures of
//! each, whenever they were measured.

mod clock;
mod machine;
mod median;
mod record;

use std::env;
use std::path::{Path, PathBuf};

pub use clock::utc;
pub use machine::Machine;
use machine::computed;
pub use median::{median, ratios};
pub use record::{Line, Record, read};

/// The folder for figures, and for what is made of them: `report` in the target folder.
pub fn folder() -> PathBuf {
    target().join("report")
}

/// The target folder of the benchmarks' workspace.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from)
}

/// The folder of the benchmarks' workspace.
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// How many rounds to measure: the number behind `--rounds`, to try a benchmark out, or else as many as are usual.
pub fn rounds(usual: usize) -> usize {
    let mut arguments = env::args().skip_while(|it| it != "--rounds").skip(1);
    let asked = arguments
        .next()
        .or_else(|| env::var("ISLE_BENCH_ROUNDS").ok());
    match asked {
        None => usual,
        Some(asked) => match asked.parse() {
            Ok(rounds) if rounds > 0 => rounds,
            _ => panic!("the number of rounds is a number above 0, not `{asked}`"),
        },
    }
}

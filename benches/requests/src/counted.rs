//! Counting instructions: the program runs itself under valgrind's callgrind, which counts what happens in `counted`.

use std::process::Command;

use axum::Router;

use crate::run::{answer, request};

/// How many requests are counted, after as many that warm up: each of the largest table's routes.
const TIMES: usize = 1000;

/// The instructions that a request takes, for each of these applications and paths, by name; nothing where valgrind is
/// not installed. Where this is the run that is counted, it counts and ends the program.
pub fn instructions(
    names: &[&str],
    app: impl Fn(&str) -> (Router, Vec<String>),
) -> Option<Vec<f64>> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("count") {
        let (mut app, paths) = app(&arguments.next().expect("a name behind `count`"));
        for counts in [false, true] {
            for index in 0..TIMES {
                let request = request(&paths[index % paths.len()]);
                if counts {
                    counted(&mut app, request);
                } else {
                    drop(answer(&mut app, request));
                }
            }
        }
        std::process::exit(0);
    }
    names.iter().map(|name| run(name)).collect()
}

#[inline(never)]
#[unsafe(no_mangle)]
fn counted(app: &mut Router, request: axum::http::Request<axum::body::Body>) {
    drop(std::hint::black_box(answer(app, request)));
}

fn run(name: &str) -> Option<f64> {
    let program = std::env::current_exe().expect("the program has a path");
    let output = Command::new("valgrind")
        .args([
            "--tool=callgrind",
            "--toggle-collect=counted",
            "--callgrind-out-file=/dev/null",
        ])
        .arg(program)
        .args(["count", name])
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text
        .split("Collected :")
        .nth(1)?
        .split_whitespace()
        .next()?;
    count.parse::<f64>().ok().map(|count| count / TIMES as f64)
}

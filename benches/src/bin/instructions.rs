//! Counts the instructions that printing each page once takes, by valgrind's callgrind: one run of `render` for each
//! engine and page, of which only what happens in `counted` is counted.

use std::path::Path;
use std::process::{Command, ExitCode};

use figures::Record;
use isle_benches::engine;
use isle_benches::workload::Workload;

fn main() -> ExitCode {
    let here = std::env::current_exe().expect("the program has a path");
    let render = here.with_file_name("render");
    if !render.exists() {
        eprintln!("`render` is not built beside this: `cargo build --release --bins`");
        return ExitCode::FAILURE;
    }
    let mut record = Record::new(
        "instructions",
        "Instructions of printing each page once, after two times that warm up, counted by valgrind's callgrind.",
    );
    let heads = Workload::ALL.map(|it| format!("{:>21}", it.name()));
    println!("{:16}{}", "instructions", heads.concat());
    let mut reference = [0.0; Workload::ALL.len()];
    for engine in engine::ALL {
        let mut line = format!("{:16}", engine.name);
        for (workload, reference) in Workload::ALL.into_iter().zip(&mut reference) {
            let counted = match count(&render, engine.short(), workload.name()) {
                Ok(counted) => counted / f64::from(workload.pages()),
                Err(error) => {
                    eprintln!("{} {}: {error}", engine.name, workload.name());
                    return ExitCode::FAILURE;
                }
            };
            if *reference == 0.0 {
                *reference = counted;
            }
            let ratio = counted / *reference;
            line += &format!("{counted:>13.0}{ratio:>8.2}");
            let cell = (counted, "");
            record.compared(
                "render instructions",
                engine.name,
                workload.name(),
                cell,
                ratio,
            );
        }
        println!("{line}");
    }
    record.save().expect("the target folder can be written");
    ExitCode::SUCCESS
}

fn count(render: &Path, engine: &str, workload: &str) -> Result<f64, String> {
    let output = Command::new("valgrind")
        .args([
            "--tool=callgrind",
            "--toggle-collect=counted",
            "--callgrind-out-file=/dev/null",
        ])
        .arg(render)
        .args(["count", engine, workload])
        .output()
        .map_err(|error| format!("valgrind does not run: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    text.split("Collected :")
        .nth(1)
        .and_then(|it| it.split_whitespace().next()?.parse().ok())
        .ok_or_else(|| format!("valgrind counted nothing: {text}"))
}

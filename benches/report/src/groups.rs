//! The groups of benchmarks: which programs measure what.

use std::process::Command;
use std::time::{Instant, SystemTime};
use std::{fs, io};

use figures::{folder, target, workspace};

/// Benchmarks that belong together.
pub struct Group {
    pub name: &'static str,
    steps: &'static [Step],
}

/// A program that measures, and the file of its figures.
struct Step {
    figures: &'static str,
    program: Program,
}

enum Program {
    /// One of the workspace's.
    Binary(&'static str),
    /// A script of the folder `client`.
    Script(&'static str),
}

const fn binary(name: &'static str) -> Step {
    Step {
        figures: name,
        program: Program::Binary(name),
    }
}

const fn script(figures: &'static str, name: &'static str) -> Step {
    Step {
        figures,
        program: Program::Script(name),
    }
}

/// All of them, the most delicate first.
pub const ALL: [Group; 5] = [
    Group {
        name: "render",
        steps: &[binary("render"), binary("instructions")],
    },
    Group {
        name: "requests",
        steps: &[binary("requests"), binary("page"), binary("ahead")],
    },
    Group {
        name: "scale",
        steps: &[binary("sizes"), binary("connections"), binary("routes")],
    },
    Group {
        name: "client",
        steps: &[
            script("client-sizes", "sizes"),
            script("client-interactive", "interactive"),
        ],
    },
    Group {
        name: "compile",
        steps: &[binary("compile")],
    },
];

/// Builds what the groups need, and runs them. Gives back the programs that wrote no figures.
pub fn run(groups: &[&Group], rounds: Option<usize>) -> Vec<String> {
    let mut failed = Vec::new();
    if groups.is_empty() {
        return failed;
    }
    println!("building");
    let mut build = Command::new("cargo");
    build
        .args(["build", "--quiet", "--release", "--workspace", "--bins"])
        .args(["--features", "isle-benches/topcoat"])
        .current_dir(workspace());
    if let Err(error) = finish(&mut build) {
        failed.push(format!("the build ({error})"));
        return failed;
    }
    for group in groups {
        let started = Instant::now();
        if group.name == "client"
            && let Err(error) = client()
        {
            failed.push(format!("client ({error})"));
            continue;
        }
        for step in group.steps {
            println!("\n== {}: {}\n", group.name, step.figures);
            if let Err(error) = step.run(rounds) {
                failed.push(format!("{} ({error})", step.figures));
            }
        }
        println!("\n== {} took {} s", group.name, started.elapsed().as_secs());
    }
    failed
}

impl Step {
    /// Runs it. A program that missed a limit has failed, too, so what counts is whether there are new figures.
    fn run(&self, rounds: Option<usize>) -> io::Result<()> {
        let mut command = match self.program {
            Program::Binary(name) => {
                let mut command = Command::new(target().join("release").join(name));
                command.current_dir(workspace());
                command
            }
            Program::Script(name) => {
                let mut command = Command::new("npm");
                command
                    .args(["run", "--silent", name])
                    .current_dir(workspace().join("client"));
                command
            }
        };
        if let Some(rounds) = rounds {
            command.env("ISLE_BENCH_ROUNDS", rounds.to_string());
        }
        let started = SystemTime::now();
        let status = command.status()?;
        let file = folder().join(self.figures.to_owned() + ".jsonl");
        let written = fs::metadata(file).and_then(|it| it.modified());
        match written {
            Ok(written) if written >= started => Ok(()),
            _ => Err(io::Error::other(status.to_string())),
        }
    }
}

/// What the scripts of the folder `client` need: packages, and the shop.
fn client() -> io::Result<()> {
    let folder = workspace().join("client");
    if !folder.join("node_modules").exists() {
        let mut install = Command::new("npm");
        install
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&folder);
        finish(&mut install)?;
    }
    // The shop is a member of the workspace above this one, with a target folder of its own.
    let mut shop = Command::new("cargo");
    shop.args(["build", "--quiet", "--release", "-p", "shop"])
        .current_dir(workspace().join(".."));
    finish(&mut shop)
}

fn finish(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("{command:?}: {status}")))
    }
}

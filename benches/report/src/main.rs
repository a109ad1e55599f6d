//! Runs groups of benchmarks, and makes a page with tables and plots of the figures; and the same as `RESULTS.md`.
//!
//! The figures of groups that are not run are the last ones that were measured.

mod document;
mod format;
mod groups;
mod html;
mod losses;
mod markdown;
mod plot;
mod sections;
mod table;

use std::process::ExitCode;
use std::{env, fs, io};

use groups::Group;

const USAGE: &str = "usage: bench [--rounds N] [--results] all | page | GROUP …
  GROUP      render, requests, compile, scale or client
  page       measures nothing, and makes the page of the last figures
  --rounds   fewer rounds than usual, to try it out
  --results  writes RESULTS.md, too";

fn main() -> ExitCode {
    let mut names = Vec::new();
    let mut rounds = None;
    let mut results = false;
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--results" => results = true,
            "--rounds" => match arguments.next().map(|it| it.parse::<usize>()) {
                Some(Ok(number)) if number > 0 => rounds = Some(number),
                _ => return usage("`--rounds` takes a number above 0"),
            },
            _ => names.push(argument),
        }
    }
    let chosen = match &names.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => return usage("which group?"),
        ["page"] => Vec::new(),
        ["all"] => groups::ALL.iter().collect(),
        names => {
            let find = |name: &&str| groups::ALL.iter().find(|it| it.name == *name);
            match names.iter().map(find).collect::<Option<Vec<&Group>>>() {
                Some(chosen) => chosen,
                None => return usage("there is no such group"),
            }
        }
    };
    let failed = groups::run(&chosen, rounds);
    match write(results) {
        Ok(()) if failed.is_empty() => ExitCode::SUCCESS,
        Ok(()) => {
            eprintln!("these measured nothing: {}", failed.join(", "));
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("the page can't be made: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage(problem: &str) -> ExitCode {
    eprintln!("{problem}\n{USAGE}");
    ExitCode::FAILURE
}

fn write(results: bool) -> io::Result<()> {
    let folder = figures::folder();
    let document = sections::document(&folder)?;
    fs::create_dir_all(&folder)?;
    let page = folder.join("index.html");
    fs::write(&page, html::page(&document))?;
    println!("the page: {}", page.display());
    if results {
        let path = figures::workspace().join("RESULTS.md");
        fs::write(&path, markdown::text(&document))?;
        println!("the text: {}", path.display());
    }
    Ok(())
}

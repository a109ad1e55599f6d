//! Tables of 10, 100 and 1,000 routes: what they cost the compiler, and what a request costs among them, beside axum's
//! own router with the same table. What the compiler spends on the table itself is what it spends more than on the same
//! pages with ten of them in the table.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs, mem};

use figures::Record;

/// The sizes of the tables; all is compared with the first.
const SIZES: [usize; 3] = [10, 100, 1000];
/// How often each crate is checked; the least counts.
const ROUNDS: usize = 3;
const ROUTERS: [&str; 2] = ["isle", "axum"];
/// isle's pages, as many as the size says, and a table of the first size alone.
const UNLISTED: &str = "unlisted";

fn main() {
    let rounds = figures::rounds(ROUNDS);
    let mut record = Record::new(
        "routes",
        format!(
            "Tables of 10, 100 and 1,000 routes, in process: instructions of a request by valgrind's callgrind, where all \
             routes are asked in turn; the thread's CPU time, so and where the same ten are asked in each table; and CPU \
             time of `cargo check`, the least of {rounds} rounds."
        ),
    );
    let scratch = Scratch::new();
    for router in ROUTERS {
        for size in SIZES {
            eprintln!("building {router} with {size} routes");
            scratch.cargo(&["check", "-p", &name(router, size)]);
            scratch.cargo(&["build", "--release", "-p", &name(router, size)]);
        }
    }
    let measured = [ROUTERS[0], ROUTERS[1], UNLISTED];
    for size in SIZES {
        scratch.cargo(&["check", "-p", &name(UNLISTED, size)]);
    }
    let mut checks = [[Duration::MAX; SIZES.len()]; 3];
    for _ in 0..rounds {
        for (index, size) in SIZES.iter().enumerate() {
            for (router, times) in measured.iter().zip(&mut checks) {
                times[index] = scratch.check(&name(router, *size)).min(times[index]);
            }
        }
    }
    println!(
        "{:8}{:>8}{:>12}{:>12}{:>18}{:>8}{:>12}{:>8}{:>12}{:>8}",
        "router",
        "routes",
        "check s",
        "to first",
        "instructions",
        "ratio",
        "CPU ns",
        "ratio",
        "of ten, ns",
        "ratio"
    );
    let mut limits = Vec::new();
    for (router, checks) in ROUTERS.iter().zip(&checks) {
        let requests = SIZES.map(|size| scratch.requests(&name(router, size)));
        for (index, size) in SIZES.iter().enumerate() {
            let check = checks[index].as_secs_f64();
            let [count, nanos, of_ten] = requests[index];
            println!(
                "{router:8}{size:>8}{check:>12.2}{:>+12.2}{count:>18.0}{:>8.2}{nanos:>12.0}{:>8.2}{of_ten:>12.0}{:>8.2}",
                check - checks[0].as_secs_f64(),
                count / requests[0][0],
                nanos / requests[0][1],
                of_ten / requests[0][2]
            );
            let column = size.to_string();
            let mut write = |table, value, unit, first| {
                record.compared(table, router, &column, (value, unit), value / first);
            };
            write("routes instructions", count, "", requests[0][0]);
            write("routes time", nanos, "ns", requests[0][1]);
            write("routes time of ten", of_ten, "ns", requests[0][2]);
            write("routes check", check, "s", checks[0].as_secs_f64());
        }
        if *router == "isle" {
            let [first, .., last] = requests;
            limits = vec![
                ("1,000 routes to 10, instructions", last[0] / first[0]),
                ("1,000 routes to 10, CPU time", last[1] / first[1]),
                (
                    "1,000 routes to 10, CPU time of the same ten",
                    last[2] / first[2],
                ),
            ];
        }
    }
    println!(
        "\nisle's tables apart from their pages, beside the same pages with {} in the table:",
        SIZES[0]
    );
    let [listed, _, unlisted] = checks.map(|times| times.map(|time| time.as_secs_f64()));
    let mut table = 0.0;
    for (index, size) in SIZES.iter().enumerate().skip(1) {
        table = listed[index] - unlisted[index];
        let pages = unlisted[index] - unlisted[0];
        println!("{size:>16}{table:>+12.2}{pages:>+12.2}");
        record.figure("routes table check", "isle", &size.to_string(), table, "s");
    }
    println!();
    for (name, ratio) in limits {
        record.limit(name, ratio, 1.2);
    }
    record.limit(
        "a table of 1,000 more than of 10, seconds of check",
        table,
        2.0,
    );
    record.save().expect("the target folder can be written");
}

fn name(router: &str, size: usize) -> String {
    format!("{router}-{size}")
}

/// A workspace in the target folder, with a crate for each router and size.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Scratch {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| here.join("../target"), PathBuf::from);
        let scratch = Scratch(target.join("routes"));
        let crates = [ROUTERS[0], ROUTERS[1], UNLISTED];
        let members = crates.map(|router| SIZES.map(|size| format!("{:?}", name(router, size))));
        let members = members.concat().join(", ");
        let profile = "[profile.release]\ncodegen-units = 1\n";
        scratch.write(
            "Cargo.toml",
            &format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n\n{profile}"),
        );
        fs::copy(here.join("../Cargo.lock"), scratch.0.join("Cargo.lock"))
            .expect("the lock file can be copied");
        for router in crates {
            for size in SIZES {
                let name = name(router, size);
                let manifest = format!(
                    "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
                     axum = {{ version = \"0.8\", default-features = false }}\n\
                     isle = {{ path = {:?} }}\nrequests = {{ path = {here:?} }}\n",
                    here.join("../../runtime")
                );
                scratch.write(&format!("{name}/Cargo.toml"), &manifest);
                scratch.write(&format!("{name}/src/main.rs"), &program(router, size));
            }
        }
        scratch
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder"))
            .expect("the target folder can be written");
        fs::write(path, text).expect("the target folder can be written");
    }

    /// CPU time of a check that knows nothing of the crate.
    fn check(&self, name: &str) -> Duration {
        let prefix = format!("{}-", name.replace('-', "_"));
        let incremental = self.0.join("target/debug/incremental");
        for entry in fs::read_dir(incremental).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                fs::remove_dir_all(entry.path()).expect("the target folder can be written");
            }
        }
        let main = format!("{name}/src/main.rs");
        let text = fs::read_to_string(self.0.join(&main)).expect("it was written before");
        self.write(&main, &text);
        let start = children();
        self.cargo(&["check", "-p", name]);
        children() - start
    }

    fn cargo(&self, arguments: &[&str]) {
        let status = Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--offline", "--quiet", "--target-dir", "target"])
            .current_dir(&self.0)
            .env_remove("CARGO_TARGET_DIR")
            .stdout(Stdio::null())
            .status()
            .expect("cargo runs");
        assert!(status.success(), "cargo {arguments:?}");
    }

    /// Instructions and nanoseconds of a request, and nanoseconds where ten routes are asked, as the program prints them.
    fn requests(&self, name: &str) -> [f64; 3] {
        let output = Command::new(self.0.join("target/release").join(name))
            .output()
            .expect("the program was built");
        let text = String::from_utf8(output.stdout).expect("numbers");
        let mut figures = text
            .split_whitespace()
            .map(|figure| figure.parse().expect("a number"));
        let mut figure = || figures.next().expect("a figure");
        let [count, nanos, _, of_ten] = [figure(), figure(), figure(), figure()];
        [count, nanos, of_ten]
    }
}

/// CPU time of all commands that have ended.
fn children() -> Duration {
    // SAFETY: the call fills the struct in, for which zeros are a value.
    let usage = unsafe {
        let mut usage: libc::rusage = mem::zeroed();
        assert_eq!(libc::getrusage(libc::RUSAGE_CHILDREN, &mut usage), 0);
        usage
    };
    [usage.ru_utime, usage.ru_stime]
        .map(|time| Duration::new(time.tv_sec as u64, time.tv_usec as u32 * 1000))
        .into_iter()
        .sum()
}

/// The pattern of a route, and a path that it matches: static, with a param, with two and text between them.
fn route(router: &str, index: usize) -> (String, String) {
    let (open, close) = if router == "axum" {
        ('{', '}')
    } else {
        ('[', ']')
    };
    let section = index % 25;
    match index % 4 {
        0 => (
            format!("/section-{section}/page-{index}"),
            format!("/section-{section}/page-{index}"),
        ),
        1 => (
            format!("/part-{index}/{open}id{close}"),
            format!("/part-{index}/17"),
        ),
        2 => (
            format!("/{open}lang{close}/page-{index}"),
            format!("/en/page-{index}"),
        ),
        _ => (
            format!("/area-{section}/{open}id{close}/item-{index}/{open}item{close}"),
            format!("/area-{section}/17/item-{index}/red-shoe"),
        ),
    }
}

/// A program that prints what a request costs among these routes: where each is asked in turn, and where the first ten are,
/// since a thousand pages are more code than the processor's caches hold.
fn program(router: &str, size: usize) -> String {
    let mut text = String::new();
    let mut paths = String::new();
    let mut routes = String::new();
    let listed = if router == UNLISTED { SIZES[0] } else { size };
    text += if router == "axum" {
        "use axum::{Router, extract::Path, response::Html, routing::get};\n"
    } else {
        "#![allow(dead_code)]\nuse isle::prelude::*;\n"
    };
    for index in 0..size {
        let (pattern, path) = route(router, index);
        let isle = ["", "id: String", "lang: String", "id: String, item: String"][index % 4];
        let axum = [
            "",
            "_: Path<String>",
            "_: Path<String>",
            "_: Path<(String, String)>",
        ][index % 4];
        let used = ["()", "id", "lang", "(id, item)"][index % 4];
        if index < listed {
            write!(paths, "{path:?}, ").expect("a String takes everything");
        }
        if router != "axum" {
            writeln!(
                text,
                "#[page({pattern:?})]\nasync fn page_{index}({isle}) -> Page {{ let _ = {used}; html! {{ <!DOCTYPE html><p>\"Page\"</p> }} }}"
            )
            .expect("a String takes everything");
            if index < listed {
                write!(routes, "page_{index}, ").expect("a String takes everything");
            }
        } else {
            writeln!(
                text,
                "async fn page_{index}({axum}) -> Html<&'static str> {{ Html(\"<!DOCTYPE html><p>Page</p>\") }}"
            )
            .expect("a String takes everything");
            write!(routes, ".route({pattern:?}, get(page_{index}))")
                .expect("a String takes everything");
        }
    }
    let built = if router == "axum" {
        format!("Router::new(){routes}")
    } else {
        format!("isle::router![{routes}]")
    };
    text + &format!(
        "fn main() {{\n    let paths = [{paths}].map(str::to_owned).to_vec();\n    let app = || {built};\n    \
         requests::print(app, paths.clone());\n    requests::print(app, paths[..{}].to_vec());\n}}\n",
        SIZES[0]
    )
}

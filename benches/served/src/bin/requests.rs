//! The same four pages, served over loopback by isle, by axum with the reference writer, by axum with maud, and by Astro:
//! server CPU time a request, requests a second, latency, memory, and the time from start to first answer.

use std::process::{Command, ExitCode};

use figures::{Record, median, ratios};
use isle_benches::dom;
use served::astro::Astro;
use served::client::{self, Answer};
use served::measured::{Server, Turns, measure, program};
use served::process::Process;
use served::wrk;

const PAGES: [&str; 4] = ["teams", "table", "product", "comments"];
const CONNECTIONS: usize = 16;
/// Sittings, each with servers that were just started: as long as a process runs, it is faster or slower by some per cent
/// than another of the same program, by where its memory lies.
const SITTINGS: usize = 3;
/// Rounds of a second for each server and page in a sitting.
const ROUNDS: usize = 5;
/// Starts of each server.
const STARTS: usize = 7;

const REFERENCE: &str = "axum, reference";
const SAME_HEADERS: &str = "axum, reference, isle's headers";
const MAUD: &str = "axum, maud";
const ISLE: &str = "isle";
const WHOLE: &str = "isle, its own server";
const ASTRO: &str = "Astro";

/// What isle's server CPU time a request may be of another's: the pages in order.
const LIMITS: [(&str, [Option<f64>; 4]); 3] = [
    (REFERENCE, [Some(1.05); 4]),
    (MAUD, [None, Some(0.4), Some(0.8), Some(0.4)]),
    (ASTRO, [Some(1.0 / 20.0), Some(1.0 / 40.0), None, None]),
];

fn main() -> ExitCode {
    let rounds = figures::rounds(ROUNDS);
    let wrk = match wrk::version() {
        Ok(version) => version,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let astro = Astro::build();
    let mut record = Record::new(
        "requests",
        format!(
            "Servers with one thread for requests, on 127.0.0.1 over {CONNECTIONS} kept connections from wrk {wrk}; \
             medians of {SITTINGS} times {rounds} rounds of a second in which the servers take turns, each time in new \
             processes. {}.",
            astro.versions
        ),
    );
    let headers = {
        let isle = Process::start(program("serve-isle"), "/teams");
        headers(&client::get(isle.port, "/teams").expect("isle answers"))
    };
    let command = |name: &str| -> Command {
        let (program_name, arguments) = match name {
            REFERENCE => ("serve-reference", Vec::new()),
            SAME_HEADERS => ("serve-reference", headers.clone()),
            MAUD => ("serve-maud", Vec::new()),
            ISLE => ("serve-isle", Vec::new()),
            WHOLE => ("serve-isle", vec!["whole".to_owned()]),
            _ => return astro.command(),
        };
        let mut command = program(program_name);
        command.args(arguments);
        command
    };
    let names = [REFERENCE, SAME_HEADERS, MAUD, ISLE, WHOLE, ASTRO];
    let start = |name| Server::new(name, Process::start(command(name), "/teams"));
    let started = || -> Vec<Server> { names.into_iter().map(start).collect() };
    let mut servers = started();
    if !same_documents(&servers, &mut record) {
        return ExitCode::FAILURE;
    }
    let starts = starts(&names, &command);

    let mut cpu = PAGES.map(|_| vec![Turns::default(); names.len()]);
    for sitting in 0..SITTINGS {
        if sitting > 0 {
            servers = started();
        }
        for (page, all) in PAGES.iter().zip(&mut cpu) {
            eprintln!("{page}: {rounds} rounds of {} seconds", servers.len());
            let turns = measure(&mut servers, &format!("/{page}"), CONNECTIONS, rounds);
            all.iter_mut()
                .zip(turns)
                .for_each(|(all, turns)| all.append(turns));
        }
    }
    for (page, turns) in PAGES.iter().zip(&cpu) {
        write(page, &names, turns, &mut record);
    }
    println!("\nmemory in MB, start to first answer in ms");
    for (server, start) in servers.iter().zip(&starts) {
        let cells = [
            ("idle", server.idle),
            ("at load", server.loaded),
            ("peak", server.process.peak()),
        ];
        for (column, value) in cells {
            record.figure("requests memory", server.name, column, value, "MB");
        }
        record.figure("requests start", server.name, "start", *start, "ms");
        println!(
            "{:34}{:>9.1}{:>9.1}{:>9.1}{start:>12.2}",
            server.name, cells[0].1, cells[1].1, cells[2].1
        );
    }
    println!();
    let kept = limits(&names, &cpu, &servers, &starts, &mut record);
    drop(servers);
    record.save().expect("the target folder can be written");
    if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What isle adds to an answer, as arguments: neither what says what the body is, nor what each answer has anew.
fn headers(answer: &Answer) -> Vec<String> {
    let own = ["content-length", "content-type", "date", "connection"];
    let added = answer
        .headers
        .iter()
        .filter(|(name, _)| !own.contains(&name.as_str()));
    added
        .map(|(name, value)| format!("{name}: {value}"))
        .collect()
}

/// Whether all servers send the same document, as a browser reads it; and how many bytes.
fn same_documents(servers: &[Server], record: &mut Record) -> bool {
    let mut same = true;
    println!(
        "{:34}{:>12}{:>12}{:>12}{:>12}",
        "bytes", PAGES[0], PAGES[1], PAGES[2], PAGES[3]
    );
    let mut trees: Vec<String> = Vec::new();
    for server in servers {
        let mut line = format!("{:34}", server.name);
        for (index, page) in PAGES.iter().enumerate() {
            let answer = client::get(server.process.port, &format!("/{page}"));
            let answer = answer.expect("it has answered before");
            line += &format!("{:>12}", answer.body.len());
            record.figure(
                "requests bytes",
                server.name,
                page,
                answer.body.len() as f64,
                "B",
            );
            let tree = dom::tree(&answer.body);
            match trees.get(index) {
                None => trees.push(tree),
                Some(first) if *first == tree => {}
                Some(first) => {
                    same = false;
                    let differs = tree
                        .lines()
                        .zip(first.lines())
                        .find(|(one, other)| one != other);
                    println!("{} sends another {page}: {differs:?}", server.name);
                }
            }
        }
        println!("{line}");
    }
    same
}

/// From the start of each server to its first answer, the median, in milliseconds; they take turns.
fn starts(names: &[&'static str], command: &dyn Fn(&str) -> Command) -> Vec<f64> {
    let mut times = vec![Vec::new(); names.len()];
    for _ in 0..STARTS {
        for (name, times) in names.iter().zip(&mut times) {
            let process = Process::start(command(name), "/teams");
            times.push(process.start.as_secs_f64() * 1e3);
        }
    }
    times.into_iter().map(median).collect()
}

fn write(page: &str, names: &[&str], turns: &[Turns], record: &mut Record) {
    println!(
        "\n{page:34}{:>12}{:>9}{:>12}{:>10}{:>10}",
        "CPU us", "ratio", "a second", "p50 us", "p99 us"
    );
    for (name, it) in names.iter().zip(turns) {
        let ratio = ratios(&it.cpu, &turns[0].cpu);
        let [cpu, rate, p50, p99] =
            [&it.cpu, &it.rate, &it.p50, &it.p99].map(|it| median(it.clone()));
        println!("{name:34}{cpu:>12.2}{ratio:>9.3}{rate:>12.0}{p50:>10.0}{p99:>10.0}");
        record.compared("requests cpu", name, page, (cpu, "us"), ratio);
        record.figure("requests rate", name, page, rate, "/s");
        record.figure("requests p50", name, page, p50, "us");
        record.figure("requests p99", name, page, p99, "us");
    }
}

/// The limits; whether all are kept.
fn limits(
    names: &[&str],
    cpu: &[Vec<Turns>],
    servers: &[Server],
    starts: &[f64],
    record: &mut Record,
) -> bool {
    let at = |name| {
        names
            .iter()
            .position(|it| *it == name)
            .expect("it is served")
    };
    let (isle, astro) = (at(ISLE), at(ASTRO));
    let mut kept = true;
    for (other, most) in LIMITS {
        for ((page, turns), most) in PAGES.iter().zip(cpu).zip(most) {
            if let Some(most) = most {
                let ratio = ratios(&turns[isle].cpu, &turns[at(other)].cpu);
                kept &= record.limit(
                    format!("server CPU of isle to {other}, {page}"),
                    ratio,
                    most,
                );
            }
        }
    }
    let memory = servers[isle].loaded / servers[astro].loaded;
    kept &= record.limit("memory at load of isle to Astro", memory, 1.0 / 20.0);
    kept & record.limit(
        "start of isle to Astro",
        starts[isle] / starts[astro],
        1.0 / 10.0,
    )
}

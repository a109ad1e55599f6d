//! How isle's server goes on from 1 connection to 64, and from pages of 10 kB to 10 MB, beside axum with the reference
//! writer: server CPU time a request, requests a second, latency.

use std::process::ExitCode;

use figures::{Record, median, ratios};
use served::client;
use served::measured::{Server, Turns, measure, program};
use served::process::Process;
use served::wrk;

const CONNECTIONS: [usize; 7] = [1, 2, 4, 8, 16, 32, 64];
/// Comments, which come to 10 kB, 100 kB, 1 MB and 10 MB.
const SIZES: [(usize, &str); 4] = [
    (21, "10 kB"),
    (209, "100 kB"),
    (2_092, "1 MB"),
    (20_920, "10 MB"),
];
/// Connections for the pages of different sizes: few, since each has its own page in memory.
const FEW: usize = 4;
/// Rounds of a second for each.
const ROUNDS: usize = 3;
const NAMES: [&str; 2] = ["axum, reference", "isle"];

fn main() -> ExitCode {
    let rounds = figures::rounds(ROUNDS);
    let wrk = match wrk::version() {
        Ok(version) => version,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let mut record = Record::new(
        "connections",
        format!(
            "Servers with one thread, on 127.0.0.1, asked by wrk {wrk}: the product page over more and more connections, \
             and pages of comments over {FEW}; medians of {rounds} rounds of a second in which the servers take turns."
        ),
    );
    let start = |(name, file)| Server::new(name, Process::start(program(file), "/teams"));
    let files = ["serve-reference", "serve-isle"];
    let mut servers: Vec<Server> = NAMES.into_iter().zip(files).map(start).collect();

    head("connections");
    for connections in CONNECTIONS {
        let turns = measure(&mut servers, "/product", connections, rounds);
        write("connections", &connections.to_string(), &turns, &mut record);
    }
    head("page");
    for (count, name) in SIZES {
        let path = format!("/comments/{count}");
        let [first, second] = [0, 1].map(|index: usize| {
            let answer = client::get(servers[index].process.port, &path);
            answer.expect("the server answers").body
        });
        assert!(first == second, "both send the same page");
        let turns = measure(&mut servers, &path, FEW, rounds);
        write("sent", name, &turns, &mut record);
        for (row, it) in NAMES.iter().zip(&turns) {
            let byte = median(it.cpu.clone()) * 1e3 / first.len() as f64;
            record.figure("sent byte", row, name, byte, "ns");
        }
    }
    drop(servers);
    record.save().expect("the target folder can be written");
    ExitCode::SUCCESS
}

fn head(first: &str) {
    println!(
        "\n{first:12}{:18}{:>12}{:>9}{:>12}{:>10}{:>10}",
        "", "CPU us", "ratio", "a second", "p50 us", "p99 us"
    );
}

fn write(table: &str, column: &str, turns: &[Turns], record: &mut Record) {
    for (name, it) in NAMES.iter().zip(turns) {
        let ratio = ratios(&it.cpu, &turns[0].cpu);
        let [cpu, rate, p50, p99] =
            [&it.cpu, &it.rate, &it.p50, &it.p99].map(|it| median(it.clone()));
        println!("{column:12}{name:18}{cpu:>12.2}{ratio:>9.3}{rate:>12.0}{p50:>10.0}{p99:>10.0}");
        record.compared(&format!("{table} cpu"), name, column, (cpu, "us"), ratio);
        record.figure(&format!("{table} rate"), name, column, rate, "/s");
        record.figure(&format!("{table} p99"), name, column, p99, "us");
    }
}

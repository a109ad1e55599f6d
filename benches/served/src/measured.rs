//! Servers in turns, round by round: what a request costs each of them.

use crate::process::Process;
use crate::wrk::{self, Load};

/// A server, and what was measured of it.
pub struct Server {
    pub name: &'static str,
    pub process: Process,
    /// Memory before the first load, in MB.
    pub idle: f64,
    /// The most that was seen in the middle of a turn, in MB.
    pub loaded: f64,
}

/// What was measured of a server at one page, a value for each round.
#[derive(Debug, Default, Clone)]
pub struct Turns {
    /// Microseconds of CPU time a request.
    pub cpu: Vec<f64>,
    /// Requests a second.
    pub rate: Vec<f64>,
    /// Microseconds within which half of the requests were answered.
    pub p50: Vec<f64>,
    /// Microseconds within which 99 of 100 were.
    pub p99: Vec<f64>,
}

impl Turns {
    /// Adds what was measured later.
    pub fn append(&mut self, later: Turns) {
        self.cpu.extend(later.cpu);
        self.rate.extend(later.rate);
        self.p50.extend(later.p50);
        self.p99.extend(later.p99);
    }
}

impl Server {
    /// A server that has answered once.
    pub fn new(name: &'static str, process: Process) -> Self {
        let idle = process.memory();
        Self {
            name,
            process,
            idle,
            loaded: idle,
        }
    }

    /// One turn.
    fn turn(&mut self, path: &str, connections: usize, turns: &mut Turns) {
        let before = self.process.computed();
        let (process, loaded) = (&self.process, &mut self.loaded);
        let load = wrk::load(process.port, path, connections, || {
            *loaded = loaded.max(process.memory());
        });
        let Load {
            requests,
            rate,
            p50,
            p99,
        } = load;
        turns
            .cpu
            .push((self.process.computed() - before) * 1e6 / requests);
        turns.rate.push(rate);
        turns.p50.push(p50);
        turns.p99.push(p99);
    }
}

/// Each server is asked for a path in each round, and each round begins with another server. A round before warms up.
pub fn measure(
    servers: &mut [Server],
    path: &str,
    connections: usize,
    rounds: usize,
) -> Vec<Turns> {
    let mut turns = vec![Turns::default(); servers.len()];
    for server in servers.iter_mut() {
        server.turn(path, connections, &mut Turns::default());
    }
    for round in 0..rounds {
        for turn in 0..servers.len() {
            let index = (turn + round) % servers.len();
            servers[index].turn(path, connections, &mut turns[index]);
        }
    }
    turns
}

/// A program of this package, which was built with the one that runs.
pub fn program(name: &str) -> std::process::Command {
    let here = std::env::current_exe().expect("the program has a path");
    let path = here.with_file_name(name);
    assert!(
        path.exists(),
        "{} is not built: `cargo build --release -p served`",
        path.display()
    );
    std::process::Command::new(path)
}

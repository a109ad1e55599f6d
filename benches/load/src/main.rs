//! The standalone server at the machine's limit, half of the requests malformed, slow clients and panicking pages among
//! them: `load [SECONDS] [CLIENTS]`, 60 and 32 if not given.
//!
//! Fails on a wrong answer, on a request that was let in and not answered, and where the server's memory afterwards is
//! more than 1.2 of what it was after warming up. Everything stays on 127.0.0.1.
#![forbid(unsafe_code)]

mod client;
mod hostile;
mod memory;
mod random;
mod server;
mod tally;

use std::env;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use memory::Memory;
use tally::Tally;

/// How much more memory there may be afterwards.
const MOST: f64 = 1.2;
/// How long the server needs to close what nobody uses, and a little.
const SETTLE: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let first = arguments.next();
    if first.as_deref() == Some("serve") {
        server::serve().await;
        return ExitCode::SUCCESS;
    }
    let seconds = first.map_or(60, |it| it.parse().expect("a number of seconds"));
    let clients = arguments
        .next()
        .map_or(32, |it| it.parse().expect("a number of clients"));
    let (mut child, address) = start();
    let memory = Memory::of(child.id());

    let warm_up = Duration::from_secs((seconds / 3).clamp(5, 20));
    let warm = load(address, clients, warm_up).await;
    tokio::time::sleep(SETTLE).await;
    let before = memory.now();
    let start = Instant::now();
    let tally = load(address, clients, Duration::from_secs(seconds)).await;
    let took = start.elapsed();
    tokio::time::sleep(SETTLE).await;
    let (after, peak) = (memory.now(), memory.peak());
    let ended = end(&mut child).await;

    println!("{}", tally.report(took));
    let ratio = after / before;
    println!(
        "memory: {before:.1} MB after warming up, {peak:.1} MB at its peak, {after:.1} MB afterwards ({ratio:.2})"
    );
    let failures = warm.failures() + tally.failures();
    let well = failures == 0 && ratio <= MOST && ended && tally.requests() > 0;
    println!("{}", if well { "passed" } else { "FAILED" });
    if !ended {
        println!("the server did not end when it was asked to");
    }
    if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Starts the server as a process of its own, whose memory is the server's alone.
fn start() -> (Child, SocketAddr) {
    let program = env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .arg("serve")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut line = String::new();
    let mut lines = BufReader::new(child.stdout.take().expect("its output"));
    lines.read_line(&mut line).expect("its address");
    let address = line.trim().parse().expect("an address");
    (child, address)
}

/// Asks the server to end, and says whether it did.
async fn end(child: &mut Child) -> bool {
    let id = child.id().to_string();
    let told = Command::new("kill").args(["-s", "TERM", &id]).status();
    for _ in 0..200 {
        if let Ok(Some(status)) = child.try_wait() {
            return told.is_ok_and(|told| told.success()) && status.success();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let _ = child.kill();
    false
}

async fn load(address: SocketAddr, clients: u64, time: Duration) -> Arc<Tally> {
    let tally = Arc::new(Tally::default());
    let end = Instant::now() + time;
    let mut running = Vec::new();
    for number in 0..clients {
        running.push(tokio::spawn(client::run(
            address,
            number,
            end,
            tally.clone(),
        )));
    }
    for number in 0..clients.div_ceil(4) {
        running.push(tokio::spawn(hostile::slow(
            address,
            number,
            end,
            tally.clone(),
        )));
    }
    for task in running {
        task.await.expect("a client does not panic");
    }
    tally
}

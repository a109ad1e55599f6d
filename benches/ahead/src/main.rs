//! What a prerendered page costs the server, beside axum that serves the same bytes from a `static` `Bytes`: processor
//! time a request, in one run, in turns.

mod pages;
mod server;

use std::sync::OnceLock;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use figures::{Record, median, ratios};
use isle::Settings;
use server::{Client, Server};

isle::site! { SITE: [pages::small, pages::large] }

static SMALL: OnceLock<Bytes> = OnceLock::new();
static LARGE: OnceLock<Bytes> = OnceLock::new();

/// How many requests a turn has, and how many turns there are.
const REQUESTS: u32 = 1000;
const ROUNDS: usize = 101;

fn main() {
    on_one_core();
    let rounds = figures::rounds(ROUNDS);
    let mut record = Record::new(
        "ahead",
        format!(
            "Pages that isle rendered ahead of time, and the same bytes by axum; CPU time of the server's thread, medians \
             of {rounds} rounds of {REQUESTS} requests."
        ),
    );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let site = runtime
        .block_on(SITE::prepare(Settings::default(), &()))
        .expect("the pages are rendered");
    let isle = Server::start(site.router());
    for (path, bytes) in [("/small", &SMALL), ("/large", &LARGE)] {
        let mut client = isle.connect(request(path));
        bytes
            .set(Bytes::copy_from_slice(client.get().1))
            .expect("it is set once");
    }
    let serve = |bytes: &'static OnceLock<Bytes>| {
        get(move || async move {
            let html = [(CONTENT_TYPE, "text/html; charset=utf-8")];
            (html, bytes.get().cloned().unwrap_or_default())
        })
    };
    let axum = Router::new()
        .route("/small", serve(&SMALL))
        .route("/large", serve(&LARGE));
    let axum = Server::start(axum);
    println!(
        "page     bytes    axum us/request    isle us/request    ratio (median of {rounds} rounds)"
    );
    let mut limits = Vec::new();
    for path in ["/small", "/large"] {
        let servers = [&axum, &isle];
        let mut clients = servers.map(|server| server.connect(request(path)));
        let bodies = [0, 1].map(|index: usize| clients[index].get().1.to_vec());
        assert_eq!(bodies[0], bodies[1], "both send the same bytes");
        let mut times = [Vec::new(), Vec::new()];
        for round in 0..rounds {
            for turn in 0..2 {
                let index = (round + turn) % 2;
                times[index].push(turn_of(servers[index], &mut clients[index]));
            }
        }
        let ratio = ratios(&times[1], &times[0]);
        let [axum, isle] = times.map(median);
        println!(
            "{path:8} {:6} {axum:14.2} {isle:18.2} {ratio:14.3}",
            bodies[0].len()
        );
        let column = format!("{} B", bodies[0].len());
        record.compared("ahead", "axum, the same bytes", &column, (axum, "us"), 1.0);
        record.compared("ahead", "isle, prerendered", &column, (isle, "us"), ratio);
        let name = format!("a prerendered page of isle's to axum with the same bytes, {column}");
        limits.push((name, ratio));
    }
    println!();
    for (name, ratio) in limits {
        record.limit(name, ratio, 1.1);
    }
    record.save().expect("the target folder can be written");
}

fn request(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: example.com\r\nuser-agent: bench\r\naccept: */*\r\n\r\n")
}

/// Microseconds of the server's thread for a request.
fn turn_of(server: &Server, client: &mut Client) -> f64 {
    for _ in 0..REQUESTS / 10 {
        client.get();
    }
    let before = server.computed();
    for _ in 0..REQUESTS {
        client.get();
    }
    let took = server.computed() - before;
    took.as_secs_f64() * 1e6 / f64::from(REQUESTS)
}

/// Keeps all threads on one core: on two, what is measured is how they wake each other. Elsewhere than on Linux it is left.
fn on_one_core() {
    #[cfg(target_os = "linux")]
    // SAFETY: zeros are an empty set, and 0 is this thread, from which all others come.
    unsafe {
        let mut cores: libc::cpu_set_t = std::mem::zeroed();
        libc::CPU_SET(0, &mut cores);
        libc::sched_setaffinity(0, size_of::<libc::cpu_set_t>(), &cores);
    }
}

//! Raw requests of public suites, sent to the standalone server as they are.
//!
//! What is answered stands in `tests/data/http_requests.tsv`, one row a request: its id, the statuses, and what the
//! application saw. `ISLE_WRITE=1` writes it down anew; read the difference before it is kept.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, fs};

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use isle::Settings;
use isle::serve::{Limits, Server};
use isle_tests::conformance::Conformance;
use isle_tests::raw::{self, to_end};
use isle_tests::rows::text;
use serde_json::Value;
use tokio::io::AsyncWriteExt;
use tokio::runtime::Runtime;

/// What became of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outcome {
    /// The statuses of the answers, in order.
    statuses: Vec<u16>,
    /// What the application was asked for: methods and targets.
    seen: Vec<String>,
}

impl Outcome {
    fn line(&self) -> String {
        let statuses: Vec<String> = self.statuses.iter().map(u16::to_string).collect();
        let or_none = |list: Vec<String>| {
            if list.is_empty() {
                "-".to_owned()
            } else {
                list.join(", ")
            }
        };
        format!("{}\t{}", or_none(statuses), or_none(self.seen.clone()))
    }
}

async fn outcome(raw: &str) -> Outcome {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let record = {
        let seen = seen.clone();
        move |request: Request, next: Next| {
            let asked = format!("{} {}", request.method(), request.uri().path());
            seen.lock().unwrap().push(asked);
            next.run(request)
        }
    };
    let app = isle_fixture::app(Settings::default()).layer(from_fn(record));
    let moment = Duration::from_secs(1);
    let limits = Limits {
        first_byte: moment,
        header: moment,
        body: moment,
        idle: moment,
        ..Limits::default()
    };
    let server = raw::Server::serve(Server::new().limits(limits), app).await;
    let bytes: Vec<u8> = raw.chars().map(|char| char as u8).collect();
    let mut stream = server.connect().await;
    stream.write_all(&bytes).await.expect("sending");
    // It closes the connection in any case: that nothing hangs is a part of the property.
    let answers = to_end(&mut stream).await;
    let answers = String::from_utf8_lossy(&answers);
    let statuses = answers
        .match_indices("HTTP/1.")
        .filter_map(|(at, start)| answers[at + start.len()..].get(2..5)?.parse().ok())
        .collect();
    let healthy = server.get("/new").await.status;
    assert_eq!(healthy, 200, "the server does not go on after {raw:?}");
    let mut seen = seen.lock().unwrap().clone();
    // The last is the question whether it goes on.
    seen.pop();
    Outcome { statuses, seen }
}

/// Rows in which a line ends with LF alone, as a recipient may let it (RFC 9112, section 2.2).
const BARE_LF: [&str; 1] = ["llhttp/invalid/Empty headers separated by LF"];

/// How many requests a strict reader finds at most: whose head it reads, whatever it finds in the body.
fn most(row: &Value) -> usize {
    let reference = &row["ref"];
    if let Some(complete) = reference["complete"].as_u64() {
        let error = reference["llhttp"].as_str().unwrap_or_default();
        let begun = error.contains("chunk") || BARE_LF.contains(&text(&row["id"]));
        return usize::try_from(complete).unwrap() + usize::from(begun);
    }
    let heads = |version| text(&row["raw"]).matches(version).count();
    match text(&row["class"]) {
        "smuggling" if reference["second_is_legit"] == true => 2,
        "smuggling" => 1,
        _ => heads(" HTTP/1.") + heads("PRI * HTTP/2.0"),
    }
}

fn property(row: &Value, outcome: &Outcome) -> Result<(), String> {
    let legit = row["ref"]["second_is_legit"] == true;
    let smuggled = |asked: &String| {
        ["/smuggled", "pwned", "/evil"]
            .iter()
            .any(|path| asked.contains(path))
    };
    if !legit && outcome.seen.iter().any(smuggled) {
        return Err(format!("smuggled: {outcome:?}"));
    }
    if outcome.seen.len() > most(row) {
        return Err(format!(
            "{outcome:?}, though a strict reader finds {}",
            most(row)
        ));
    }
    let refused = outcome.statuses.iter().position(|status| *status == 400);
    if refused.is_some_and(|at| at + 1 != outcome.statuses.len()) {
        return Err(format!("the connection went on after a 400: {outcome:?}"));
    }
    if outcome.statuses.iter().any(|status| *status >= 500) {
        return Err(format!("a failure: {outcome:?}"));
    }
    Ok(())
}

fn path() -> &'static Path {
    Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/data/http_requests.tsv"
    ))
}

fn table() -> BTreeMap<String, String> {
    let table = fs::read_to_string(path()).expect("the reviewed table");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split_once('\t'))
        .map(|(id, rest)| (id.to_owned(), rest.to_owned()))
        .collect()
}

const HEAD: &str = "# What the standalone server answers to http_requests.json: id, statuses, and what the application saw.";

#[test]
fn http_requests() {
    let Some(cases) = Conformance::read("http_requests") else {
        return;
    };
    let runtime = Runtime::new().expect("a runtime");
    let rows = cases.rows("requests");
    let outcomes: BTreeMap<String, Outcome> = runtime.block_on(async {
        let mut outcomes = BTreeMap::new();
        for some in rows.chunks(32) {
            let running = some.iter().map(|row| {
                let (id, raw) = (text(&row["id"]).to_owned(), text(&row["raw"]).to_owned());
                tokio::spawn(async move { (id, outcome(&raw).await) })
            });
            for task in running.collect::<Vec<_>>() {
                let (id, outcome) = task.await.expect("no panic");
                outcomes.insert(id, outcome);
            }
        }
        outcomes
    });
    if env::var_os("ISLE_WRITE").is_some() {
        let lines = outcomes
            .iter()
            .map(|(id, outcome)| format!("{id}\t{}\n", outcome.line()));
        fs::write(path(), format!("{HEAD}\n{}", lines.collect::<String>())).expect("writing");
    }
    let reviewed = table();
    cases.each("requests", |row| {
        let id = text(&row["id"]);
        let outcome = &outcomes[id];
        property(row, outcome)?;
        match reviewed.get(id) {
            Some(line) if *line == outcome.line() => Ok(()),
            Some(line) => Err(format!("{:?}, reviewed was {line:?}", outcome.line())),
            None => Err("it is not in the reviewed table".to_owned()),
        }
    });
    assert_eq!(reviewed.len(), rows.len());
}

//! The shop behind nginx, by the configuration in `adapters/nginx`: what is kept, what is shown while it is asked again,
//! and that any of two instances knows a session. `ISLE_NGINX` names the program; without it the test is skipped.
#![forbid(unsafe_code)]

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use isle::request::Keys;
use isle::{MatchedPattern, Settings};
use isle_tests::raw::{Answer, Server};
use shop::database::{DEMO_LOGIN, DEMO_PASSWORD, Database};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

/// How long nginx may keep the journal in these tests.
const KEPT: Duration = Duration::from_secs(2);

/// What the two instances of the shop count together.
#[derive(Clone, Default)]
struct Counts {
    feed: Arc<AtomicUsize>,
    dashboard: Arc<[AtomicUsize; 2]>,
    /// While it is set, the journal answers nobody.
    held: Arc<AtomicBool>,
}

/// Counts what reaches an instance, and lets the journal be kept for two seconds.
async fn count(
    State((counts, instance)): State<(Counts, usize)>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/feed" {
        counts.feed.fetch_add(1, Ordering::SeqCst);
        while counts.held.load(Ordering::SeqCst) {
            sleep(Duration::from_millis(10)).await;
        }
    }
    let mut response = next.run(request).await;
    match response.extensions().get().map(MatchedPattern::as_str) {
        Some("/feed") => {
            let own = response.headers()[CACHE_CONTROL].to_str().unwrap();
            let short = own.replace("s-maxage=60", "s-maxage=2");
            assert_ne!(own, short);
            let short = HeaderValue::try_from(short).unwrap();
            response.headers_mut().insert(CACHE_CONTROL, short);
        }
        Some("/dashboard") if response.status() == 200 => {
            counts.dashboard[instance].fetch_add(1, Ordering::SeqCst);
        }
        _ => {}
    }
    response
}

/// nginx, in a folder of its own, with two instances of the shop behind it.
struct Nginx {
    program: Child,
    folder: PathBuf,
    port: u16,
    counts: Counts,
    _instances: Vec<Server>,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let id = self.program.id().to_string();
        let _ = Command::new("kill").args(["-s", "TERM", &id]).status();
        let _ = self.program.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Nginx {
    /// Nothing, where there is no nginx.
    async fn start(name: &str) -> Option<Nginx> {
        let Some(nginx) = std::env::var_os("ISLE_NGINX") else {
            println!("skipped: ISLE_NGINX names no nginx");
            return None;
        };
        let folder = std::env::temp_dir().join(format!("isle-nginx-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let counts = Counts::default();
        let mut instances = Vec::new();
        let mut config = include_str!("../../adapters/nginx/nginx.conf").to_owned();
        for (instance, written) in ["127.0.0.1:3001", "127.0.0.1:3002"].into_iter().enumerate() {
            // One key for both, and one database.
            let keys = Keys::read("one key for both instances of the shop behind nginx").unwrap();
            let settings = Settings::default().keys(keys);
            let database = Database::open(&folder.join("shop.sqlite")).unwrap();
            let app = shop::app(settings, database).await.unwrap();
            let counted = from_fn_with_state((counts.clone(), instance), count);
            let server = Server::start(app.layer(counted)).await;
            assert!(config.contains(written));
            config = config.replace(written, &server.address().to_string());
            instances.push(server);
        }
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        config = config.replace("127.0.0.1:3000", &format!("127.0.0.1:{port}"));
        std::fs::write(folder.join("nginx.conf"), config).unwrap();
        let program = Command::new(nginx)
            .arg("-p")
            .arg(&folder)
            .args(["-e", "stderr", "-c", "nginx.conf"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let nginx = Nginx {
            program,
            folder,
            port,
            counts,
            _instances: instances,
        };
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            sleep(Duration::from_millis(20)).await;
        }
        Some(nginx)
    }

    async fn get(&self, target: &str) -> Answer {
        self.request("GET", target, &[], "").await
    }

    async fn request(
        &self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut text =
            format!("{method} {target} HTTP/1.1\r\nhost: shop.test\r\nconnection: close\r\n");
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        text.push_str(body);
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        // While nginx asks again in the background, it has answered and keeps the connection all the same.
        let mut bytes = Vec::new();
        loop {
            let read = stream.read_buf(&mut bytes).await.unwrap();
            let answer = Answer::read(&bytes);
            let length = answer
                .header("content-length")
                .and_then(|length| length.parse().ok());
            if read == 0 || length == Some(answer.body.len()) {
                return answer;
            }
        }
    }
}

fn cache(answer: &Answer) -> &str {
    answer.header("x-cache").unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_is_kept_and_shown_while_it_is_asked_again() {
    let Some(nginx) = Nginx::start("stale").await else {
        return;
    };
    let feed = || nginx.counts.feed.load(Ordering::SeqCst);
    let first = nginx.get("/feed").await;
    assert_eq!((first.status, cache(&first)), (200, "MISS"));
    let second = nginx.get("/feed").await;
    assert_eq!((cache(&second), feed()), ("HIT", 1));
    assert_eq!(second.body, first.body);

    nginx.counts.held.store(true, Ordering::SeqCst);
    // nginx counts in whole seconds.
    sleep(KEPT).await;
    while cache(&nginx.get("/feed").await) == "HIT" {
        sleep(Duration::from_millis(50)).await;
    }
    // Nobody waits for the shop, which answers nobody now; one request of these has it asked.
    for _ in 0..5 {
        let stale = nginx.get("/feed").await;
        assert!(
            matches!(cache(&stale), "STALE" | "UPDATING"),
            "{}",
            cache(&stale)
        );
        assert_eq!(stale.body, first.body);
    }
    while feed() < 2 {
        sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(feed(), 2);
    nginx.counts.held.store(false, Ordering::SeqCst);
    while cache(&nginx.get("/feed").await) != "HIT" {
        sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn under_load_the_shop_is_asked_for_the_journal_once_in_two_seconds() {
    let Some(nginx) = Nginx::start("load").await else {
        return;
    };
    let nginx = Arc::new(nginx);
    let start = Instant::now();
    let clients: Vec<_> = (0..8)
        .map(|_| {
            let nginx = nginx.clone();
            tokio::spawn(async move {
                let mut answers = 0;
                while start.elapsed() < Duration::from_secs(7) {
                    let answer = nginx.get("/feed").await;
                    assert_eq!(answer.status, 200);
                    answers += 1;
                }
                answers
            })
        })
        .collect();
    let mut answers = 0;
    for client in clients {
        answers += client.await.unwrap();
    }
    let lived = start.elapsed().as_secs_f64() / KEPT.as_secs_f64();
    let asked = nginx.counts.feed.load(Ordering::SeqCst);
    println!(
        "{answers} answers in {:.1} s, of which the shop gave {asked}",
        start.elapsed().as_secs_f64()
    );
    assert!(
        asked >= 2 && answers > 10 * asked,
        "{answers} answers, {asked} from the shop"
    );
    assert!(
        asked as f64 <= lived + 1.0,
        "{asked} in {lived} times two seconds"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_known_to_both_instances_and_kept_by_no_cache() {
    let Some(nginx) = Nginx::start("session").await else {
        return;
    };
    let form = format!("name={DEMO_LOGIN}&password={DEMO_PASSWORD}");
    let length = form.len().to_string();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-length", &*length),
        ("sec-fetch-site", "same-origin"),
    ];
    let answer = nginx.request("POST", "/login", &headers, &form).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (302, Some("/dashboard"))
    );
    let cookies = answer.cookies();
    for _ in 0..6 {
        let answer = nginx
            .request("GET", "/dashboard", &[("cookie", &cookies)], "")
            .await;
        assert_eq!((answer.status, cache(&answer)), (200, "MISS"));
        assert!(answer.text().contains("Welcome back"));
    }
    // The next visitor does not see it.
    assert_eq!(nginx.get("/dashboard").await.status, 302);
    let seen = nginx
        .counts
        .dashboard
        .iter()
        .map(|count| count.load(Ordering::SeqCst));
    assert!(
        seen.clone().all(|count| count > 0),
        "{:?}",
        seen.collect::<Vec<_>>()
    );
}

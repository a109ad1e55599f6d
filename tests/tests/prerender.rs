//! Pages rendered ahead of time, over the wire: what is sent, what is not, and what stops the start.
#![forbid(unsafe_code)]

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use isle::ahead::NotPrepared;
use isle::prelude::*;
use isle::{Prepared, Settings};
use isle_tests::raw::{Answer, Server};

/// Counts how often a page is rendered.
#[derive(Clone, Default)]
struct State_ {
    rendered: Arc<AtomicUsize>,
    slugs: Vec<String>,
}

impl State_ {
    fn with(slugs: &[&str]) -> Self {
        Self {
            slugs: slugs.iter().map(|slug| (*slug).to_owned()).collect(),
            ..Self::default()
        }
    }

    fn count(&self) -> usize {
        self.rendered.load(Ordering::SeqCst)
    }
}

type App = State<State_>;

#[page("/about", prerender)]
async fn about(State(app): App, head: ResponseHead) -> Page {
    app.rendered.fetch_add(1, Ordering::SeqCst);
    head.header("x-own", "kept");
    html! { <h1>About</h1>{for _ in 0..100 { <p>the same again</p> }} }
}

#[page("/kept", prerender)]
async fn kept(head: ResponseHead) -> Html {
    head.header(CACHE_CONTROL, "public, max-age=60");
    head.status(203);
    html! { <h1>Kept</h1> }
}

async fn slugs(State(app): App) -> Result<Vec<String>, std::io::Error> {
    match app.slugs.first().map(String::as_str) {
        Some("broken list") => Err(std::io::Error::other("the disk is gone")),
        _ => Ok(app.slugs),
    }
}

#[page("/blog/[slug]", prerender = slugs)]
async fn post(slug: String, State(app): App) -> Page {
    app.rendered.fetch_add(1, Ordering::SeqCst);
    match &*slug {
        "broken" => Err("no ink")?,
        "panics" => panic!("no paper"),
        "moved" => redirect("/about"),
        "lost" => not_found(),
        "own" => respond((StatusCode::IM_A_TEAPOT, "short and stout")),
        _ => html! { <h1>{slug}</h1> },
    }
}

#[page("/blog/new")]
async fn new(cookies: Cookies) -> Page {
    html! { <h1>New{cookies.has("a").then_some("!")}</h1> }
}

async fn pairs() -> Vec<(u8, &'static str)> {
    vec![(1, "a"), (2, "b c")]
}

#[page("/pairs/[number]-[text]", prerender = pairs)]
async fn pair(number: u8, text: String) -> Html {
    html! { <p>{number}" "{text}</p> }
}

async fn rests() -> Vec<Vec<&'static str>> {
    vec![vec![], vec!["a", "b"]]
}

#[page("/docs/[...path]", prerender = rests)]
async fn docs(path: Vec<String>) -> Html {
    html! { <p>{path.join("|")}</p> }
}

#[endpoint(GET, "/feed.xml", prerender)]
async fn feed() -> impl axum::response::IntoResponse {
    ([("content-type", "application/rss+xml")], "<rss></rss>")
}

#[endpoint(POST, "/about")]
async fn write() -> &'static str {
    "written"
}

#[page("/404", prerender)]
async fn lost() -> Html {
    html! { <h1>Nothing here</h1> }
}

#[page("/[...all]")]
async fn all(all: Option<String>) -> Page {
    match all.as_deref() {
        Some("nowhere") => not_found(),
        _ => html! { <p>on demand</p> },
    }
}

isle::site! { SITE: [about, kept, post, new, pair, docs, feed, write, lost, all] }

async fn prepared(state: &State_) -> Result<Prepared<State_>, NotPrepared> {
    SITE::prepare(Settings::default(), state).await
}

async fn server(state: State_) -> Server {
    let site = prepared(&state).await.unwrap();
    let app = axum::Router::new()
        .merge(site.router())
        .fallback(site.not_found())
        .with_state(state);
    Server::start(app).await
}

#[tokio::test]
async fn it_is_rendered_once_and_sent_with_its_head() {
    let state = State_::with(&["a", "b", "a"]);
    let server = server(state.clone()).await;
    let before = state.count();
    for query in ["", "?", "?a=1"] {
        let answer = server.get(&format!("/about{query}")).await;
        assert_eq!(answer.status, 200);
        assert!(answer.text().starts_with("<!DOCTYPE html><h1>About</h1>"));
        assert_eq!(answer.header("x-own"), Some("kept"));
        assert_eq!(
            answer.header("content-type"),
            Some("text/html; charset=utf-8")
        );
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        let length = answer.body.len().to_string();
        assert_eq!(answer.all("content-length"), [&length]);
    }
    assert!(server.get("/blog/b").await.text().contains("<h1>b</h1>"));
    assert_eq!(state.count(), before, "nothing is rendered for a request");
    let answer = server.get("/kept").await;
    assert_eq!(
        (answer.status, answer.header("cache-control")),
        (203, Some("public, max-age=60"))
    );
    let answer = server.get("/feed.xml").await;
    assert_eq!(answer.header("content-type"), Some("application/rss+xml"));
    assert_eq!(answer.text(), "<rss></rss>");
}

#[tokio::test]
async fn who_has_it_is_told_so() {
    let server = server(State_::default()).await;
    let first = server.get("/about").await;
    let tag = first.header("etag").unwrap().to_owned();
    assert!(
        tag.starts_with('"') && tag.len() > 16,
        "a strong tag: {tag}"
    );
    for held in [&*tag, "\"x\", W/\"y\"", "*"] {
        let held = if held.contains('y') {
            format!("{held}, {tag}")
        } else {
            held.to_owned()
        };
        for method in ["GET", "HEAD"] {
            let answer = server
                .request(method, "/about", &[("if-none-match", &held)])
                .await;
            assert_eq!(
                (answer.status, answer.body.len()),
                (304, 0),
                "{method} {held}"
            );
            assert_eq!(answer.header("etag"), Some(&*tag));
            assert_eq!(answer.header("cache-control"), Some("no-cache"));
        }
    }
    let answer = server
        .request("GET", "/about", &[("if-none-match", "\"other\"")])
        .await;
    assert_eq!((answer.status, answer.body), (200, first.body));
    let answer = server
        .request("GET", "/about", &[("if-match", "\"other\"")])
        .await;
    assert_eq!((answer.status, answer.body.len()), (412, 0));
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let server = server(State_::default()).await;
    for accept in ["identity", "br", "gzip"] {
        let headers = [("accept-encoding", accept)];
        let get = server.request("GET", "/about", &headers).await;
        let head = server.request("HEAD", "/about", &headers).await;
        assert_eq!((head.status, head.body.len()), (200, 0));
        let kept = |answer: &Answer| -> Vec<(String, String)> {
            let headers = answer.headers.iter();
            let mut kept: Vec<_> = headers
                .filter(|(name, _)| name != "date")
                .cloned()
                .collect();
            kept.sort();
            kept
        };
        assert_eq!(kept(&head), kept(&get));
    }
}

#[tokio::test]
async fn the_coding_is_the_one_that_is_wanted() {
    let server = server(State_::default()).await;
    let plain = server.get("/about").await;
    let mut tags = vec![plain.header("etag").unwrap().to_owned()];
    for (accept, coding) in [
        ("gzip, deflate, br, zstd", Some("br")),
        ("gzip", Some("gzip")),
        ("br;q=0.1, gzip;q=0.2", Some("gzip")),
        ("br;q=0, gzip;q=0", None),
        ("zstd", None),
    ] {
        let answer = server
            .request("GET", "/about", &[("accept-encoding", accept)])
            .await;
        assert_eq!(answer.header("content-encoding"), coding, "{accept}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
        let mut body = Vec::new();
        match coding {
            Some("br") => brotli::BrotliDecompress(&mut &*answer.body, &mut body).unwrap(),
            Some(_) => drop(flate2::read::GzDecoder::new(&*answer.body).read_to_end(&mut body)),
            None => body.clone_from(&answer.body),
        }
        assert_eq!(body, plain.body, "{accept}");
        if coding.is_some() {
            assert!(answer.body.len() * 4 < plain.body.len());
        }
        tags.push(answer.header("etag").unwrap().to_owned());
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 3, "a tag for each: {tags:?}");
    // What gains nothing is sent as it is, and does not vary.
    let answer = server
        .request("GET", "/feed.xml", &[("accept-encoding", "br")])
        .await;
    assert_eq!(
        (answer.header("content-encoding"), answer.header("vary")),
        (None, None)
    );
}

#[tokio::test]
async fn lists_are_typed_and_read_back() {
    let server = server(State_::with(&["caf\u{e9} & co"])).await;
    assert!(
        server
            .get("/blog/caf%C3%A9%20&%20co")
            .await
            .text()
            .contains("<h1>caf\u{e9} &amp; co</h1>")
    );
    assert!(server.get("/pairs/1-a").await.text().contains("<p>1 a</p>"));
    assert!(
        server
            .get("/pairs/2-b%20c")
            .await
            .text()
            .contains("<p>2 b c</p>")
    );
    assert!(server.get("/docs").await.text().contains("<p></p>"));
    assert!(server.get("/docs/a/b").await.text().contains("<p>a|b</p>"));
}

#[tokio::test]
async fn what_is_not_listed_is_the_next_pages() {
    let server = server(State_::with(&["a"])).await;
    for path in ["/blog/z", "/pairs/3-c", "/docs/a"] {
        assert!(
            server.get(path).await.text().contains("on demand"),
            "{path}"
        );
    }
    assert!(server.get("/blog/new").await.text().contains("New"));
    let answer = server.get("/nowhere").await;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("Nothing here"));
    assert_eq!(answer.header("etag"), None);
    let answer = server.get("/404").await;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("Nothing here"));
}

#[tokio::test]
async fn other_spellings_and_methods_are_answered_as_always() {
    let server = server(State_::with(&["a"])).await;
    let answer = server.get("/about/?x=1").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (301, Some("/about?x=1"))
    );
    let answer = server.get("/blog/a/").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (301, Some("/blog/a"))
    );
    let answer = server.post("/about", "", &[]).await;
    assert_eq!((answer.status, answer.text()), (200, "written"));
    let answer = server.request("DELETE", "/blog/a", &[]).await;
    assert_eq!(
        (answer.status, answer.header("allow")),
        (405, Some("GET, HEAD"))
    );
    let answer = server.request("GET", "/about", &[("host", "a b")]).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn what_nobody_prepared_is_rendered_on_demand() {
    let state = State_::default();
    let app = SITE::router(Settings::default()).with_state(state.clone());
    let server = Server::start(app).await;
    for _ in 0..2 {
        let answer = server.get("/about").await;
        assert_eq!((answer.status, answer.header("etag")), (200, None));
    }
    assert_eq!(state.count(), 2);
    assert!(
        server
            .get("/blog/any")
            .await
            .text()
            .contains("<h1>any</h1>")
    );
}

#[tokio::test]
async fn a_page_that_can_not_be_stops_the_start_and_is_named() {
    for (slugs, expected) in [
        (
            vec!["a", "broken"],
            "a page can't be rendered ahead of time: \"/blog/[slug]\" with slug = \"broken\": no ink",
        ),
        (vec!["panics"], "the page panicked: no paper"),
        (vec!["moved"], "slug = \"moved\": it leads to \"/about\""),
        (vec!["lost"], "slug = \"lost\": it answers 404 Not Found"),
        (vec!["own"], "slug = \"own\": it answers 418"),
        (
            vec![".."],
            "slug = \"..\": no path can hold the value \"..\"",
        ),
        (vec![""], "slug = \"\": no path can hold the value \"\""),
        (vec!["a\nb"], "no path can hold the value \"a\\nb\""),
        (
            vec!["new"],
            "slug = \"new\": \"/blog/new\" answers its path",
        ),
        (
            vec!["broken list"],
            "\"/blog/[slug]\": the list of its params failed: the disk is gone",
        ),
    ] {
        let error = prepared(&State_::with(&slugs))
            .await
            .unwrap_err()
            .to_string();
        assert!(error.contains(expected), "{slugs:?}: {error}");
    }
    let error = prepared(&State_::with(&["lost", "a", "broken"]))
        .await
        .unwrap_err();
    let error = error.to_string();
    assert!(
        error.starts_with("2 pages can't be rendered ahead of time:\n  "),
        "{error}"
    );
}

#[tokio::test]
async fn paths_and_patterns_are_told() {
    let site = prepared(&State_::with(&["b", "a", "b"])).await.unwrap();
    let paths: Vec<&str> = site.paths().collect();
    assert_eq!(
        paths,
        [
            "/404",
            "/about",
            "/blog/a",
            "/blog/b",
            "/docs",
            "/docs/a/b",
            "/feed.xml",
            "/kept",
            "/pairs/1-a",
            "/pairs/2-b%20c"
        ]
    );
    assert_eq!(site.on_demand(), ["/blog/new", "/about", "/[...all]"]);
}

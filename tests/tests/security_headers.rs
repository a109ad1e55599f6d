//! The headers that tell a browser what must not happen with an answer, over a real socket.

use axum::http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use isle::prelude::*;
use isle::response::{Csp, Directive, Hsts, SecurityHeaders, Source};
use isle::{Canonical, Settings};
use isle_tests::raw::{Answer, Server};

const FILMS: Source = Source::literal("https://films.example");
const POLICY: &str = "script-src 'self'; object-src 'none'; base-uri 'self'; \
                      frame-ancestors 'self'; style-src 'self' 'unsafe-inline'";

#[page("/")]
async fn home() -> Page {
    html! { <h1>Home</h1> }
}

#[page("/away")]
async fn away() -> Page {
    redirect("/")
}

#[page("/fails")]
async fn fails(response: ResponseHead) -> Page {
    response.csp(|_| Csp::empty());
    Err("the database is gone".into())
}

#[page("/trailer")]
async fn trailer(response: ResponseHead) -> Page {
    response.csp(|policy| policy.set(Directive::FrameSrc, [FILMS]));
    html! { <Poster/> }
}

#[component]
fn Poster() -> Html {
    html! { <p>Poster</p> }
}

#[page("/twice")]
async fn twice(response: ResponseHead) -> Page {
    response.csp(|policy| policy.set(Directive::FrameSrc, [FILMS]));
    response.csp(|policy| policy.allow(Directive::FrameSrc, [Source::SELF]));
    html! { <p>Twice</p> }
}

#[page("/own")]
async fn own(response: ResponseHead) -> Page {
    response.header(CONTENT_SECURITY_POLICY, "default-src 'none'");
    response.header(REFERRER_POLICY, "no-referrer");
    html! { <p>Own</p> }
}

#[page("/bare")]
async fn bare(response: ResponseHead) -> Page {
    response.csp(|_| Csp::empty());
    response.header(REFERRER_POLICY, "");
    html! { <p>Bare</p> }
}

#[endpoint(GET, "/data.json")]
async fn data() -> Response {
    ([("x-content-type-options", "own")], "{}").into_response()
}

isle::site! { SITE: [home, away, fails, trailer, twice, own, bare, data] }

async fn site(settings: Settings) -> Server {
    let lost = SITE::not_found(settings.clone());
    let pages = SITE::router(settings).fallback(lost);
    Server::start(axum::Router::new().fallback_service(Canonical.layer(pages))).await
}

fn security(answer: &Answer) -> [Option<&str>; 5] {
    [
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "strict-transport-security",
    ]
    .map(|name| answer.header(name))
}

const DEFAULT: [Option<&str>; 5] = [
    Some(POLICY),
    Some("nosniff"),
    Some("strict-origin-when-cross-origin"),
    Some("same-origin"),
    None,
];

#[tokio::test]
async fn everything_that_the_router_answers_has_them() {
    let server = site(Settings::default()).await;
    for (method, target, status) in [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/away", 302),
        ("GET", "/fails", 500),
        ("GET", "/nowhere", 404),
        ("GET", "/own/", 301),
        ("GET", "/%6fwn", 301),
        ("POST", "/", 405),
        ("OPTIONS", "/", 204),
    ] {
        let answer = server.request(method, target, &[]).await;
        assert_eq!(answer.status, status, "{method} {target}");
        assert_eq!(security(&answer), DEFAULT, "{method} {target}");
    }
    let bad_host = server.request("GET", "/", &[("host", "a b")]).await;
    assert_eq!((bad_host.status, security(&bad_host)), (400, DEFAULT));
}

#[tokio::test]
async fn a_pages_own_count() {
    let server = site(Settings::default()).await;
    let policy = async |target| {
        let answer = server.get(target).await;
        assert_eq!(answer.all("content-security-policy").len(), 1, "{target}");
        answer.header("content-security-policy").map(str::to_owned)
    };
    let extended = format!("{POLICY}; frame-src https://films.example");
    assert_eq!(policy("/trailer").await, Some(extended.clone()));
    assert_eq!(policy("/twice").await, Some(extended + " 'self'"));
    assert_eq!(policy("/own").await.as_deref(), Some("default-src 'none'"));
    let own = server.get("/own").await;
    assert_eq!(own.all("referrer-policy"), ["no-referrer"]);
    let data = server.get("/data.json").await;
    assert_eq!(data.all("x-content-type-options"), ["own"]);
    let bare = server.get("/bare").await;
    assert_eq!(security(&bare)[0], None);
    assert_eq!(security(&bare)[2], None);
    assert_eq!(security(&bare)[1], Some("nosniff"));
}

#[tokio::test]
async fn the_settings_change_all_of_them() {
    let images = Source::parse("https://images.example").expect("a source");
    let policy = Csp::default().set(Directive::ImgSrc, [Source::SELF, images]);
    let settings = Settings::default()
        .csp(policy.clone())
        .hsts(Hsts::days(365).with_subdomains());
    let server = site(settings).await;
    let home = server.get("/").await;
    assert_eq!(security(&home)[0], Some(&*policy.to_string()));
    assert_eq!(
        security(&home)[4],
        Some("max-age=31536000; includeSubDomains")
    );
    let extended = format!("{policy}; frame-src https://films.example");
    assert_eq!(security(&server.get("/trailer").await)[0], Some(&*extended));

    let none = Settings::default().security_headers(SecurityHeaders::none());
    let server = site(none).await;
    assert_eq!(security(&server.get("/").await), [None; 5]);
}

#[tokio::test]
async fn as_a_layer_they_are_for_any_route() {
    let app = axum::Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .merge(isle::router![own])
        .layer(SecurityHeaders::default());
    let server = Server::start(app).await;
    assert_eq!(security(&server.get("/healthz").await), DEFAULT);
    assert_eq!(security(&server.get("/nowhere").await), DEFAULT);
    let own = server.get("/own").await;
    assert_eq!(own.all("content-security-policy"), ["default-src 'none'"]);
}

//! Paths that lead to others, over a real socket.
#![forbid(unsafe_code)]

use axum::Router;
use isle::Settings;
use isle::prelude::*;
use isle_tests::raw::{Answer, Server};

#[page("/")]
async fn home() -> Page {
    html! { <p>"home"</p> }
}

#[page("/blog/[...path]")]
async fn blog(path: String) -> Page {
    html! { <p>{path}</p> }
}

#[page("/products/[slug]")]
async fn product(slug: String) -> Page {
    html! { <p>{slug}</p> }
}

#[endpoint(GET, "/feed.xml")]
async fn feed() -> &'static str {
    "<rss/>"
}

mod moved {
    isle::redirects! {
        /// All that a redirect can say.
        pub(super) MOVED = [
            "/start" => "/",
            "/journal/[...path]" => "/blog/[...path]",
            "/[slug].html" => "/products/[slug]",
            "/[shop]/item/[slug]" => "/products/[slug]",
            "/shoes" => Found("/products/red shoes?tag=sale&q=é#top"),
            "/rss" => SeeOther("/feed.xml"),
            "/logo" => unchecked("/assets/logo/"),
            "/old-app/[...path]" => Temporary(unchecked("/app/[...path]")),
            "/source/[...path]" => "https://example.com:8080/isle/[...path]?raw",
            "/example" => "http://example.com",
        ]
    }
}

mod site {
    use super::{blog, feed, home, moved, product};
    isle::site! { pub(super) SITE: [home, blog, product, feed, moved::MOVED] }
}

mod slashed {
    use super::{blog, feed, home, moved, product};
    isle::site! { pub(super) SITE: [home, blog, product, feed, moved::MOVED], base: "/shop", trailing_slash: Always }
}

mod unnamed {
    use super::{blog, home};
    isle::site! { pub(super) SITE: [home, blog, isle::redirects!["/old" => "/blog/new"]] }
}

async fn server(app: Router) -> Server {
    Server::start(app).await
}

async fn site() -> Server {
    server(site::SITE::router(Settings::default())).await
}

/// Where the answer leads.
fn leads(answer: &Answer) -> (u16, &str) {
    assert!(answer.body.is_empty());
    (answer.status, answer.header("location").unwrap_or_default())
}

#[tokio::test]
async fn params_are_encoded_once_and_the_query_is_kept() {
    let server = site().await;
    for (path, location) in [
        ("/start", "/"),
        ("/start?a=%zz&b=c+d", "/?a=%zz&b=c+d"),
        ("/journal/a%20b/%2561", "/blog/a%20b/%2561"),
        ("/journal", "/blog"),
        ("/red%2Fshoe%3F.html", "/products/red%2Fshoe%3F"),
        ("/eu/item/a@b?x", "/products/a@b?x"),
        ("/logo", "/assets/logo/"),
        ("/example?q", "http://example.com?q"),
        (
            "/source/a/b?x=1",
            "https://example.com:8080/isle/a/b?raw&x=1",
        ),
    ] {
        assert_eq!(leads(&server.get(path).await), (301, location), "{path}");
    }
    let answer = server.get("/shoes?x=1").await;
    let location = "/products/red%20shoes?tag=sale&q=%C3%A9&x=1#top";
    assert_eq!(leads(&answer), (302, location));
}

#[tokio::test]
async fn the_status_says_whether_the_method_stays() {
    let server = site().await;
    for (method, path, status) in [
        ("GET", "/start", 301),
        ("HEAD", "/start", 301),
        ("POST", "/start", 308),
        ("DELETE", "/start", 308),
        ("GET", "/rss", 303),
        ("PUT", "/rss", 303),
        ("GET", "/old-app/x", 307),
    ] {
        let answer = server.request(method, path, &[]).await;
        assert_eq!(answer.status, status, "{method} {path}");
    }
    let foreign = [("origin", "http://evil.test")];
    assert_eq!(server.request("POST", "/start", &foreign).await.status, 403);
}

#[tokio::test]
async fn a_redirect_answers_with_and_without_a_slash() {
    for (path, location) in [("/rss", "/feed.xml"), ("/rss/", "/feed.xml")] {
        assert_eq!(leads(&site().await.get(path).await), (303, location));
    }
}

#[tokio::test]
async fn the_sites_base_and_slashes_are_the_destinations_too() {
    let server = server(slashed::SITE::router(Settings::default())).await;
    for (path, location) in [
        ("/shop/journal/a/b", "/shop/blog/a/b/"),
        ("/shop/journal/a/b/", "/shop/blog/a/b/"),
        ("/shop/start/", "/shop/"),
        ("/shop/logo", "/assets/logo/"),
    ] {
        assert_eq!(leads(&server.get(path).await), (301, location), "{path}");
    }
    // What ends with an extension is an endpoint's, and has no slash.
    assert_eq!(
        leads(&server.get("/shop/rss").await),
        (303, "/shop/feed.xml")
    );
    assert_eq!(server.get("/start").await.status, 404);
}

#[tokio::test]
async fn a_nested_site_leads_to_itself() {
    let app = Router::new().nest("/eu", site::SITE::router(Settings::default()));
    let server = server(app).await;
    let answer = server.get("/eu/journal/a").await;
    assert_eq!(leads(&answer), (301, "/eu/blog/a"));
    assert_eq!(leads(&server.get("/eu/start").await), (301, "/eu"));
    let answer = server.get("/eu/old-app/a").await;
    assert_eq!(leads(&answer), (307, "/app/a"));
}

#[tokio::test]
async fn redirects_stand_in_a_sites_list_and_in_a_routers() {
    let named = server(unnamed::SITE::router(Settings::default())).await;
    assert_eq!(leads(&named.get("/old").await), (301, "/blog/new"));
    let router = isle::router![home, isle::redirects!["/x" => Permanent("/")]];
    let router = server(router).await;
    assert_eq!(leads(&router.get("/x").await), (308, "/"));
}

#[tokio::test]
async fn nothing_leads_off_the_site() {
    let server = site().await;
    for path in [
        "/journal//evil.test",
        "/journal/%2Fevil.test",
        "/journal/%5Cevil.test",
        "/old-app//evil.test",
        "/old-app/%2Fevil.test",
        "//evil.test.html",
        "/%2Fevil.test.html",
        "/source/@evil.test",
        "/source/..%2F",
    ] {
        let answer = server.get(path).await;
        let location = answer.header("location").unwrap_or("/");
        let local = location.starts_with('/')
            && !location.starts_with("//")
            && !location.starts_with("/\\");
        let meant = location.starts_with("https://example.com:8080/isle/");
        assert!(local || meant, "{path} leads to {location}");
    }
}

//! Slashes at the end, base paths, and the redirects between spellings.
#![forbid(unsafe_code)]

use axum::Router;
use isle::prelude::*;
use isle::{Canonical, Settings};
use isle_tests::raw::Server;

#[page("/")]
async fn home() -> Page {
    html! { <p>"home"</p> }
}

#[page("/another")]
async fn another() -> Page {
    html! { <p>"another"</p> }
}

#[page("/rn/[slug]")]
async fn one(slug: String) -> Page {
    html! { <p>{slug}</p> }
}

#[page("/docs/[...path]")]
async fn docs(path: String) -> Page {
    html! { <p>{path}</p> }
}

#[endpoint(GET, POST, "/feed.xml")]
async fn feed() -> &'static str {
    "feed"
}

mod never {
    isle::site! { pub SITE: [super::home, super::another, super::one, super::docs, super::feed] }
}

mod always {
    isle::site! {
        pub SITE: [super::home, super::another, super::one, super::docs, super::feed],
        trailing_slash: Always
    }
}

mod ignore {
    isle::site! {
        pub SITE: [super::home, super::another, super::one, super::docs, super::feed],
        trailing_slash: Ignore
    }
}

mod based {
    isle::site! { pub SITE: [super::home, super::another, super::one, super::docs, super::feed], base: "/docs" }
}

/// What a path is answered with: a status, and where it leads.
async fn check(app: Router, cases: &[(&str, u16, Option<&str>)]) {
    let server = Server::start(app).await;
    for (target, status, location) in cases {
        let answer = server.get(target).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (*status, *location),
            "{target}"
        );
    }
}

#[tokio::test]
async fn never_a_slash() {
    check(
        never::SITE::router(Settings::default()),
        &[
            ("/", 200, None),
            ("/another", 200, None),
            ("/another/", 301, Some("/another")),
            ("/another/?a=%zz&b", 301, Some("/another?a=%zz&b")),
            ("/another//", 404, None),
            ("/rn/a/", 301, Some("/rn/a")),
            ("/rn/", 404, None),
            ("/docs/", 301, Some("/docs")),
            ("/docs/a/b/", 301, Some("/docs/a/b")),
            ("/nowhere/", 404, None),
            ("/feed.xml/", 301, Some("/feed.xml")),
        ],
    )
    .await;
}

#[tokio::test]
async fn ts_11_always_a_slash_but_after_a_file() {
    check(
        always::SITE::router(Settings::default()),
        &[
            ("/", 200, None),
            ("/another/", 200, None),
            ("/another", 301, Some("/another/")),
            ("/rn/a.b", 301, Some("/rn/a.b/")),
            ("/rn/a.b/", 200, None),
            ("/docs", 301, Some("/docs/")),
            ("/docs/a/", 200, None),
            ("/feed.xml", 200, None),
            ("/feed.xml/", 301, Some("/feed.xml")),
        ],
    )
    .await;
}

#[tokio::test]
async fn ts_12_head_is_redirected_like_get_and_the_body_is_empty() {
    let server = Server::start(always::SITE::router(Settings::default())).await;
    for (method, status) in [("GET", 301), ("HEAD", 301), ("POST", 308), ("DELETE", 308)] {
        let answer = server.request(method, "/another", &[]).await;
        assert_eq!((answer.status, answer.body.len()), (status, 0), "{method}");
    }
}

#[tokio::test]
async fn slashes_ignored() {
    check(
        ignore::SITE::router(Settings::default()),
        &[
            ("/another", 200, None),
            ("/another/", 200, None),
            ("/docs/", 200, None),
            ("/docs/a/", 200, None),
            ("/another//", 404, None),
        ],
    )
    .await;
}

#[tokio::test]
async fn sec_07_outside_its_base_a_site_has_no_page() {
    let app = || {
        let settings = Settings::default();
        Router::new()
            .merge(based::SITE::router(settings.clone()))
            .fallback(based::SITE::not_found(settings))
    };
    check(
        app(),
        &[
            ("/docs", 200, None),
            ("/docs/", 301, Some("/docs")),
            ("/docs/another", 200, None),
            ("/another", 404, None),
            ("/", 404, None),
            ("/docsX/another", 404, None),
            ("/docs/docs/a", 200, None),
            ("/d%6Fcs/another", 301, Some("/docs/another")),
        ],
    )
    .await;
}

#[tokio::test]
async fn other_spellings_lead_to_the_one() {
    let settings = Settings::default();
    let app = Router::new()
        .merge(never::SITE::router(settings.clone()))
        .fallback(never::SITE::not_found(settings));
    let cases = [
        ("/%61nother", 301, Some("/another")),
        ("/%61nother/?q=%61", 301, Some("/another?q=%61")),
        ("/rn/%7e%c3%a9", 301, Some("/rn/~%C3%A9")),
        ("/rn/%2561", 200, None),
        ("/%6eowhere", 404, None),
    ];
    check(app.clone(), &cases).await;
    check(Router::new().fallback_service(Canonical.layer(app)), &cases).await;
}

#[tokio::test]
async fn a_nested_site_knows_where_it_is_nested() {
    let app = Router::new().nest("/shop", never::SITE::router(Settings::default()));
    check(
        app,
        &[
            ("/shop/another", 200, None),
            ("/shop/another/?a", 301, Some("/shop/another?a")),
            ("/shop/rn/%61", 301, Some("/shop/rn/a")),
            ("/another", 404, None),
        ],
    )
    .await;
}

#[tokio::test]
async fn the_layer_replaces_the_spelling_for_other_routes_too() {
    use axum::http::Uri;
    use axum::routing::get;
    let app = Router::new().route(
        "/own/{name}",
        get(|uri: Uri| async move { uri.to_string() }),
    );
    let server = Server::start(Router::new().fallback_service(Canonical.layer(app))).await;
    assert_eq!(
        server.get("/%6fwn/%61%2f?%61").await.text(),
        "/own/a%2F?%61"
    );
    for (target, status) in [
        ("/own/%00", 400),
        ("/own/..", 400),
        ("//own/a", 404),
        ("/own/\\", 400),
    ] {
        assert_eq!(server.get(target).await.status, status, "{target}");
    }
}

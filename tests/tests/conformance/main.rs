//! The recorded cases of Astro's, and the cases of public suites, against the fixture over a real socket. The name of a
//! test begins with the id of its row.
#![forbid(unsafe_code)]

mod advisories;
mod cookies;
mod csrf;
mod endpoints;
mod hosts;
mod http_requests;
mod params;
mod paths;
mod redirects;
mod responses;
mod routing;
mod rows;
mod slashes;

use axum::Router;
use isle::Settings;
use isle_tests::raw::{Answer, Server};

/// The main application.
async fn fixture() -> Server {
    Server::start(isle_fixture::app(Settings::default())).await
}

/// The text of the answer's only paragraph, or its status where that is not 200.
fn shown(answer: &Answer) -> String {
    let text = answer.text();
    match answer.status {
        200 => text
            .trim_start_matches("<!DOCTYPE html>")
            .trim_start_matches("<p>")
            .trim_end_matches("</p>")
            .to_owned(),
        status => status.to_string(),
    }
}

/// Asks for each target, and compares what is shown.
async fn check(app: Router, cases: &[(&str, &str)]) {
    let server = Server::start(app).await;
    for (target, expected) in cases {
        assert_eq!(shown(&server.get(target).await), *expected, "{target}");
    }
}

/// The methods that an `Allow` header lists, sorted.
fn allowed(answer: &Answer) -> Vec<&str> {
    let allow = answer.header("allow").unwrap_or_default();
    let mut methods: Vec<&str> = allow.split(',').map(str::trim).collect();
    methods.sort_unstable();
    methods
}

/// A media type without its case and the spaces between its parameters.
fn media_type(answer: &Answer) -> Vec<String> {
    let parts = answer.header("content-type").unwrap_or_default().split(';');
    parts.map(|part| part.trim().to_ascii_lowercase()).collect()
}

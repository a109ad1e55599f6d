//! Targets that try to get past a check, to another page, or out of the site.
#![forbid(unsafe_code)]

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use isle::prelude::*;
use isle::request::PageUrl;
use isle::{Canonical, Settings};
use isle_tests::conformance::Conformance;
use isle_tests::raw::{Answer, Server};
use serde_json::Value;
use tokio::runtime::Runtime;

#[page("/")]
async fn home() -> Page {
    html! { <p>"home"</p> }
}

#[page("/admin")]
async fn admin(head: ResponseHead, url: PageUrl) -> Page {
    head.header("x-page", url.path());
    html! { <p>"admin"</p> }
}

#[page("/products/[slug]")]
async fn product(slug: String, head: ResponseHead, url: PageUrl) -> Page {
    head.header("x-page", url.path());
    html! { <p>"slug="{slug}</p> }
}

#[page("/files/[...rest]")]
async fn file(rest: String, head: ResponseHead, url: PageUrl) -> Page {
    head.header("x-page", url.path());
    html! { <p>"rest="{rest}</p> }
}

#[page("/404")]
async fn lost(url: PageUrl) -> Page {
    html! { <p>"nothing at "{url.path()}</p> }
}

mod site {
    isle::site! { pub SITE: [super::home, super::admin, super::product, super::file, super::lost] }
}

/// Writes down which path it saw, as a check in front of the pages would.
async fn guard(request: Request, next: Next) -> Response {
    let path = HeaderValue::try_from(request.uri().path()).expect("a path is a header value");
    let mut response = next.run(request).await;
    response.headers_mut().insert("x-guard", path);
    response
}

fn app() -> Router {
    let settings = Settings::default();
    let app = Router::new()
        .merge(site::SITE::router(settings.clone()))
        .fallback(site::SITE::not_found(settings))
        .layer(from_fn(guard));
    Router::new().fallback_service(Canonical.layer(app))
}

fn ask(runtime: &Runtime, server: &Server, target: &str) -> Answer {
    let answer = runtime.block_on(server.get(target));
    assert!((200..500).contains(&answer.status), "{target}: {answer:?}");
    answer
}

/// What holds of every answer: it leads nowhere but to another spelling of a path of the site, shows nothing of the
/// target unescaped, and the guard saw what the page saw.
fn harmless(target: &str, answer: &Answer) -> Result<(), String> {
    if let Some(location) = answer.header("location") {
        if !matches!(answer.status, 301 | 308)
            || !location.starts_with('/')
            || location.starts_with("//")
            || location.starts_with("/\\")
        {
            return Err(format!("{} to {location}", answer.status));
        }
        let path = location.split('?').next().unwrap_or_default();
        if path.contains("/../") || path.contains("//") || path.len() > target.len() * 3 {
            return Err(format!("{} to {location}", answer.status));
        }
    }
    if answer.header("set-cookie").is_some()
        || answer.text().to_ascii_lowercase().contains("<script")
    {
        return Err(format!("{answer:?}"));
    }
    match (answer.header("x-page"), answer.header("x-guard")) {
        (Some(page), guard) if Some(page) != guard => {
            Err(format!("the page saw {page}, the guard {guard:?}"))
        }
        _ => Ok(()),
    }
}

fn expected(target: &str, expect: &str, answer: &Answer) -> Result<(), String> {
    let body = answer.text();
    let value = expect.split('\'').nth(1).unwrap_or_default();
    let value = value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let shown =
        |name: &str| answer.status == 200 && body.ends_with(&format!("<p>{name}={value}</p>"));
    let moved =
        |to: &str| matches!(answer.status, 301 | 308) && answer.header("location") == Some(to);
    let fits = match expect {
        "route:/admin" => answer.status == 200 && body.contains("admin"),
        "404 or 301/308 to /admin" => answer.status == 404 || moved("/admin"),
        "no such endpoint"
        | "no such endpoint unless islands are used"
        | "404 unless such a page exists" => answer.status == 404,
        "400 or 404" | "400/404; no redirect" | "400 or 404; never a redirect off-site" => {
            matches!(answer.status, 400 | 404)
        }
        "200, text escaped, also on the 404 page" => {
            answer.status == 200 && body.contains("&lt;script&gt;")
        }
        "404 page must escape the path" => {
            answer.status == 404 || moved("/%3Cscript%3Ealert(1)%3C/script%3E")
        }
        "absolute-form: authority must not replace the trusted host; path /admin" => {
            answer.status == 200 && body.contains("admin")
        }
        _ if expect.starts_with("sent as UTF-8") => {
            shown("slug") || moved("/products/%E2%98%83") || answer.status == 400
        }
        _ if expect.starts_with("slug=") => shown("slug"),
        _ if expect.starts_with("rest=") => shown("rest"),
        _ if expect.starts_with("404") => answer.status == 404,
        _ if expect.starts_with("400") => answer.status == 400,
        other => return Err(format!("nobody knows what {other:?} expects of {target}")),
    };
    if fits {
        Ok(())
    } else {
        Err(format!("{answer:?}"))
    }
}

fn column(row: &Value, index: usize) -> &str {
    row[index].as_str().expect("a text")
}

#[test]
fn paths() {
    let Some(cases) = Conformance::read("paths") else {
        return;
    };
    let runtime = Runtime::new().expect("a runtime");
    let server = runtime.block_on(Server::start(app()));
    cases.each("expect", |row| {
        let target = column(row, 0);
        // The target of an absolute-form request names the host that the Host header names, or it is refused.
        let answer = match target.strip_prefix("http://") {
            Some(rest) => {
                let host = rest.split('/').next().unwrap_or_default();
                let refused = ask(&runtime, &server, target);
                assert_eq!(refused.status, 400);
                runtime.block_on(server.request("GET", target, &[("host", host)]))
            }
            None => ask(&runtime, &server, target),
        };
        harmless(target, &answer)?;
        expected(target, column(row, 1), &answer)
    });
    cases.each("attack", |row| {
        let target = column(row, 0);
        let answer = ask(&runtime, &server, target);
        harmless(target, &answer)
    });
}

#[test]
fn a_check_in_front_cannot_be_walked_round() {
    let runtime = Runtime::new().expect("a runtime");
    let server = runtime.block_on(Server::start(app()));
    for (target, status) in [
        ("/admin", 200),
        ("/%61dmin", 301),
        ("/%2561dmin", 404),
        ("/admin/", 301),
        ("//admin", 404),
        ("/x/../admin", 400),
        ("/x/%2E%2e/admin", 400),
        ("/admin%00", 400),
        ("/%5Cadmin", 400),
        ("/products/%C3%28", 400),
        ("/files/%2Fadmin", 400),
        ("/files/a//b", 404),
        ("/products/a%2Fb", 200),
    ] {
        let answer = ask(&runtime, &server, target);
        assert_eq!(answer.status, status, "{target}: {answer:?}");
        assert_eq!(harmless(target, &answer), Ok(()), "{target}");
        if status == 301 {
            assert_eq!(answer.header("location"), Some("/admin"), "{target}");
        }
    }
}

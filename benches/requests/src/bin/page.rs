//! A page with a param, a cookie and 1 kB of markup, beside axum's handler that reads the same and answers the same
//! bytes: instructions and CPU time of a request.

use axum::Router;
use axum::extract::Path;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY,
    VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use figures::{Record, median, ratios};
use isle::prelude::*;
use requests::{answer, clock, instructions, markup, request};

#[page("/products/[slug]")]
async fn product(slug: String, cookies: Cookies) -> Page {
    let theme = cookies.get("theme");
    let theme = theme.as_ref().map_or("light", |theme| theme.value());
    html! {
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{slug}</title></head><body class={theme}><header><a href="/">"Shop"</a><nav><a href="/new">"New"</a><a href="/sale">"Sale"</a><a href="/about">"About us"</a></nav></header><main><h1>{slug}</h1><p>"A shoe for every day: light, quiet, and made to be mended. The sole is of natural rubber and comes off with a screw, so that one pair of uppers outlives four of soles."</p><ul><li>"Leather from the region, tanned with bark"</li><li>"Soles in three hardnesses"</li><li>"Sizes from 34 to 48, each in two widths"</li></ul><h2>"Care"</h2><p>"Brush them when they are dry. Feed the leather twice a year with the balm that comes in the box, and let it rest over night before you wear them again. Wet shoes dry best with paper in them, away from the stove."</p><p>"Send them to us when the sole is thin. The first one is free."</p></main><footer><p>"Made in the valley, sold everywhere."</p><p><a href="/terms">"Terms"</a><a href="/privacy">"Privacy"</a></p></footer></body></html>
    }
}

fn isle() -> Router {
    isle::router![product]
}

async fn bare(Path(slug): Path<String>, jar: CookieJar) -> Response {
    let theme = jar.get("theme").map_or("light", |cookie| cookie.value());
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    ([(CONTENT_TYPE, html)], markup::product(&slug, theme)).into_response()
}

/// The headers that isle sends with the page.
async fn same(Path(slug): Path<String>, jar: CookieJar) -> Response {
    let theme = jar.get("theme").map_or("light", |cookie| cookie.value());
    let value = HeaderValue::from_static;
    let headers = [
        (CONTENT_TYPE, value("text/html; charset=utf-8")),
        (CACHE_CONTROL, value("private, no-cache")),
        (VARY, value("Cookie")),
        (CONTENT_SECURITY_POLICY, value(POLICY)),
        (X_CONTENT_TYPE_OPTIONS, value("nosniff")),
        (REFERRER_POLICY, value("strict-origin-when-cross-origin")),
        (OPENER_POLICY, value("same-origin")),
    ];
    (headers, markup::product(&slug, theme)).into_response()
}

const POLICY: &str = "script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; \
                      style-src 'self' 'unsafe-inline'";
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

const NAMES: [&str; 3] = ["axum, the markup alone", "axum, the same bytes", "isle"];
const PATH: &str = "/products/red-shoe";
/// Requests of one turn, and turns.
const REQUESTS: u32 = 500;
const ROUNDS: usize = 101;

fn app(name: &str) -> (Router, Vec<String>) {
    let app = match NAMES.iter().position(|it| *it == name) {
        Some(0) => Router::new().route("/products/{slug}", get(bare)),
        Some(1) => Router::new().route("/products/{slug}", get(same)),
        _ => isle(),
    };
    (app, vec![PATH.to_owned()])
}

fn main() {
    let sent = answer(&mut isle(), request(PATH));
    let counted = instructions(&NAMES, app);
    let rounds = figures::rounds(ROUNDS);
    let mut record = Record::new(
        "page",
        format!(
            "A page of 1 kB with a param and a cookie, asked for in process, from the request's head to the last byte of \
             the answer: instructions by valgrind's callgrind, and the thread's CPU time, medians of {rounds} rounds of \
             {REQUESTS} requests."
        ),
    );

    let mut apps = NAMES.map(|name| app(name).0);
    let answers = apps.each_mut().map(|app| answer(app, request(PATH)));
    assert!(
        answers.iter().all(|it| it.body == sent.body),
        "all answer the same body"
    );
    assert_eq!(answers[1], answers[2], "the second answers the same bytes");
    println!(
        "a page of {} bytes, a param, a cookie; {} headers\n",
        sent.body.len(),
        sent.headers.len()
    );

    let mut times = [const { Vec::new() }; NAMES.len()];
    for round in 0..rounds {
        for turn in 0..NAMES.len() {
            let index = (round + turn) % NAMES.len();
            let asked: Vec<_> = (0..REQUESTS).map(|_| request(PATH)).collect();
            let start = clock::thread();
            for request in asked {
                drop(std::hint::black_box(answer(&mut apps[index], request)));
            }
            times[index].push((clock::thread() - start).as_nanos() as f64 / f64::from(REQUESTS));
        }
    }
    println!(
        "{:24}{:>14}{:>9}{:>12}{:>9}",
        "a request", "instructions", "to same", "CPU ns", "to same"
    );
    for (index, name) in NAMES.iter().enumerate() {
        let (nanos, ratio) = (
            median(times[index].clone()),
            ratios(&times[index], &times[1]),
        );
        record.compared("page", name, "CPU time", (nanos, "ns"), ratio);
        let count = match &counted {
            None => format!("{:>14}{:>9}", "-", "-"),
            Some(counted) => {
                let ratio = counted[index] / counted[1];
                record.compared("page", name, "instructions", (counted[index], ""), ratio);
                format!("{:>14.0}{ratio:>9.2}", counted[index])
            }
        };
        println!("{name:24}{count}{nanos:>12.0}{ratio:>9.2}");
    }
    println!();
    if let Some(counted) = &counted {
        let ratio = counted[2] / counted[1];
        let name = "a page of 1 kB to a handler that answers the same bytes, instructions";
        record.limit(name, ratio, 1.1);
    }
    record.save().expect("the target folder can be written");
}

//! Links lead back to the values that they were made of, whatever those are; and a check in front of the pages never
//! sees another path than the page.
#![forbid(unsafe_code)]

use std::cell::RefCell;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use isle::Link;
use isle::Settings;
use isle::prelude::*;
use isle_fixture::guard::{GUARD, PAGE};
use proptest::prelude::*;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

/// The values of a page's params, each on a line of its own, as Rust writes them.
fn lines(values: &[&dyn std::fmt::Debug]) -> String {
    let lines: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
    lines.join("\n")
}

#[endpoint(GET, "/one/[a]")]
async fn one(a: String) -> String {
    lines(&[&a])
}

#[endpoint(GET, "/two/[a]/x/[b]")]
async fn two(a: String, b: String) -> String {
    lines(&[&a, &b])
}

#[endpoint(GET, "/mixed/v[a],[b].json")]
async fn mixed(a: String, b: String) -> String {
    lines(&[&a, &b])
}

#[endpoint(GET, "/list/[...all]")]
async fn list(all: Vec<String>) -> String {
    lines(&[&all])
}

#[endpoint(GET, "/[lang]/optional/[...rest]")]
async fn optional(lang: char, rest: Option<String>) -> String {
    lines(&[&lang, &rest])
}

#[endpoint(GET, "/numbers/[a]/[b]/[c]")]
async fn numbers(a: i64, b: bool, c: u8) -> String {
    lines(&[&a, &b, &c])
}

mod site {
    use super::*;
    isle::site! { pub(super) SITE: [one, two, mixed, list, optional, numbers] }
}

/// An application, asked in process.
struct App {
    runtime: Runtime,
    app: RefCell<Router>,
}

struct Answered {
    status: u16,
    text: String,
    guard: Option<String>,
    page: Option<String>,
}

impl App {
    fn new(app: Router) -> App {
        let runtime = Builder::new_current_thread().build().expect("a runtime");
        let app = RefCell::new(app);
        App { runtime, app }
    }

    fn get(&self, target: &str) -> Answered {
        let request = Request::get(target).header("host", "example.com");
        let request = request.body(Body::empty()).expect("a request");
        let app = self.app.borrow().clone();
        self.runtime.block_on(async {
            let response = app.oneshot(request).await.expect("an answer");
            let status = response.status().as_u16();
            let header = |name| {
                let value = response.headers().get(name)?;
                Some(value.to_str().expect("visible ASCII").to_owned())
            };
            let (guard, page) = (header(GUARD), header(PAGE));
            let body = to_bytes(response.into_body(), 1 << 20)
                .await
                .expect("a body");
            let text = String::from_utf8(body.to_vec()).expect("UTF-8");
            Answered {
                status,
                text,
                guard,
                page,
            }
        })
    }

    /// What the page at the link shows; nothing, if the link leads to a 404.
    fn follow(&self, link: &Link) -> Option<String> {
        let answered = self.get(link.as_str());
        assert!(
            matches!(answered.status, 200 | 404),
            "{link}: {}",
            answered.status
        );
        (answered.status == 200).then_some(answered.text)
    }
}

/// Whether a segment of a path can hold the text.
fn can_be_sent(text: &str) -> bool {
    !matches!(text, "" | "." | "..") && !text.contains(|c: char| c.is_ascii_control() || c == '\\')
}

/// Text with what means something in paths.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("/".to_owned()),
        Just("%".to_owned()),
        Just("%2F".to_owned()),
        Just("..".to_owned()),
        Just(",".to_owned()),
        Just(".json".to_owned()),
        Just("?a=b#c".to_owned()),
        "[a-zA-Z0-9 +;=@:&~_.-]{0,4}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn pages() -> App {
    App::new(site::SITE::router(Settings::default()))
}

#[test]
fn a_param_comes_back() {
    let app = pages();
    proptest!(|(a in any_text(), b in any_text())| {
        match app.follow(&one::url(&a)) {
            Some(found) if can_be_sent(&a) => prop_assert_eq!(found, lines(&[&a])),
            // What no path can hold is replaced: the link is dead, or leads to a page that shows so.
            Some(found) => prop_assert!(found.contains(char::REPLACEMENT_CHARACTER)),
            None => prop_assert!(!can_be_sent(&a)),
        }
        if can_be_sent(&a) && can_be_sent(&b) {
            prop_assert_eq!(app.follow(&two::url(&a, &b)), Some(lines(&[&a, &b])));
        }
    });
}

#[test]
fn params_of_one_segment_come_back_but_for_their_separator() {
    let app = pages();
    proptest!(|(a in any_text(), b in any_text())| {
        // A comma in a value is escaped, and so is none between values. A full stop can't be.
        if can_be_sent(&a) && can_be_sent(&b) {
            prop_assert_eq!(app.follow(&mixed::url(&a, &b)), Some(lines(&[&a, &b])));
        }
    });
}

#[test]
fn a_list_comes_back() {
    let app = pages();
    proptest!(|(all in prop::collection::vec(any_text(), 0..4))| {
        let each = all.iter().all(|text| can_be_sent(text) && !text.contains('/'));
        if each {
            prop_assert_eq!(app.follow(&list::url(&all)), Some(lines(&[&all])));
        }
        // Whatever it holds, the link leads to this page or to none.
        app.follow(&list::url(&all));
    });
}

#[test]
fn other_types_come_back() {
    let app = pages();
    proptest!(|(lang in any::<char>(), rest in any_text(), a in any::<i64>(), b in any::<bool>(), c in any::<u8>())| {
        prop_assert_eq!(app.follow(&numbers::url(a, b, c)), Some(lines(&[&a, &b, &c])));
        if can_be_sent(&lang.to_string()) {
            let link = optional::url(lang, None::<String>);
            prop_assert_eq!(app.follow(&link), Some(lines(&[&lang, &None::<String>])));
            let plain = rest.split('/').all(can_be_sent);
            if plain {
                let link = optional::url(lang, &*rest);
                prop_assert_eq!(app.follow(&link), Some(lines(&[&lang, &Some(&rest)])));
            }
        }
    });
}

#[test]
fn the_guard_sees_what_the_page_sees() {
    let app = App::new(isle_fixture::app(Settings::default()));
    let piece = prop_oneof![
        Just("/".to_owned()),
        Just("/admin".to_owned()),
        Just("/products/".to_owned()),
        Just("/files/".to_owned()),
        Just("/moved/".to_owned()),
        Just("%2561dmin".to_owned()),
        Just("..".to_owned()),
        Just("?".to_owned()),
        "%[0-9a-fA-F]{2}",
        "[a-zA-Z0-9;=@,.~-]{1,3}",
    ];
    let target = prop::collection::vec(piece, 0..6)
        .prop_map(|pieces| format!("/{}", pieces.concat()))
        .prop_filter("no request", |target| {
            target.parse::<axum::http::Uri>().is_ok()
        });
    proptest!(|(target in target)| {
        let answered = app.get(&target);
        prop_assert!((200..500).contains(&answered.status));
        prop_assert!(!answered.text.contains("<h1>Admin</h1>"), "the guarded page was shown");
        if let Some(page) = answered.page {
            prop_assert_eq!(Some(page), answered.guard);
        }
    });
}

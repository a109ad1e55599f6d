//! What is written down of a request: the pattern, the method, the status, the time; nothing of what was sent.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::fmt::{self, Debug};
use std::sync::{Arc, Mutex};

use isle::Settings;
use isle::prelude::*;
use isle::request::Cookie;
use isle_tests::raw::Server;
use serde::Deserialize;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;

/// What a visitor sends, and nobody is to find in a log.
const SECRET: &str = "hunter2";

#[derive(Debug, CookieValue)]
#[cookie(name = "session")]
struct Session {
    user: u64,
}

#[derive(Deserialize)]
struct Login {
    name: String,
    age: u8,
}

#[page("/products/[slug]")]
async fn product(slug: String, session: Option<Session>, cookies: Cookies) -> Page {
    cookies.set("seen", &slug);
    html! { <p title={&slug}><a href={&slug}>{slug}</a>{session.map(|it| it.user)}</p> }
}

#[page("/numbers/[number]")]
async fn number(number: u32) -> Page {
    html! { <p>{number}</p> }
}

#[page("/login", methods(GET, POST))]
async fn login(form: Submitted<Login>) -> Page {
    if let Some(form) = form.get() {
        return not_found_with(format!("{} is {}", form.name, form.age));
    }
    html! { <p>{form.error()}</p> }
}

#[derive(Deserialize)]
struct To {
    to: String,
}

#[page("/fails/link")]
async fn fails_by_link(Query(to): Query<To>) -> Page {
    redirect(Link::local(&to.to)?)
}

#[page("/fails/cookie")]
async fn fails_by_cookie(Query(to): Query<To>, cookies: Cookies) -> Page {
    cookies.set_with(Cookie::new("a", to.to.repeat(1000)));
    html! { <p>"set"</p> }
}

#[page("/fails/header")]
async fn fails_by_header(Query(to): Query<To>, head: ResponseHead) -> Page {
    head.header("x-a", format!("{}\n", to.to));
    html! { <p>"set"</p> }
}

#[page("/moved")]
async fn moved() -> Page {
    redirect(product::url(format!("\\{SECRET}")))
}

mod site {
    use super::*;
    isle::site! {
        pub(super) SITE: [
            product, number, login, fails_by_link, fails_by_cookie, fails_by_header, moved,
            isle::redirects!["/old/[slug]" => "/products/[slug]"],
        ]
    }
}

/// The fields of a span or an event, as text.
#[derive(Clone, Default)]
struct Fields(BTreeMap<&'static str, String>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let text = format!("{value:?}");
        self.0
            .insert(field.name(), text.trim_matches('"').to_owned());
    }
}

/// Everything that isle writes down.
#[derive(Clone, Default)]
struct Log {
    spans: Arc<Mutex<Vec<Fields>>>,
    events: Arc<Mutex<Vec<String>>>,
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Log {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let span = context.span(id).expect("the span is there");
        fields.0.insert("name", span.name().to_owned());
        span.extensions_mut().insert(fields);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let span = context.span(id).expect("the span is there");
        if let Some(fields) = span.extensions_mut().get_mut::<Fields>() {
            values.record(fields);
        }
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target().starts_with("isle") {
            let mut fields = Fields::default();
            event.record(&mut fields);
            self.events.lock().unwrap().push(fields.to_string());
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let span = context.span(&id).expect("the span is there");
        if let Some(fields) = span.extensions().get::<Fields>() {
            self.spans.lock().unwrap().push(fields.clone());
        }
    }
}

impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|(name, value)| write!(f, "{name}={value} "))
    }
}

/// One test, since who listens is a matter of the whole program.
#[tokio::test]
async fn a_span_has_the_pattern_and_no_value() {
    let log = Log::default();
    tracing_subscriber::registry().with(log.clone()).init();
    let server = Server::start(site::SITE::router(Settings::default())).await;
    let session = [("cookie", "session=hunter2; theme=hunter2")];

    let get = async |target: &str| server.request("GET", target, &session).await.status;
    let mut expected = Vec::new();
    for (target, pattern, status) in [
        ("/products/hunter2?q=hunter2", "/products/[slug]", 200),
        ("/products/hunter2%3Ahunter2", "/products/[slug]", 200),
        ("/products/%22hunter2:x", "/products/[slug]", 200),
        ("/numbers/hunter2", "/numbers/[number]", 404),
        ("/fails/link?to=hunter2", "/fails/link", 500),
        ("/fails/cookie?to=hunter2", "/fails/cookie", 500),
        ("/fails/header?to=hunter2", "/fails/header", 500),
        ("/fails/link?hunter2=hunter2", "/fails/link", 400),
        ("/moved", "/moved", 302),
        ("/old/hunter2", "/old/[slug]", 301),
    ] {
        assert_eq!(get(target).await, status, "{target}");
        expected.push(("GET", pattern, status));
    }
    let form = "name=hunter2&age=hunter2";
    assert_eq!(server.post("/login", form, &session).await.status, 200);
    expected.push(("POST", "/login", 200));
    let foreign = [("origin", "http://hunter2.test")];
    let refused = server.request("POST", "/login", &foreign).await;
    assert_eq!(refused.status, 403);
    expected.push(("POST", "/login", 403));
    // What no page answers has no span.
    assert_eq!(get("/hunter2").await, 404);
    assert_eq!(get("/products/hunter2/").await, 301);

    let spans = log.spans.lock().unwrap();
    let requests = spans.iter().filter(|span| span.0["name"] == "request");
    let found: Vec<(&str, &str, u16)> = requests
        .clone()
        .map(|span| {
            let status = span.0["status"].parse().expect("a status");
            (&*span.0["method"], &*span.0["pattern"], status)
        })
        .collect();
    assert_eq!(found, expected);
    for span in requests {
        let time: f64 = span.0["milliseconds"].parse().expect("a time");
        assert!((0.0..20_000.0).contains(&time));
        assert!(!span.to_string().contains(SECRET), "{span}");
    }
    let events = log.events.lock().unwrap();
    assert!(!events.is_empty());
    for event in events.iter() {
        assert!(!event.contains(SECRET), "{event}");
    }
}

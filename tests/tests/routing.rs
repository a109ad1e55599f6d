//! Params of every form, and links that lead back to them.
#![forbid(unsafe_code)]

use axum::Router;
use isle::Settings;
use isle::prelude::*;
use isle_tests::raw::{Answer, Server};

mod blog {
    use isle::prelude::*;

    #[page("/blog/[...slug]")]
    pub(super) async fn post(slug: Option<String>) -> Page {
        html! { <p>"slug="{slug.as_deref().unwrap_or("none")}</p> }
    }

    isle::pages! { pub(super) PAGES = [post] }
}

mod mixed {
    use isle::prelude::*;

    #[page("/mixed/[a]-[b]")]
    pub(super) async fn pair(a: String, b: String) -> Page {
        html! { <p>"a="{a}" b="{b}</p> }
    }

    #[page("/[id].json")]
    pub(super) async fn document(id: u32) -> Page {
        html! { <p>"document="{id}</p> }
    }

    isle::pages! { pub(super) PAGES = [pair, document] }
}

#[page("/")]
async fn home() -> Page {
    html! { <p>"home"</p> }
}

#[page("/rn/[slug]")]
async fn one(slug: String) -> Page {
    html! { <p>"slug="{slug}</p> }
}

#[page("/typed/[id]")]
async fn typed(id: u32) -> Page {
    html! { <p>"id="{id}</p> }
}

#[page("/tags/[...tags]")]
async fn tags(tags: Vec<String>) -> Page {
    html! { <p>{tags.len()}{for tag in &tags { <b>{tag}</b> }}</p> }
}

#[page("/answered/[id]")]
async fn answered(id: Result<u8, std::num::ParseIntError>) -> Page {
    match id {
        Ok(id) => html! { <p>"id="{id}</p> },
        Err(_) => not_found_with("no number"),
    }
}

#[page("/[category]")]
async fn category(category: String) -> Page {
    html! { <p>"category="{category}</p> }
}

#[page("/404")]
async fn lost() -> Page {
    html! { <p>"lost"</p> }
}

mod site {
    use super::*;

    isle::site! {
        pub SITE: [home, one, typed, tags, answered, category, lost, blog::PAGES, mixed::PAGES],
        trailing_slash: Ignore
    }
}

fn app() -> Router {
    let settings = Settings::default();
    Router::new()
        .merge(site::SITE::router(settings.clone()))
        .fallback(site::SITE::not_found(settings))
}

/// The answer's text, or its status where that is not 200.
fn shown(answer: &Answer) -> String {
    let text = answer.text().trim_start_matches("<!DOCTYPE html>");
    match answer.status {
        200 => text
            .trim_start_matches("<p>")
            .trim_end_matches("</p>")
            .to_owned(),
        status => status.to_string(),
    }
}

async fn check(cases: &[(&str, &str)]) {
    let server = Server::start(app()).await;
    for (target, expected) in cases {
        assert_eq!(shown(&server.get(target).await), *expected, "{target}");
    }
}

#[tokio::test]
async fn values_are_decoded_once() {
    check(&[
        ("/rn/%25", "slug=%"),
        ("/rn/%2525", "slug=%25"),
        ("/rn/%252F", "slug=%2F"),
        ("/rn/100%25", "slug=100%"),
    ])
    .await;
}

#[tokio::test]
async fn lists_and_errors_of_params() {
    check(&[
        ("/tags", "0"),
        ("/tags/a/b%20c", "2<b>a</b><b>b c</b>"),
        ("/answered/7", "id=7"),
        ("/answered/x", "404"),
    ])
    .await;
    let server = Server::start(app()).await;
    assert_eq!(server.get("/answered/x").await.text(), "no number");
}

#[tokio::test]
async fn what_axums_matcher_refuses_stands_side_by_side() {
    // `[id].json` beside `[category]`; a value that does not parse is 404, not the next page's.
    check(&[
        ("/7.json", "document=7"),
        ("/7.jso", "category=7.jso"),
        ("/x.json", "404"),
    ])
    .await;
}

#[tokio::test]
async fn a_link_leads_to_its_page() {
    let links = [
        (one::url("a/b c?#%").to_string(), "slug=a/b c?#%"),
        (typed::url(12).to_string(), "id=12"),
        (blog::post::url("x/y").to_string(), "slug=x/y"),
        (blog::post::url(None::<&str>).to_string(), "slug=none"),
        (mixed::pair::url("a", "b-c").to_string(), "a=a b=b-c"),
        (tags::url(["a", "b"]).to_string(), "2<b>a</b><b>b</b>"),
        (answered::url(7).to_string(), "id=7"),
        (home::url().to_string(), "home"),
    ];
    for (link, expected) in links {
        check(&[(&link, expected)]).await;
    }
}

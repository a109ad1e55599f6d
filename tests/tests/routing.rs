//! Which page answers a path, and with which values. Names begin with the id of the recorded case of Astro's, where
//! there is one.
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

    #[page("/empty-slug/[...slug]")]
    pub(super) async fn empty(slug: Option<String>) -> Page {
        html! { <p>"slug="{slug.as_deref().unwrap_or("none")}</p> }
    }

    isle::pages! { pub(super) PAGES = [post, empty] }
}

mod mixed {
    use isle::prelude::*;

    #[page("/mixed/[a]-[b]")]
    pub(super) async fn pair(a: String, b: String) -> Page {
        html! { <p>"a="{a}" b="{b}</p> }
    }

    #[endpoint(GET, "/mixed/[...r]")]
    pub(super) async fn rest(r: String) -> String {
        format!("r={r}")
    }

    #[endpoint(GET, "/files/[...path].json")]
    pub(super) async fn json(path: String) -> String {
        format!("json path={path}")
    }

    #[endpoint(GET, "/files/[...path]")]
    pub(super) async fn file(path: Option<String>) -> String {
        format!("path={path:?}")
    }

    #[page("/[id].json")]
    pub(super) async fn document(id: u32) -> Page {
        html! { <p>"document="{id}</p> }
    }

    isle::pages! { pub(super) PAGES = [pair, rest, json, file, document] }
}

#[page("/")]
async fn home() -> Page {
    html! { <p>"home"</p> }
}

#[page("/new")]
async fn new() -> Page {
    html! { <p>"new"</p> }
}

#[page("/rn/[slug]")]
async fn one(slug: String) -> Page {
    html! { <p>"slug="{slug}</p> }
}

#[page("/typed/[id]")]
async fn typed(id: u32) -> Page {
    html! { <p>"id="{id}</p> }
}

#[page("/typed/[id]/edit")]
async fn edit(id: u32) -> Page {
    html! { <p>"edit="{id}</p> }
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
        pub SITE: [home, new, one, typed, edit, tags, answered, category, lost, blog::PAGES, mixed::PAGES],
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
async fn rt_06_a_rest_matches_nothing_too() {
    check(&[
        ("/empty-slug", "slug=none"),
        ("/empty-slug/", "slug=none"),
        ("/blog", "slug=none"),
    ])
    .await;
}

#[tokio::test]
async fn rt_10_the_first_separator_ends_a_param() {
    check(&[
        ("/mixed/a-b-c", "a=a b=b-c"),
        ("/mixed/-b", "r=-b"),
        ("/mixed/a-", "r=a-"),
        ("/mixed/--b", "a=- b=b"),
    ])
    .await;
}

#[tokio::test]
async fn rt_11_a_rest_with_an_extension() {
    check(&[
        ("/files/a/b.json", "json path=a/b"),
        ("/files/a.b.json", "json path=a.b"),
        ("/files/a.jsonx", "path=Some(\"a.jsonx\")"),
        ("/files/.json", "json path="),
        ("/files", "path=None"),
    ])
    .await;
}

#[tokio::test]
async fn rt_12_a_param_is_one_segment() {
    check(&[("/rn/a/b", "404"), ("/rn/a", "slug=a")]).await;
}

#[tokio::test]
async fn rt_13_paths_are_case_sensitive() {
    check(&[("/BLOG/a", "404"), ("/New", "category=New")]).await;
}

#[tokio::test]
async fn rt_15_a_match_has_all_its_values() {
    check(&[("/mixed/post-.html", "a=post b=.html")]).await;
}

#[tokio::test]
async fn rt_17_a_dot_segment_reaches_no_page() {
    check(&[
        ("/blog/../new", "400"),
        ("/blog/%2e%2e/new", "400"),
        ("/blog/..", "400"),
        ("/blog/a/.", "400"),
    ])
    .await;
}

#[tokio::test]
async fn rt_18_an_empty_segment_is_nobodys() {
    check(&[
        ("/blog//a", "404"),
        ("//blog/a", "404"),
        ("/blog/a//", "404"),
    ])
    .await;
}

#[tokio::test]
async fn pv_01_spaces_and_pluses() {
    check(&[("/blog/a%20b", "slug=a b"), ("/blog/a+b", "slug=a+b")]).await;
}

#[tokio::test]
async fn pv_02_values_are_utf_8() {
    check(&[("/%E4%BD%A0%E5%A5%BD", "category=\u{4f60}\u{597d}")]).await;
}

#[tokio::test]
async fn pv_04_an_encoded_slash_is_data_in_a_param() {
    check(&[("/rn/a%2Fb", "slug=a/b"), ("/blog/a%2Fb", "400")]).await;
}

#[tokio::test]
async fn pv_08_bad_escapes() {
    check(&[
        ("/blog/%C3%28", "400"),
        ("/blog/%", "400"),
        ("/blog/%zz", "400"),
        ("/%C0%AF", "400"),
        ("/new", "new"),
    ])
    .await;
}

#[tokio::test]
async fn pv_09_control_characters_and_backslashes() {
    check(&[
        ("/blog/a%00b", "400"),
        ("/blog/%5Cx", "400"),
        ("/rn/a%0Ab", "400"),
        ("/blog/a%09b", "400"),
    ])
    .await;
}

#[tokio::test]
async fn pv_10_the_query_plays_no_part() {
    check(&[("/new?y=%zz", "new"), ("/new?../..//", "new")]).await;
}

#[tokio::test]
async fn pv_11_values_stay_as_they_were_composed() {
    check(&[
        ("/rn/e%CC%81", "slug=e\u{301}"),
        ("/rn/%C3%A9", "slug=\u{e9}"),
    ])
    .await;
}

#[tokio::test]
async fn pv_12_an_extension_is_part_of_the_value() {
    check(&[("/rn/a.html", "slug=a.html")]).await;
}

#[tokio::test]
async fn pv_13_a_value_that_does_not_parse_is_404() {
    check(&[
        ("/typed/12", "id=12"),
        ("/typed/x", "404"),
        ("/typed/4294967296", "404"),
        ("/typed/12/edit", "edit=12"),
    ])
    .await;
    let server = Server::start(app()).await;
    assert!(server.get("/typed/x").await.text().contains("lost"));
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

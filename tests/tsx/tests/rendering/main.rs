//! Components that a JavaScript engine renders on the server: what stands in the page, and what becomes of those that fail.
#![forbid(unsafe_code)]

mod failing;
mod same;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use isle::prelude::*;
use tower::ServiceExt;

#[derive(ClientProps, Clone)]
struct Item {
    name: String,
    count: u32,
}

#[island("components/Cart.tsx")]
fn Cart(items: Vec<Item>, note: Option<&str>);

#[island("components/Panel.svelte", slots(children, footer))]
fn Panel(title: &str);

#[island("components/Loops.tsx")]
fn Loops();

#[island("components/Trouble.jsx")]
fn Trouble(#[default("render")] how: &str);

fn items() -> Vec<Item> {
    ["Tea & milk", "</isle-island><script>"]
        .map(|name| Item {
            name: name.to_owned(),
            count: 2,
        })
        .to_vec()
}

#[page("/static")]
async fn without_directive() -> Html {
    html! { <Cart items={items()} /> }
}

#[page("/load")]
async fn load() -> Html {
    html! { <Cart items={items()} note="'\"<&" client:load /><Cart items={vec![]} client:idle /> }
}

#[page("/only")]
async fn only() -> Html {
    html! { <Cart items={items()} client:only><i slot="fallback">"soon"</i></Cart> }
}

#[page("/slots")]
async fn slots() -> Html {
    html! {
        <Panel title="T" client:load>
            <p>"In it"</p>
            <Cart items={vec![]} client:visible />
            <b slot="footer">"Foot"</b>
        </Panel>
    }
}

#[page("/trouble/[how]")]
async fn trouble(how: String) -> Html {
    html! { <h1>"Still here"</h1><Trouble how={&how} client:visible /> }
}

#[page("/static-trouble/[how]")]
async fn static_trouble(how: String) -> Html {
    html! { <h1>"Still here"</h1><Trouble how={&how} /> }
}

#[page("/loops")]
async fn loops() -> Html {
    html! { <Loops client:load /><Loops /><Loops client:visible /> }
}

/// A part of a document.
#[page("/part", partial)]
async fn part() -> Html {
    html! { <Cart items={vec![]} client:load /> }
}

#[component]
fn Shelf(count: u32) -> Html {
    html! { <div>{for _ in 0..count { <Cart items={vec![]} /> }}</div> }
}

#[page("/default")]
async fn default() -> Html {
    html! { <Trouble /><Trouble how="render" client:load /> }
}

#[page("/shelf")]
async fn shelf() -> Html {
    html! { <Shelf count={2} /> }
}

fn app() -> Router {
    isle::router![
        without_directive,
        load,
        only,
        slots,
        trouble,
        static_trouble,
        loops,
        part,
        default,
        shelf
    ]
}

async fn answer(app: Router, path: &str) -> axum::response::Response {
    let request = Request::get(path).header(header::HOST, "localhost");
    let request = request.body(Body::empty()).unwrap();
    app.oneshot(request).await.unwrap()
}

async fn get(path: &str) -> (String, String) {
    let response = answer(app(), path).await;
    let kind = response.headers()[header::CONTENT_TYPE].to_str().unwrap();
    let kind = kind.to_owned();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (kind, String::from_utf8(body.to_vec()).unwrap())
}

async fn page(path: &str) -> String {
    get(path).await.1
}

const CART: &str = "<section><ul><li>Tea &#38; milk × 2</li>\
    <li>&#60;/isle-island&#62;&#60;script&#62; × 2</li></ul>";

#[tokio::test]
async fn without_a_directive_it_is_static() {
    let page = page("/static").await;
    assert!(page.contains(&format!("{CART}</section>")), "{page}");
    for script in ["<isle-island", "<script", "modulepreload"] {
        assert!(!page.contains(script), "{page}");
    }
}

#[tokio::test]
async fn with_a_directive_the_markup_stands_in_the_island() {
    let page = page("/load").await;
    let island = format!(
        " client:load style=\"display:contents\">{CART}<p>'&#34;&#60;&#38;</p></section></isle-island>"
    );
    assert!(page.contains(&island), "{page}");
    // The browser reads the JSON that the server rendered from.
    assert!(
        page.contains(r#""note":"\u0027\"\u003c\u0026"}'"#),
        "{page}"
    );
    assert_eq!(page.matches("modulepreload").count(), 2, "{page}");
}

#[tokio::test]
async fn the_server_renders_nothing_for_client_only() {
    let page = page("/only").await;
    assert!(page.contains("><i>soon</i></isle-island>"), "{page}");
    assert!(!page.contains("<section>"), "{page}");
}

/// Each page that shows the island links its style sheet once, however it shows it.
#[tokio::test]
async fn style_sheets_are_linked_and_served() {
    for path in ["/static", "/load", "/only", "/slots"] {
        let page = page(path).await;
        let links: Vec<&str> = page
            .split("<link rel=\"stylesheet\" href=\"")
            .skip(1)
            .collect();
        let [link] = links.as_slice() else {
            panic!("{path} links {} style sheets", links.len());
        };
        let (kind, style) = get(link.split('"').next().unwrap()).await;
        assert_eq!(kind, "text/css; charset=utf-8");
        assert_eq!(style, "section { color: teal }\n");
    }
    assert!(!page("/trouble/render").await.contains("stylesheet"));
}

#[tokio::test]
async fn slots_go_through_the_component() {
    let page = page("/slots").await;
    let placed = "<h2>T</h2><isle-slot style=\"display:contents\"><!--[--><p>In it</p><isle-island src=\"Cart-";
    assert!(page.contains(placed), "{page}");
    // The component forgot this one: the browser finds it, and shows nothing of it.
    let kept = "<template data-isle-slot=\"footer\"><b>Foot</b></template></isle-island>";
    assert!(page.contains(kept), "{page}");
}

/// The module that takes slots is larger, and goes only to pages whose islands declare some.
#[tokio::test]
async fn only_an_island_with_slots_loads_what_takes_them() {
    let page = page("/slots").await;
    let module = async |island: &str| {
        let preload = page
            .split("<link rel=\"modulepreload\" href=\"")
            .find(|rest| rest.contains(island))
            .unwrap();
        get(preload.split('"').next().unwrap()).await.1
    };
    let src = |name| {
        let rest = page
            .split_once(&format!("<isle-island src=\"{name}-"))
            .unwrap()
            .1;
        format!("{name}-{}", rest.split('"').next().unwrap())
    };
    assert!(module(&src("Panel")).await.contains("slots"));
    assert!(!module(&src("Cart")).await.contains("slots"));
}

#[tokio::test]
async fn a_component_may_promise_its_markup() {
    let page = page("/static-trouble/promise").await;
    assert!(page.ends_with("<h1>Still here</h1><b>async</b>"), "{page}");
}

#[tokio::test]
async fn a_component_finds_the_language_and_nothing_else() {
    let page = page("/static-trouble/outside").await;
    for name in [
        "fetch",
        "process",
        "require",
        "setTimeout",
        "document",
        "performance",
    ] {
        assert!(page.contains(&format!("{name}: undefined")), "{page}");
    }
}

#[tokio::test]
async fn a_part_of_a_document_brings_what_it_needs() {
    let page = page("/part").await;
    let place = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("no {text} in {page}"))
    };
    assert!(
        place("<link rel=\"stylesheet\"") < place("<isle-island"),
        "{page}"
    );
    assert!(
        place("<script type=\"module\" async src=") < place("<isle-island"),
        "{page}"
    );
}

#[tokio::test]
async fn an_island_behind_a_component_brings_its_style_sheet() {
    let page = page("/shelf").await;
    assert!(
        page.ends_with("<div><section><ul></ul></section><section><ul></ul></section></div>"),
        "{page}"
    );
    assert_eq!(page.matches("stylesheet").count(), 1, "{page}");
}

#[tokio::test]
async fn a_prop_that_is_left_out_has_its_default() {
    let page = page("/default").await;
    assert!(
        page.contains("<b>fine</b><isle-island src=\"Trouble-"),
        "{page}"
    );
    assert!(
        page.contains(r#" props='{"how":"render"}' client:load"#),
        "{page}"
    );
}

/// Nothing in the page needs more than the default policy allows.
#[tokio::test]
async fn the_strict_policy_holds() {
    let settings = isle::Settings::default();
    let policy = answer(strict::SITE::router(settings), "/load")
        .await
        .headers()["content-security-policy"]
        .clone();
    let policy = policy.to_str().unwrap();
    assert!(
        policy.contains("script-src 'self'") && !policy.contains("eval"),
        "{policy}"
    );
    for path in ["/static", "/load", "/slots", "/trouble/throw"] {
        let page = page(path).await;
        assert_eq!(
            page.matches("<script").count(),
            page.matches("async src=\"/_isle/").count(),
            "{page}"
        );
        assert!(!page.contains(" on"), "{page}");
    }
}

mod strict {
    use super::load;

    isle::site! { pub(super) SITE: [load] }
}

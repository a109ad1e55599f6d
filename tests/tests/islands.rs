//! Islands: what stands in a page, which files are served, and which not.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex};

use isle::prelude::*;
use isle_dom::Node;
use isle_tests::raw::Server;
use serde_json::{Value, json};
use tower_service::Service;

#[island("islands/counter.js")]
fn Counter(start: u32, #[default] step: u32, label: Option<&str>) -> Html {
    html! { <button title={label} data-step={step}>{start}" times"</button><slot /> }
}

#[island("islands/chart.js")]
fn Chart(points: Vec<f64>) -> Html {
    html! { <p>{points.len()}</p> }
}

#[island("islands/echo.js")]
fn Echo() -> Html {
    html! { <i>"echo"</i> }
}

#[component]
fn Layout(title: &str) -> Html {
    html! {
        <!DOCTYPE html>
        <html lang="en">
            <head><title>{title}</title><slot name="head" /></head>
            <body><slot /></body>
        </html>
    }
}

#[page("/plain")]
async fn plain() -> Page {
    html! { <Layout title="Plain"><Counter start={1} /></Layout> }
}

#[page("/three")]
async fn three() -> Page {
    html! {
        <Layout title="Three">
            <Counter start={1} client:load />
            <Counter start={2} label="a & b" client:visible="200px" client:idle={500}><b>"slot"</b></Counter>
            <Chart points={vec![1.0, 2.5]} client:only><em slot="fallback">"Loading"</em></Chart>
        </Layout>
    }
}

/// An island behind components that call one another.
#[component]
fn Tree(depth: u32) -> Html {
    html! { <div>{if depth > 0 { <Branch {depth} /> } else { <Echo client:event /> }}</div> }
}

#[component]
fn Branch(depth: u32) -> Html {
    html! { <Tree depth={depth - 1} /> }
}

#[page("/deep")]
async fn deep() -> Html {
    let inner = html! { <Tree depth={3} /> };
    html! { <h1>"Deep"</h1>{inner} }
}

/// Markup that is made in the page's function, and sent as a response of its own.
#[page("/answer")]
async fn answer() -> Page {
    let list = vec![html! { <Echo client:load /> }];
    respond((StatusCode::ACCEPTED, html! { <p>{list}</p> }))
}

#[page("/row", partial)]
async fn row() -> Html {
    html! { <tr><td><Echo client:load /></td></tr> }
}

#[endpoint(GET, "/fragment")]
async fn fragment() -> Html {
    html! { <Echo client:idle /> }
}

#[page("/hidden")]
async fn hidden() -> Page {
    html! {
        ---
        use isle::Html;
        #[component]
        fn Local(name: &str) -> Html {
            html! { <Echo client:media="(min-width: 40em)" />{name} }
        }
        if false {
            return html! { <p>"never"</p> };
        }
        ---
        <Local name="x" />
    }
}

/// Heads as people write them, and as they leave them out. Each is followed by an island.
const HEADS: [&str; 12] = [
    "<!DOCTYPE html><html lang='en'><head><title>a</head></title><script>'</head>'</script></head><body>",
    "<!DOCTYPE html><html><HEAD data-x='</head>'><!-- </head> --><meta charset='utf-8'></HEAD ><body>",
    "<!DOCTYPE html><html><head></head>\n<body class=b>",
    "<!DOCTYPE html><html>\n<body>",
    "<!DOCTYPE html>\n<!-- a --><title>a</title>\n<style>a{}</style>",
    "<!DOCTYPE html><title>a</title>text",
    "<!DOCTYPE html><head><template><p></head><template></template></template><link rel=x>",
    "<!DOCTYPE html><head><noscript><style></noscript></style></noscript></head>",
    "<!DOCTYPE html><!--><title>a</title>",
    "<!DOCTYPE html><meta name=\"a\" content=\"</head>\"><h1>é</h1>",
    "<!DOCTYPE html><base href=/x/></p><title>é</title><main>",
    "<?xml version='1.0'?><!DOCTYPE html><html></head><body>",
];

#[page("/heads/[number]")]
async fn heads(number: usize) -> Page {
    let head = Html::trusted(HEADS[number]);
    html! { {head}<Echo client:load /> }
}

#[derive(ClientProps)]
struct Film {
    title: String,
    r#type: Kind,
    ratings: BTreeMap<String, f32>,
    next: Option<Box<Film>>,
}

#[derive(ClientProps)]
enum Kind {
    Short,
    Series(u16),
    Part { of: String, number: u8 },
    Pair(char, bool),
}

#[derive(ClientProps)]
struct Id(i64);

#[derive(ClientProps)]
struct Range<T>(T, T);

#[island("islands/echo.js")]
fn Sends<T: isle::island::ClientSafe>(
    films: &[Film],
    range: Range<T>,
    id: Id,
    #[default(vec![7])] numbers: Vec<u8>,
    note: Option<String>,
    text: &str,
) -> Html {
    html! { <p>{films.len()}{numbers.len()}{note.is_some()&& <b>"note"</b>}{text}</p> }
}

#[page("/props")]
async fn props() -> Page {
    let film = |r#type, next| Film {
        title: "</script><!-- 'a' & \"b\" \u{2028}".to_owned(),
        r#type,
        ratings: BTreeMap::from([("a".to_owned(), 0.1), ("\u{0}".to_owned(), -1e30)]),
        next,
    };
    let last = film(
        Kind::Part {
            of: "x".to_owned(),
            number: 2,
        },
        None,
    );
    let films = [
        film(Kind::Short, Some(Box::new(last))),
        film(Kind::Series(3), None),
        film(Kind::Pair('é', true), None),
    ];
    html! { <Sends films={&films} range={Range(-1.5, 2e300)} id={Id(9_007_199_254_740_991)} text="" client:load /> }
}

#[page("/quoted")]
async fn quoted() -> Page {
    html! { <Sends films={&[]} range={Range(0, 1)} id={Id(0)} text="<>\"&'" client:load /> }
}

#[page("/loads")]
async fn loads() -> Page {
    html! { <Counter start={1} client:load /><Echo client:load /><Counter start={2} client:load /> }
}

#[page("/large/[id]")]
async fn large(id: i64) -> Page {
    html! { <Sends films={&[]} range={Range(0, 1)} id={Id(id)} text="" client:load /> }
}

#[page("/ratio/[of]")]
async fn ratio(of: f64) -> Page {
    html! { <Sends films={&[]} range={Range(of, of)} id={Id(0)} text="" client:load /> }
}

mod site {
    isle::site! {
        pub SITE: [
            super::plain, super::three, super::deep, super::answer, super::row, super::fragment, super::hidden,
            super::heads, super::props, super::quoted, super::loads, super::large, super::ratio,
        ],
        base: "/docs"
    }
}

async fn server() -> Server {
    Server::start(site::SITE::router(isle::Settings::default())).await
}

/// A page, and what a browser makes of it.
async fn page(server: &Server, path: &str) -> Document {
    let answer = server.get(path).await;
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8"),
        "{path}"
    );
    Document(isle_dom::parse(answer.text()))
}

struct Document(Vec<Node>);

impl Document {
    /// The attributes of each element of this name.
    fn all(&self, name: &str) -> Vec<BTreeMap<String, String>> {
        let mut found = Vec::new();
        for node in &self.0 {
            node.each_element(&mut |element| {
                if element.name == name {
                    found.push(element.attributes.iter().cloned().collect());
                }
            });
        }
        found
    }

    /// The files that the page loads: modules to be preloaded, then scripts.
    fn loaded(&self) -> Vec<String> {
        let links = self.all("link").into_iter().map(|it| it["href"].clone());
        let scripts = self.all("script").into_iter().map(|it| it["src"].clone());
        links.chain(scripts).collect()
    }

    /// The first island's props.
    fn props(&self) -> Value {
        serde_json::from_str(&self.all("isle-island")[0]["props"]).unwrap()
    }
}

/// The name of a served file, without the hash.
fn plain_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap();
    name.rsplit_once('-').unwrap().0
}

#[tokio::test]
async fn is_01_an_island_without_a_directive_is_plain_markup() {
    let server = server().await;
    let answer = server.get("/docs/plain").await;
    for word in ["<script", "isle-island", "modulepreload", "props"] {
        assert!(!answer.text().contains(word), "{}", answer.text());
    }
}

#[tokio::test]
async fn is_02_three_islands_load_one_external_script() {
    let server = server().await;
    let answer = server.get("/docs/loads").await;
    let tree = Document(isle_dom::parse(answer.text()));
    assert_eq!(tree.all("isle-island").len(), 3);
    let scripts = tree.all("script");
    assert_eq!(scripts.len(), 1);
    assert!(
        scripts[0].contains_key("src"),
        "none is inline: {scripts:?}"
    );
    assert!(tree.all("style").is_empty());
    // Two of them share their files.
    let names: Vec<String> = tree.loaded();
    let names: Vec<&str> = names.iter().map(|path| plain_name(path)).collect();
    assert_eq!(names[..3], ["counter", "format", "echo"]);
    assert_eq!(names.len(), 4);
}

#[tokio::test]
async fn is_04_props_come_back_out_of_the_attribute() {
    let server = server().await;
    let tree = page(&server, "/docs/quoted").await;
    assert_eq!(tree.props()["text"], "<>\"&'");
}

#[tokio::test]
async fn is_05_the_server_renders_the_fallback_alone() {
    let server = server().await;
    let answer = server.get("/docs/three").await;
    let (_, chart) = answer.text().split_once("src=\"chart-").unwrap();
    assert!(chart.contains(" client:only "));
    let (_, inside) = chart.split_once('>').unwrap();
    assert!(
        inside.starts_with("<em>Loading</em></isle-island>"),
        "{inside}"
    );
}

#[tokio::test]
async fn an_island_tells_its_file_its_props_and_its_directives_in_order() {
    let server = server().await;
    let answer = server.get("/docs/three").await;
    let tree = Document(isle_dom::parse(answer.text()));
    let islands = tree.all("isle-island");
    let names: Vec<&str> = islands.iter().map(|it| plain_name(&it["src"])).collect();
    assert_eq!(names, ["counter", "counter", "chart"]);
    assert!(islands.iter().all(|it| it["style"] == "display:contents"));
    assert_eq!(islands[0]["client:load"], "");
    assert_eq!(islands[1]["client:visible"], "200px");
    assert_eq!(islands[1]["client:idle"], "500");
    assert!(
        answer
            .text()
            .contains(r#" client:visible="200px" client:idle="500" "#),
        "their order counts"
    );
    let props: Vec<Value> = islands
        .iter()
        .map(|it| serde_json::from_str(&it["props"]).unwrap())
        .collect();
    assert_eq!(props[1], json!({ "start": 2, "step": 0, "label": "a & b" }));
    assert_eq!(props[2], json!({ "points": [1.0, 2.5] }));
    // Markup, slots and the fallback; nothing of what only the browser renders.
    assert!(answer.text().contains(
        "<button title=\"a &amp; b\" data-step=\"0\">2 times</button><b>slot</b></isle-island>"
    ));
    assert!(answer.text().contains("><em>Loading</em></isle-island>"));
}

#[tokio::test]
async fn the_head_loads_the_script_once_and_what_is_wanted_at_once_with_its_imports() {
    let server = server().await;
    let tree = page(&server, "/docs/three").await;
    let loaded = tree.loaded();
    let names: Vec<&str> = loaded.iter().map(|path| plain_name(path)).collect();
    // Not `draw`, which is imported when it is needed.
    assert_eq!(names[..3], ["counter", "format", "chart"]);
    assert_eq!(tree.all("script").len(), 1);
    let script = &tree.all("script")[0];
    assert_eq!(
        (script["type"].as_str(), script.contains_key("async")),
        ("module", true)
    );
    assert!(
        loaded.iter().all(|path| path.starts_with("/docs/_isle/")),
        "{loaded:?}"
    );
    // Nothing is wanted at once.
    let tree = page(&server, "/docs/deep").await;
    assert_eq!((tree.all("link").len(), tree.all("script").len()), (0, 1));
}

#[tokio::test]
async fn every_file_that_a_page_may_need_is_served_for_ever() {
    let server = server().await;
    let mut wanted = page(&server, "/docs/three").await.loaded();
    for path in [
        "/docs/deep",
        "/docs/answer",
        "/docs/row",
        "/docs/fragment",
        "/docs/hidden",
    ] {
        let tree = page(&server, path).await;
        assert_eq!(tree.all("script").len(), 1, "{path}");
        wanted.extend(tree.loaded());
        let sources = tree.all("isle-island").into_iter();
        wanted.extend(sources.map(|it| format!("/docs/_isle/{}", it["src"])));
    }
    let mut seen = 0;
    while let Some(path) = wanted.pop() {
        seen += 1;
        let answer = server.get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        for (name, value) in [
            ("content-type", "text/javascript; charset=utf-8"),
            ("cache-control", "public, max-age=31536000, immutable"),
            ("x-content-type-options", "nosniff"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
        // Imports name what is served, too.
        for import in answer
            .text()
            .split(['"', '\''])
            .filter(|text| text.starts_with("./") && text.ends_with(".js"))
        {
            wanted.push(format!("/docs/_isle/{}", &import[2..]));
        }
    }
    assert!(seen > 10, "{seen}");
}

#[tokio::test]
async fn a_file_answers_get_and_head_and_other_names_are_not_found() {
    let server = server().await;
    let path = page(&server, "/docs/three").await.loaded().remove(0);
    let get = server.get(&path).await;
    let head = server.request("HEAD", &path, &[]).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(
        head.header("content-length"),
        Some(get.body.len().to_string().as_str())
    );
    let post = server.post(&path, "", &[]).await;
    assert_eq!(
        (post.status, post.header("allow")),
        (405, Some("GET, HEAD"))
    );
    assert_eq!(server.request("OPTIONS", &path, &[]).await.status, 204);
    for path in [
        "/docs/_isle/counter.js",
        "/docs/_isle/x",
        "/docs/_isle/..%2Fx.js",
        "/_isle/isle.js",
    ] {
        assert_eq!(server.get(path).await.status, 404, "{path}");
    }
}

/// Whether a page's tags have an island wait.
fn waits<P: isle::__::Routed>() -> bool {
    let isle::__::Table::Page(page) = P::TABLE else {
        panic!("a list");
    };
    let mut reached = Box::new(isle::__::Reached::new());
    (page.reach)(&mut reached);
    reached.is_waiting()
}

/// What a release build decides by which script it sends.
#[test]
fn a_page_tells_whether_an_island_of_it_may_wait() {
    assert!(waits::<three>(), "it is visible");
    assert!(waits::<deep>(), "an event, behind components");
    assert!(waits::<fragment>(), "idle, of an endpoint");
    assert!(waits::<hidden>(), "media, in a component of the page's own");
    for waits in [waits::<plain>, waits::<answer>, waits::<row>] {
        assert!(!waits());
    }
}

/// The name of the script that a router's page loads.
async fn script(mut app: axum::Router, path: &str) -> String {
    let ask = async |app: &mut axum::Router, path: &str| {
        let request = axum::http::Request::get(path).body(axum::body::Body::empty());
        let answer = app.call(request.unwrap()).await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await;
        String::from_utf8(body.unwrap().to_vec()).unwrap()
    };
    let page = ask(&mut app, path).await;
    let tag = page.split_once("<script type=\"module\" async src=\"");
    let path = tag.unwrap().1.split('"').next().unwrap().to_owned();
    assert!(ask(&mut app, &path).await.contains("isle-island"));
    path.rsplit_once('/').unwrap().1.to_owned()
}

/// One script for all pages of a table, so that nobody loads two: the smaller one where no island waits.
#[tokio::test]
async fn the_script_is_the_one_that_the_sites_islands_need() {
    let name = |release| {
        if cfg!(debug_assertions) {
            "isle.debug-"
        } else {
            release
        }
    };
    let at_once = script(isle::router![loads, row], "/loads").await;
    assert!(at_once.starts_with(name("isle.load-")), "{at_once}");
    let mixed = script(isle::router![loads, three], "/loads").await;
    assert!(mixed.starts_with(name("isle-")), "{mixed}");
}

/// What a log says at the level of warnings while a page is made.
async fn warnings(path: &str) -> String {
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);
    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let mut app: axum::Router = isle::router![weighty, allowed];
    let request = axum::http::Request::get(path)
        .body(axum::body::Body::empty())
        .unwrap();
    assert_eq!(app.call(request).await.unwrap().status(), 200);
    let bytes = log.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[island("islands/echo.js", budget = 100)]
fn Weighed(text: &str) -> Html {
    html! { <i>"x"</i> }
}

#[page("/weighty/[size]")]
async fn weighty(size: usize) -> Html {
    html! { <Weighed text={&"a".repeat(size)} client:load /> }
}

#[page("/allowed/[size]")]
async fn allowed(size: usize) -> Html {
    html! { <Sends films={&[]} range={Range(0, 1)} id={Id(0)} text={&"a".repeat(size)} client:load /> }
}

/// `{"text":""}` takes eleven bytes.
#[tokio::test]
async fn props_beyond_the_budget_are_told_to_the_log() {
    assert_eq!(warnings("/weighty/89").await, "");
    let told = warnings("/weighty/90").await;
    for part in ["island=\"Weighed\"", "bytes=101", "budget=100"] {
        assert!(told.contains(part), "{told}");
    }
    assert!(!told.contains("aaa"), "never the value");
    assert_eq!(warnings("/allowed/16000").await, "");
    assert!(warnings("/allowed/16384").await.contains("budget=16384"));
}

#[tokio::test]
async fn a_file_is_sent_in_the_coding_that_is_wanted() {
    let server = server().await;
    let path = page(&server, "/docs/three").await.loaded().pop().unwrap();
    let plain = server.get(&path).await;
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(plain.header("vary"), Some("accept-encoding"));
    for (accepted, coding) in [
        ("gzip, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0.1, gzip", "gzip"),
    ] {
        let answer = server
            .request("GET", &path, &[("accept-encoding", accepted)])
            .await;
        assert_eq!(answer.header("content-encoding"), Some(coding));
        let mut text = Vec::new();
        match coding {
            "br" => brotli::BrotliDecompress(&mut &*answer.body, &mut text).unwrap(),
            _ => drop(flate2::read::GzDecoder::new(&*answer.body).read_to_end(&mut text)),
        }
        assert!(text == plain.body, "{accepted}");
        let length = answer.body.len().to_string();
        assert_eq!(answer.header("content-length"), Some(&*length));
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
    }
}

#[tokio::test]
async fn a_part_of_a_document_begins_with_the_script() {
    let server = server().await;
    for path in ["/docs/row", "/docs/fragment"] {
        let answer = server.get(path).await;
        assert!(
            answer
                .text()
                .starts_with("<script type=\"module\" async src=\"/docs/_isle/isle"),
            "{path}"
        );
    }
}

/// What is added stands at the end of the head, and the rest of the tree is as it was.
#[tokio::test]
async fn whatever_the_head_looks_like() {
    fn is_added(node: &Node) -> bool {
        matches!(node, Node::Element(it) if it.attributes.iter().any(|(_, value)| value.contains("/_isle/")))
    }
    fn without(nodes: &[Node], taken: &mut Vec<Node>) -> Vec<Node> {
        let mut left = Vec::new();
        for node in nodes {
            match node {
                node if is_added(node) => taken.push(node.clone()),
                Node::Element(element) => {
                    let mut element = element.clone();
                    element.children = without(&element.children, taken);
                    left.push(Node::Element(element));
                }
                node => left.push(node.clone()),
            }
        }
        left
    }
    let server = server().await;
    for (number, head) in HEADS.iter().enumerate() {
        let answer = server.get(&format!("/docs/heads/{number}")).await;
        let found = isle_dom::parse(answer.text());
        let mut in_head = 0;
        for node in &found {
            node.each_element(&mut |element| {
                if element.name == "head" {
                    in_head = element
                        .children
                        .iter()
                        .rev()
                        .take_while(|node| is_added(node))
                        .count();
                }
            });
        }
        assert_eq!(in_head, 2, "{head}: {}", answer.text());
        let island = &answer.text()[answer.text().find("<isle-island").unwrap()..];
        let doctype = if head.starts_with("<!D") {
            ""
        } else {
            "<!DOCTYPE html>"
        };
        let expected = isle_dom::parse(&format!("{doctype}{head}{island}"));
        let found = without(&found, &mut Vec::new());
        assert_eq!(isle_dom::difference(&expected, &found), None, "{head}");
    }
}

#[tokio::test]
async fn props_arrive_as_they_were() {
    let server = server().await;
    let film = |kind: Value, next: Value| {
        json!({
            "title": "</script><!-- 'a' & \"b\" \u{2028}",
            "type": kind,
            "ratings": { "\u{0}": -1e30, "a": 0.1 },
            "next": next,
        })
    };
    let last = film(json!({ "Part": { "of": "x", "number": 2 } }), Value::Null);
    let expected = json!({
        "films": [
            film(json!("Short"), last),
            film(json!({ "Series": 3 }), Value::Null),
            film(json!({ "Pair": ["é", true] }), Value::Null),
        ],
        "range": [-1.5, 2e300],
        "id": 9_007_199_254_740_991_i64,
        "numbers": [7],
        "note": null,
        "text": "",
    });
    let tree = page(&server, "/docs/props").await;
    assert_eq!(tree.props(), expected);
}

#[tokio::test]
async fn a_number_that_javascript_would_change_fails_the_page() {
    let server = server().await;
    for (path, status) in [
        ("/docs/large/9007199254740991", 200),
        ("/docs/large/-9007199254740991", 200),
        ("/docs/large/9007199254740992", 500),
        ("/docs/large/-9007199254740992", 500),
        ("/docs/ratio/0.5", 200),
        ("/docs/ratio/NaN", 500),
        ("/docs/ratio/inf", 500),
    ] {
        assert_eq!(server.get(path).await.status, status, "{path}");
    }
}

/// Routers that are merged keep the files of their islands apart.
#[tokio::test]
async fn two_routers_with_islands_merge() {
    let app = axum::Router::new()
        .merge(isle::router![plain, three])
        .merge(isle::router![deep, answer]);
    let server = Server::start(app).await;
    for path in ["/three", "/deep", "/answer"] {
        for file in page(&server, path).await.loaded() {
            assert_eq!(server.get(&file).await.status, 200, "{file}");
        }
    }
}

//! Live reload: asked for, it is on every page of a debug build; not asked for, it is nowhere.
#![forbid(unsafe_code)]
#![cfg(debug_assertions)]

use isle::Settings;
use isle::prelude::*;
use isle_tests::raw::Server;

#[page("/")]
async fn home() -> Page {
    html! { <h1>"Home"</h1> }
}

#[page("/part", partial)]
async fn part() -> Page {
    html! { <p>"part"</p> }
}

#[endpoint(GET, "/text")]
async fn text() -> &'static str {
    "text"
}

#[page("/404")]
async fn lost() -> Page {
    html! { <h1>"Lost"</h1> }
}

mod site {
    isle::site! { pub SITE: [super::home, super::part, super::text, super::lost], base: "/app" }
}

async fn server(on: bool) -> Server {
    let settings = Settings::default().live_reload(on);
    let app = site::SITE::router(settings.clone());
    Server::start(app.fallback(site::SITE::not_found(settings))).await
}

#[tokio::test]
async fn pages_hold_nothing_of_it_unless_it_is_asked_for() {
    let server = server(false).await;
    for path in ["/app", "/app/part", "/app/lost"] {
        assert!(!server.get(path).await.text().contains("<script"), "{path}");
    }
    for path in ["/app/_isle/reload.js", "/app/_isle/reload"] {
        assert_eq!(server.get(path).await.status, 404, "{path}");
    }
}

/// The id in a page is the one that the events tell.
#[tokio::test]
async fn a_page_knows_the_process_that_made_it() {
    let server = server(true).await;
    let script = |text: &str| {
        let start = "<script type=\"module\" async src=\"";
        let (_, rest) = text.split_once(start)?;
        rest.split_once('"').map(|(path, _)| path.to_owned())
    };
    let path = script(server.get("/app").await.text()).unwrap();
    let (file, boot) = path.split_once('?').unwrap();
    assert_eq!(file, "/app/_isle/reload.js");
    let js = server.get(&path).await;
    assert_eq!(
        (js.status, js.header("cache-control")),
        (200, Some("no-store"))
    );
    let events = server.get("/app/_isle/reload").await;
    assert_eq!(events.header("content-type"), Some("text/event-stream"));
    assert_eq!(events.header("cache-control"), Some("no-store"));
    assert_eq!(events.text(), format!("data: {boot}\n\n"));
    // An error page reloads, too; what is no document is left alone.
    assert!(script(server.get("/app/nowhere").await.text()).is_some());
    for path in ["/app/part", "/app/text"] {
        assert_eq!(script(server.get(path).await.text()), None, "{path}");
    }
}

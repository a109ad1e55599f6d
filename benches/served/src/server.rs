//! What the servers in Rust have in common: one thread, the port that `PORT` says, the data.

use std::env;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use isle_benches::data::{self, Comment, Data};
use isle_benches::engine::Engine;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

/// What every server shows.
pub fn data() -> &'static Data {
    static DATA: LazyLock<Data> = LazyLock::new(Data::new);
    &DATA
}

/// So many of the comments of which pages of different sizes are made.
pub fn comments(count: usize) -> &'static [Comment] {
    static ALL: LazyLock<Vec<Comment>> = LazyLock::new(|| data::comments(MOST));
    &ALL[..count.min(MOST as usize)]
}

/// Comments enough for 10 MB.
const MOST: u32 = 24_000;

/// A runtime with one worker.
pub fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be built")
}

/// Where to listen.
pub fn address() -> (&'static str, u16) {
    let port = env::var("PORT").expect("`PORT` is set");
    ("127.0.0.1", port.parse().expect("`PORT` is a number"))
}

/// Serves with what axum has for it, on one thread.
pub fn serve(app: Router) {
    runtime().block_on(async {
        let listener = TcpListener::bind(address())
            .await
            .expect("the port is free");
        axum::serve(listener, app).await.expect("serving");
    });
}

/// Handlers that print with an engine, as somebody writes them who has axum and that engine. Each argument of the
/// program's is a header that they send too, such as `referrer-policy: no-referrer`.
pub fn engine(engine: &'static Engine) -> Router {
    let headers: HeaderMap = env::args()
        .skip(1)
        .map(|it| {
            let (name, value) = it.split_once(": ").expect("a header has a colon");
            let name: HeaderName = name.parse().expect("a header's name");
            let value = HeaderValue::from_str(value).expect("a header's value");
            (name, value)
        })
        .collect();
    let pages =
        Router::new()
            .route(
                "/teams",
                get(|State(data): State<&'static Data>| async {
                    html((engine.teams)(&data.teams))
                }),
            )
            .route(
                "/table",
                get(|State(data): State<&'static Data>| async {
                    html((engine.table)(&data.table))
                }),
            )
            .route(
                "/product",
                get(|State(data): State<&'static Data>| async {
                    html((engine.product)(&data.product))
                }),
            )
            .route(
                "/comments",
                get(|State(data): State<&'static Data>| async {
                    html((engine.comments)(&data.comments))
                }),
            )
            .route(
                "/comments/{count}",
                get(move |Path(count): Path<usize>| async move {
                    html((engine.comments)(comments(count)))
                }),
            )
            .with_state(data());
    if headers.is_empty() {
        return pages;
    }
    pages.layer(axum::middleware::map_response(
        move |mut response: Response| {
            for (name, value) in &headers {
                response.headers_mut().insert(name.clone(), value.clone());
            }
            std::future::ready(response)
        },
    ))
}

fn html(page: Vec<u8>) -> Response {
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    ([(CONTENT_TYPE, html)], page).into_response()
}

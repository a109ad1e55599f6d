//! The server that is attacked.

use std::time::Duration;

use isle::prelude::*;
use isle::serve::{Limits, Server};

/// Shows what was asked for, among some markup.
#[page("/hello/[token]")]
async fn hello(token: String) -> Page {
    html! {
        <html lang="en">
            <head><title>{&token}</title></head>
            <body>
                <h1>Hello, {&token}!</h1>
                <ul>{for number in 0..50 { <li>"Number "{number}</li> }}</ul>
            </body>
        </html>
    }
}

#[page("/panic")]
async fn panic() -> Page {
    html! { <p><Broken number={3}/></p> }
}

#[component]
fn Broken(number: usize) -> Html {
    let numbers = [1, 2, 3];
    html! { <b>{numbers[number]}</b> }
}

#[endpoint(POST, "/length")]
async fn length(body: String) -> String {
    body.len().to_string()
}

#[page("/never")]
async fn never() -> Page {
    std::future::pending::<()>().await;
    html! { <p>"never"</p> }
}

#[page("/500")]
async fn failed() -> Page {
    html! { <h1>"Something failed"</h1> }
}

/// Serves until it is asked to end. Prints its address.
pub(crate) async fn serve() {
    // Thousands of panics are a part of it.
    std::panic::set_hook(Box::new(|_| {}));
    let limits = Limits {
        first_byte: Duration::from_secs(1),
        header: Duration::from_secs(1),
        body: Duration::from_secs(1),
        answer: Duration::from_secs(1),
        idle: Duration::from_secs(2),
        write: Duration::from_secs(2),
        connections: 512,
        ..Limits::default()
    };
    let server = Server::new().limits(limits).bind(("127.0.0.1", 0));
    let server = server.await.expect("a free port");
    println!("{}", server.address());
    server
        .run(isle::router![hello, panic, length, never, failed])
        .await;
}

//! The standalone server, and the layers that it is made of.
//!
//! [`serve`] is all that most programs need; [`Server`] is the same with settings. Each layer around the application is
//! public, for programs that have another server.
//!
//! | what a client does | what happens by default |
//! |---|---|
//! | says nothing, or half of a request's head | the connection is closed after 10 s |
//! | sends a head of more than 64 KiB | 431 |
//! | sends a body of more than 1 MiB | 413, before anything is read where the length is said |
//! | sends a body slowly | 408 after 10 s of waiting, and a second more for each KiB |
//! | names no host, or what is none | 400 |
//! | reads nothing of its answer | the connection is closed after 30 s |
//! | keeps a connection | it is closed after 60 s, or when another needs its place among 4,096 |
//! | goes away | the work on its request is dropped |
//!
//! | what the application does | what happens by default |
//! |---|---|
//! | panics | 500, with the site's page; where the body had begun, it is cut off |
//! | does not begin to answer for 30 s | 503, and its work is dropped |
//! | is asked to end | it takes no more connections, and has 10 s for what it has begun |
//!
//! What blocks a thread, such as a loop that never awaits, can't be ended by anybody: it belongs into
//! [`spawn_blocking`](https://docs.rs/tokio/latest/tokio/task/fn.spawn_blocking.html).

mod activity;
mod address;
mod bodies;
mod compressed_body;
mod compression;
mod connection;
mod connections;
mod error_pages;
mod hosts;
mod in_flight;
mod limits;
mod probes;
mod request_log;
mod server;
mod signals;
mod watched;

use std::io;

use tokio::net::ToSocketAddrs;

pub use bodies::{BodiesService, Exceeded, Limited, RequestBodies};
pub use compressed_body::CompressedBody;
pub use compression::{Compressed, Compression, CompressionService};
pub use error_pages::{ErrorPages, ErrorPagesService, Shown};
pub use hosts::{Checked, Hosts, HostsService};
pub use limits::Limits;
pub use probes::{Probed, Probes, ProbesService};
pub use request_log::{LogService, Logged, RequestLog};
pub use server::{Bound, Server};

/// Serves an application until Ctrl-C or SIGTERM, and prints its address.
///
/// The module's [page](self) says what it does for the application; [`Server`] is the same with settings.
///
/// ```no_run
/// use isle::prelude::*;
///
/// #[page("/")]
/// async fn home() -> Page {
///     html! { <h1>Hello!</h1> }
/// }
///
/// # async fn run() -> std::io::Result<()> {
/// isle::serve(isle::router![home], "127.0.0.1:3000").await
/// # }
/// ```
///
/// # Errors
/// The address can't be bound: the message says which, and what to do where another program has it.
pub async fn serve(app: axum::Router, address: impl ToSocketAddrs) -> io::Result<()> {
    let server = Server::new().bind(address).await?;
    println!("Listening at http://{}", server.address());
    server.run(app).await;
    Ok(())
}

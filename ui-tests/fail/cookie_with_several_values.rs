use isle::prelude::*;

#[derive(CookieValue)]
#[cookie(name = "session", signed)]
struct Session(u64, u64);

#[page("/")]
async fn home(session: Option<Session>) -> Page {
    html! { <p>{session.map(|session| session.0)}</p> }
}

fn main() {
    let _: axum::Router = isle::router![home];
}

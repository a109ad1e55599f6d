use isle::prelude::*;

#[derive(CookieValue)]
#[cookie(name = "session", signed)]
struct Session<T> {
    user: T,
}

#[page("/")]
async fn home(session: Option<Session<u64>>) -> Page {
    html! { <p>{session.map(|session| session.user)}</p> }
}

fn main() {
    let _: axum::Router = isle::router![home];
}

use isle::prelude::*;

#[derive(CookieValue)]
#[cookie(name = "session", signed)]
struct Session {
    user: u64,
}

#[page("/")]
async fn home(session: Option<Session>) -> Page {
    html! { <p>{session.map(|session| session.user)}</p> }
}

fn main() {
    let _: axum::Router = isle::router![home];
}

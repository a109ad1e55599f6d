use isle::prelude::*;

#[derive(CookieValue)]
#[cookie(name = "session", signed)]
struct Session {
    user: std::time::Instant,
}

#[page("/")]
async fn home(session: Option<Session>) -> Page {
    html! { <p>{session.map(|_| "yes")}</p> }
}

fn main() {
    let _: axum::Router = isle::router![home];
}

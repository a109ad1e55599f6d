use isle::prelude::*;

#[derive(CookieValue)]
#[cookie(name = "session", signed)]
enum Session {
    User(u64),
}

#[page("/")]
async fn home(session: Option<Session>) -> Page {
    html! { <p>{session.map(|Session::User(user)| user)}</p> }
}

fn main() {
    let _: axum::Router = isle::router![home];
}

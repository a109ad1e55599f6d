use isle::prelude::*;

#[component]
fn Key(key: Secret<String>) -> Html {
    html! { <a href={key.expose()}>"key"</a> }
}

#[page("/")]
pub async fn home() -> Html {
    html! {
        <h1>"Cart"</h1>
        <Key key={Secret::new(String::new())} />
    }
}

fn main() {
    let _: axum::Router = isle::router![home];
}

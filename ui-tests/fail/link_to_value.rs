use isle::prelude::*;

#[page("/about")]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

isle::site! { pub SITE: [about] }

fn main() {
    let path = "/about";
    let link: Link = link!(path);
    assert_eq!(link.as_str(), "/about");
}

use isle::prelude::*;

#[page("/about")]
async fn about() -> Page {
    html! { <h1>About</h1> }
}

isle::site! { pub SITE: [about] }

fn main() {
    let link: Link = link!("/about/");
    assert_eq!(link.as_str(), "/about");
}

use isle::prelude::*;

#[derive(Clone, Copy)]
struct Id(u32);

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Id {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[page("/products/[id]")]
async fn product(id: Id) -> Page {
    html! { <h1>{id.0}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
    let link = product::url(Id(7));
    assert_eq!(link.as_str(), "/products/7");
}

use isle::prelude::*;

struct Slug(String);

impl std::str::FromStr for Slug {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[page("/products/[slug]")]
async fn product(slug: Slug) -> Page {
    html! { <h1>{slug.0}</h1> }
}

fn main() {
    let _: axum::Router = isle::router![product];
}

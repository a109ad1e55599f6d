use isle::prelude::*;

async fn slugs(State(count): State<u32>) -> Vec<String> {
    (0..count).map(|number| number.to_string()).collect()
}

#[page("/blog/[slug]", prerender = slugs)]
async fn post(slug: String, State(_): State<u32>) -> Page {
    html! { <p>{slug}</p> }
}

fn main() {
    let _: axum::Router<u32> = isle::router![post];
}

//! Components in pages that are rendered ahead of time.
#![forbid(unsafe_code)]

use std::fs;

use isle::Settings;
use isle::prelude::*;

#[derive(ClientProps)]
struct Item {
    name: String,
    count: u32,
}

#[island("components/Cart.tsx")]
fn Cart(items: Vec<Item>, note: Option<&str>);

#[island("components/Throws.tsx")]
fn Throws();

#[page("/cart", prerender)]
async fn cart() -> Page {
    let items = vec![Item {
        name: "Tea".to_owned(),
        count: 2,
    }];
    html! { <Cart {items} client:visible /> }
}

#[page("/broken", prerender)]
async fn broken() -> Page {
    html! { <p>"Kept for ever"</p><Throws client:load /> }
}

mod whole {
    isle::site! { pub(super) SITE: [super::cart] }
}

mod broken_site {
    isle::site! { pub(super) SITE: [super::cart, super::broken] }
}

#[tokio::test]
async fn an_export_holds_the_markup_and_the_files() {
    let folder = std::env::temp_dir().join(format!("isle-tsx-export-{}", std::process::id()));
    let site = whole::SITE::prepare(Settings::default(), &())
        .await
        .unwrap();
    isle::export(&site, &folder).unwrap();
    let page = fs::read_to_string(folder.join("cart.html")).unwrap();
    assert!(
        page.contains("<section><ul><li>Tea × 2</li></ul></section>"),
        "{page}"
    );
    // Whatever the page names is there.
    let named = page
        .split(['"', '\''])
        .filter(|word| word.starts_with("/_isle/"));
    let named: Vec<&str> = named.collect();
    assert!(named.len() >= 2, "{named:?}");
    for path in named {
        assert!(folder.join(&path[1..]).is_file(), "{path}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_component_that_fails_is_not_kept() {
    let refused = broken_site::SITE::prepare(Settings::default(), &()).await;
    let text = refused.err().unwrap().to_string();
    assert!(
        text.contains("\"/broken\": the component of the island `Throws` could not be rendered"),
        "{text}"
    );
    assert!(!text.contains("/cart"), "{text}");
}

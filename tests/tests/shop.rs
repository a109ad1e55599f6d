//! The shop over a socket: the guide's pages, the list, the cart.

use isle::Settings;
use isle_tests::raw::{Answer, Server};
use shop::database::Database;

async fn shop() -> Server {
    let database = Database::in_memory().unwrap();
    Server::start(shop::app(Settings::default(), database).await.unwrap()).await
}

#[tokio::test]
async fn a_film_has_a_page() {
    let answer = shop().await.get("/products/seven-samurai").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    let page = answer.text();
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    assert!(page.contains("<h1>Seven Samurai</h1>"), "{page}");
    assert!(
        page.contains(r#"lang="ja" dir="auto">七人の侍</p>"#),
        "{page}"
    );
    assert!(
        page.contains("In stock") || page.contains("Sold out"),
        "{page}"
    );
}

#[tokio::test]
async fn a_film_of_any_script_is_found_by_its_encoded_name() {
    let shop = shop().await;
    let answer = shop.get("/products/s%C3%A1t%C3%A1ntang%C3%B3").await;
    assert!(answer.text().contains("<h1>Sátántangó</h1>"));
    let list = shop.get("/products?q=tarr").await;
    assert!(
        list.text()
            .contains(r#"href="/products/s%C3%A1t%C3%A1ntang%C3%B3""#)
    );
}

#[tokio::test]
async fn an_unknown_film_is_not_found_in_two_words() {
    let answer = shop().await.get("/products/nope").await;
    assert_eq!((answer.status, answer.text()), (404, "Not found"));
}

#[tokio::test]
async fn the_feed_may_be_kept_by_a_cdn() {
    let answer = shop().await.get("/feed").await;
    assert_eq!(answer.status, 200);
    let kept = "public, max-age=0, s-maxage=60, stale-while-revalidate=300";
    assert_eq!(answer.all("cache-control"), [kept]);
    let post =
        "<h2>&quot;Which edition is that?&quot; &lt;em&gt;and other good questions&lt;/em&gt;</h2>";
    assert!(answer.text().contains(post), "{}", answer.text());
}

#[tokio::test]
async fn the_list_comes_in_pages_and_orders() {
    let shop = shop().await;
    for (query, films) in [
        ("", 24),
        ("?page=25&sort=price", 24),
        ("?page=2&sort=newest&utm_source=x", 24),
        ("?q=%E4%B8%83%E4%BA%BA", 1),
        ("?q=&genre=&sort=title", 24),
        ("?q=%22%3E%3Cscript%3E", 0),
    ] {
        let answer = shop.get(&format!("/products{query}")).await;
        assert_eq!(answer.status, 200, "{query}");
        let found = answer.text().matches(r#"class="film""#).count();
        assert_eq!(found, films, "{query}");
    }
}

#[tokio::test]
async fn a_query_that_says_nothing_is_told_what_would() {
    let shop = shop().await;
    for bad in [
        "?page=0",
        "?page=-1",
        "?page=two",
        "?page=99999999999",
        "?sort=best",
        "?page=1&page=2",
    ] {
        let answer = shop.get(&format!("/products{bad}")).await;
        assert_eq!(answer.status, 400, "{bad}");
        assert!(
            answer.text().contains("sort=price"),
            "{bad}: {}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn links_to_other_pages_keep_the_rest_of_the_query() {
    let answer = shop()
        .await
        .get("/products?genre=Drama&sort=price&page=2")
        .await;
    let page = answer.text();
    assert!(
        page.contains(r#"href="/products?genre=Drama&amp;sort=price""#),
        "{page}"
    );
    assert!(
        page.contains(r#"href="/products?genre=Drama&amp;sort=price&amp;page=3""#),
        "{page}"
    );
}

#[tokio::test]
async fn what_was_searched_for_comes_back_as_text() {
    let query = "/products?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    let answer = shop().await.get(query).await;
    let text = r#"value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;""#;
    assert!(answer.text().contains(text), "{}", answer.text());
}

/// The number of a film of which there are a few copies, as its page says it.
async fn in_stock(shop: &Server) -> String {
    let list = shop.get("/products?sort=price").await;
    for rest in list.text().split(r#"href="/products/"#).skip(1) {
        let slug = rest.split('"').next().unwrap();
        let film = shop.get(&format!("/products/{slug}")).await;
        let number = film.text().split_once(r#"name="film" value=""#);
        if let (Some((_, rest)), false) = (number, film.text().contains("Last copies")) {
            return rest.split('"').next().unwrap().to_owned();
        }
    }
    panic!("no film is in stock");
}

/// Posts a change, keeps the cookie as a browser would, and returns the cart's page.
async fn change(shop: &Server, cookies: &mut String, form: &str) -> Answer {
    let answer = shop.post("/cart", form, &[("cookie", cookies)]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/cart")),
        "{}",
        answer.text()
    );
    *cookies = answer.cookies();
    shop.get_with("/cart", cookies).await
}

#[tokio::test]
async fn the_cart_adds_changes_and_removes() {
    let shop = shop().await;
    let film = in_stock(&shop).await;
    let mut cookies = String::new();
    for (form, quantity) in [
        (format!("film={film}&change=add"), Some("1")),
        (format!("film={film}&change=add"), Some("2")),
        (format!("film={film}&change=set&quantity=1"), Some("1")),
        (format!("film={film}&change=set&quantity="), Some("1")),
        (format!("film={film}&change=remove&quantity=1"), None),
    ] {
        let cart = change(&shop, &mut cookies, &form).await;
        let value = quantity.map(|quantity| format!(r#" value="{quantity}" aria-label="#));
        let shown = value.is_some_and(|value| cart.text().contains(&value));
        assert_eq!(shown, quantity.is_some(), "{form}: {}", cart.text());
        assert_eq!(
            cart.text().contains("It is empty."),
            quantity.is_none(),
            "{form}"
        );
    }
}

#[tokio::test]
async fn nobody_gets_more_than_there_is() {
    let shop = shop().await;
    let mut cookies = String::new();
    let cart = change(&shop, &mut cookies, "film=999999&change=add").await;
    assert!(cart.text().contains("It is empty."));
    let film = in_stock(&shop).await;
    let form = format!("film={film}&change=set&quantity=4000000000");
    change(&shop, &mut cookies, &form).await;
    let (_, quantity) = cookies.split_once('x').unwrap();
    assert!(
        (3..=9).contains(&quantity.parse::<u32>().unwrap()),
        "{cookies}"
    );
}

#[tokio::test]
async fn a_tampered_cart_is_an_ordinary_cart() {
    let shop = shop().await;
    for cart in [
        "%",
        "1x9x9",
        "%3Cscript%3E",
        "99999x1",
        "-1x1",
        "1x-1",
        ".x.x.",
        "\"1x1\"",
        "%FF",
    ] {
        let answer = shop.get_with("/cart", &format!("cart={cart}")).await;
        assert_eq!(answer.status, 200, "{cart}");
        assert!(answer.text().contains("It is empty."), "{cart}");
    }
    let answer = shop.get_with("/cart", "cart=1x4000000000").await;
    assert!(answer.text().contains(r#" value="9""#), "{}", answer.text());
}

#[tokio::test]
async fn a_change_that_is_none_changes_nothing() {
    let shop = shop().await;
    for form in [
        "",
        "film=one&change=add",
        "film=1&change=burn",
        "film=1&change=set&quantity=-1",
    ] {
        let answer = shop.post("/cart", form, &[("cookie", "cart=1x2")]).await;
        assert_eq!(answer.cookies(), "", "{form}");
        assert!(
            answer.text().contains(r#" value="2""#),
            "{form}: {}",
            answer.text()
        );
        let (_, alert) = answer.text().split_once(r#"role="alert">"#).unwrap();
        assert!(!alert.starts_with('<'), "{form}");
    }
}

#[tokio::test]
async fn what_is_not_there_gets_the_sites_own_page() {
    let shop = shop().await;
    for path in [
        "/nowhere",
        "/products/a/b",
        "/products?page=26",
        "/products?page=4294967295",
    ] {
        let answer = shop.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(
            answer.text().contains("<h1>We don't have that</h1>"),
            "{path}: {}",
            answer.text()
        );
        assert_eq!(
            answer.header("content-type"),
            Some("text/html; charset=utf-8")
        );
    }
}

#[tokio::test]
async fn only_pages_with_islands_load_a_script_and_none_holds_one() {
    let shop = shop().await;
    let form = format!(
        "name={}&password={}",
        shop::database::DEMO_LOGIN,
        shop::database::DEMO_PASSWORD
    );
    let session = shop.post("/login", &form, &[]).await.cookies();
    let full = format!("{session}; cart=1x2.2x1");
    for (page, cookies, islands) in [
        ("/", &full, 1),
        ("/products", &full, 1),
        ("/products?page=0", &full, 0),
        ("/products/the-matrix", &full, 1),
        ("/feed", &full, 0),
        ("/login", &full, 0),
        ("/dashboard", &full, 0),
        ("/cart", &full, 1),
        // Nothing is in it that could change.
        ("/cart", &session, 0),
        ("/about", &full, 0),
        ("/404", &full, 0),
        ("/500", &full, 0),
        ("/nowhere", &full, 0),
    ] {
        let answer = shop.get_with(page, cookies).await;
        let text = answer.text().to_lowercase();
        assert!(text.contains("<main"), "{page}: {text}");
        assert_eq!(text.matches("<isle-island ").count(), islands, "{page}");
        let scripts = usize::from(islands > 0);
        assert_eq!(text.matches("<script").count(), scripts, "{page}: {text}");
        let external = "<script type=\"module\" async src=\"/_isle/isle";
        assert_eq!(text.matches(external).count(), scripts, "{page}: {text}");
        for sign in ["javascript:", " onclick", " onload"] {
            assert!(!text.contains(sign), "{page} holds {sign}");
        }
        if scripts == 0 {
            assert!(!text.contains("modulepreload"), "{page}: {text}");
        }
    }
}

#[tokio::test]
async fn the_cart_is_wanted_at_once() {
    let shop = shop().await;
    let page = shop.get_with("/cart", "cart=1x2").await;
    let preload = "<link rel=\"modulepreload\" href=\"/_isle/cart-";
    assert!(page.text().contains(preload), "{}", page.text());
}

/// All JavaScript of the cart's page, as a release build sends it.
#[test]
fn the_cart_costs_a_visitor_little() {
    use std::io::Write;
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut bytes = 0;
    for file in [
        "runtime/src/island/client/isle.js",
        "examples/shop/islands/cart.js",
    ] {
        let text = std::fs::read(root.join(file)).unwrap();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&text).unwrap();
        bytes += gzip.finish().unwrap().len();
    }
    assert!(bytes <= 2_500, "{bytes} B");
}

#[tokio::test]
async fn a_script_changes_the_cart_as_the_form_does() {
    let shop = shop().await;
    let json = |answer: &Answer| serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap();
    let cookie = [("cookie", "cart=1x2.2x1")];
    let changed = shop
        .post("/api/cart", "film=1&change=set&quantity=3", &cookie)
        .await;
    assert_eq!(changed.status, 200);
    assert_eq!(json(&changed)["quantity"], 3);
    assert_eq!(changed.cookies(), "cart=1x3.2x1");
    let posted = shop
        .post("/cart", "film=1&change=set&quantity=3", &cookie)
        .await;
    assert_eq!((posted.status, posted.cookies()), (303, changed.cookies()));
    let page = shop.get_with("/cart", &changed.cookies()).await;
    for sum in ["price", "total"] {
        let sum = json(&changed)[sum].as_str().unwrap().to_owned();
        assert!(page.text().contains(&sum), "{sum}: {}", page.text());
    }
    let removed = shop
        .post("/api/cart", "film=1&change=remove", &cookie)
        .await;
    assert_eq!(
        (json(&removed)["quantity"].as_u64(), removed.cookies()),
        (Some(0), "cart=2x1".to_owned())
    );
    let foreign = [("cookie", "cart=1x2"), ("sec-fetch-site", "cross-site")];
    let refused = shop
        .post("/api/cart", "film=1&change=remove", &foreign)
        .await;
    assert_eq!(refused.status, 403);
}

#[tokio::test]
async fn a_film_is_liked_once_by_each_visitor() {
    let shop = shop().await;
    let json = [("accept", "application/json")];
    let first = shop.post("/api/like", "film=1", &json).await;
    assert_eq!(first.text(), r#"{"liked":true,"likes":1}"#);
    let other = shop.post("/api/like", "film=1", &json).await;
    assert_eq!(other.text(), r#"{"liked":true,"likes":2}"#);
    let cookies = first.cookies();
    let again = shop
        .post("/api/like", "film=1", &[json[0], ("cookie", &cookies)])
        .await;
    assert_eq!(again.text(), r#"{"liked":false,"likes":1}"#);
    // Without a script it leads back to the film.
    let form = shop.post("/api/like", "film=1", &[]).await;
    assert_eq!(form.status, 303);
    assert!(form.header("location").unwrap().starts_with("/products/"));
    assert_eq!(shop.post("/api/like", "film=0", &json).await.status, 404);
}

#[tokio::test]
async fn titles_are_suggested() {
    let shop = shop().await;
    let found = shop.get("/api/titles?q=seven%20sam").await;
    assert_eq!(found.text(), r#"["Seven Samurai"]"#);
    let many: Vec<String> =
        serde_json::from_str(shop.get("/api/titles?q=the").await.text()).unwrap();
    assert_eq!(many.len(), 8);
    assert_eq!(shop.get("/api/titles?q=").await.text(), "[]");
}

#[tokio::test]
async fn the_style_sheet_is_where_pages_say() {
    let shop = shop().await;
    let page = shop.get("/").await;
    let (_, rest) = page
        .text()
        .split_once(r#"<link rel="stylesheet" href=""#)
        .unwrap();
    let answer = shop.get(rest.split('"').next().unwrap()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-type"),
        Some("text/css; charset=utf-8")
    );
    assert!(answer.text().contains("prefers-color-scheme"));
}

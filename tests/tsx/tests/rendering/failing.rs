//! Components that fail, or never end.

use std::time::{Duration, Instant};

use super::page;

/// Whatever it does, the page is there, and the browser renders the component.
#[tokio::test]
async fn a_component_that_fails_is_left_to_the_browser() {
    for how in [
        "throw",
        "throw%20text",
        "recurse",
        "number",
        "reject",
        "wait",
        "half%20a%20character",
        "nothing",
        "grow",
    ] {
        for place in ["trouble", "static-trouble"] {
            let page = page(&format!("/{place}/{how}")).await;
            assert!(
                page.contains("<h1>Still here</h1><isle-island src=\"Trouble-"),
                "{page}"
            );
            let island = " client:only style=\"display:contents\"></isle-island>";
            assert!(page.contains(island), "{how}: {page}");
            assert!(page.contains("modulepreload"), "{how}: {page}");
        }
    }
}

#[tokio::test]
async fn a_component_that_loops_costs_a_page_its_deadline_and_no_more() {
    let start = Instant::now();
    let page = page("/loops").await;
    assert_eq!(page.matches("client:only").count(), 3, "{page}");
    let took = start.elapsed();
    assert!(took >= Duration::from_millis(240), "{took:?}");
    assert!(took < Duration::from_secs(2), "{took:?}");
}

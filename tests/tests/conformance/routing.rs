//! Which page answers a path.

use isle_fixture::rows::paths::recorded;

use crate::check;

#[tokio::test]
async fn rt_06_a_rest_matches_nothing_too() {
    check(
        recorded(),
        &[
            ("/empty-slug", "slug=None"),
            ("/empty-slug/", "slug=None"),
            ("/empty-slug/a", "slug=Some(&quot;a&quot;)"),
        ],
    )
    .await;
}

#[tokio::test]
async fn rt_10_the_first_separator_ends_a_param() {
    check(
        recorded(),
        &[
            ("/mixed/a-b-c", "a=a b=b-c"),
            ("/mixed/-b", "r=-b"),
            ("/mixed/a-", "r=a-"),
            ("/mixed/--b", "a=- b=b"),
        ],
    )
    .await;
}

#[tokio::test]
async fn rt_11_a_rest_with_an_extension_beside_one_without() {
    check(
        recorded(),
        &[
            ("/files/a/b.json", "json path=a/b"),
            ("/files/a.b.json", "json path=a.b"),
            ("/files/a.jsonx", "file path=Some(\"a.jsonx\")"),
            ("/files/.json", "json path="),
            ("/files", "file path=None"),
        ],
    )
    .await;
}

#[tokio::test]
async fn rt_12_a_param_is_exactly_one_segment() {
    check(
        recorded(),
        &[("/rn", "404"), ("/rn/", "404"), ("/rn/a/b", "404")],
    )
    .await;
}

#[tokio::test]
async fn rt_13_paths_are_case_sensitive() {
    check(recorded(), &[("/BLOG/a", "404"), ("/blog/A", "slug=A")]).await;
}

#[tokio::test]
async fn rt_15_a_match_has_all_its_values() {
    check(
        recorded(),
        &[
            ("/mixed/post-.html", "a=post b=.html"),
            ("/mixed/post-1.html", "a=post b=1.html"),
        ],
    )
    .await;
}

#[tokio::test]
async fn rt_17_a_dot_segment_never_reaches_a_page() {
    check(
        recorded(),
        &[
            ("/blog/../new", "400"),
            ("/blog/%2e%2e/new", "400"),
            ("/blog/..", "400"),
            ("/blog/a/.", "400"),
            ("/blog/a/%2E", "400"),
        ],
    )
    .await;
}

#[tokio::test]
async fn rt_18_an_empty_segment_is_nobodys() {
    check(
        recorded(),
        &[
            ("/blog//a", "404"),
            ("//blog/a", "404"),
            ("/blog/a//", "404"),
        ],
    )
    .await;
}

//! The values of params.

use isle_fixture::rows::paths::{recorded, values};
use isle_tests::raw::Server;

use crate::{check, shown};

#[tokio::test]
async fn pv_01_a_space_is_decoded_and_a_plus_is_a_plus() {
    check(
        recorded(),
        &[("/blog/a%20b", "slug=a b"), ("/blog/a+b", "slug=a+b")],
    )
    .await;
}

#[tokio::test]
async fn pv_02_values_are_utf_8() {
    check(values(), &[("/%E4%BD%A0%E5%A5%BD", "category=你好")]).await;
}

#[tokio::test]
async fn pv_04_an_encoded_slash_is_data_in_a_param() {
    check(
        recorded(),
        &[
            ("/rn/a%2Fb", "slug=a/b"),
            ("/rn/a%2F", "slug=a/"),
            ("/blog/a%2Fb", "400"),
        ],
    )
    .await;
}

/// An escape that can't be decoded is nobody's path, and the server goes on.
#[tokio::test]
async fn pv_08_what_is_no_utf_8_or_no_escape_is_400() {
    check(
        recorded(),
        &[
            ("/blog/%C3%28", "400"),
            ("/blog/%", "400"),
            ("/blog/%zz", "400"),
            ("/%C0%AF", "400"),
            ("/new", "new"),
        ],
    )
    .await;
}

#[tokio::test]
async fn pv_09_control_characters_and_backslashes_are_400() {
    check(
        recorded(),
        &[
            ("/blog/a%00b", "400"),
            ("/blog/%5Cx", "400"),
            ("/rn/a%0Ab", "400"),
            ("/blog/a%09b", "400"),
            ("/rn/%7F", "400"),
        ],
    )
    .await;
}

#[tokio::test]
async fn pv_10_the_query_plays_no_part() {
    check(
        recorded(),
        &[("/new?y=%zz", "new"), ("/new?../..//%00", "new")],
    )
    .await;
}

#[tokio::test]
async fn pv_11_values_stay_composed_as_they_were_sent() {
    check(
        recorded(),
        &[
            ("/rn/e%CC%81", "slug=e\u{301}"),
            ("/rn/%C3%A9", "slug=\u{e9}"),
        ],
    )
    .await;
}

#[tokio::test]
async fn pv_12_an_extension_is_part_of_the_value() {
    check(recorded(), &[("/rn/a.html", "slug=a.html")]).await;
}

#[tokio::test]
async fn pv_13_a_value_that_does_not_parse_is_404() {
    check(
        values(),
        &[
            ("/rn/12", "id=12"),
            ("/rn/x", "404"),
            ("/rn/4294967296", "404"),
            ("/rn/-1", "404"),
            ("/own/12", "id=12"),
            ("/own/13", "404"),
            ("/sum", "sum=0"),
            ("/sum/1/2/3", "sum=6"),
            ("/sum/1/x", "404"),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_page_that_takes_a_result_answers_for_itself() {
    let server = Server::start(values()).await;
    assert_eq!(shown(&server.get("/answered/12").await), "id=12");
    let answer = server.get("/answered/13").await;
    let expected = (404, "nobody has the number 13");
    assert_eq!((answer.status, answer.text()), expected);
}

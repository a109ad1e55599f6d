//! URLs in attributes: what passes, what is blocked.

use super::super::{ShownOne as _, Url, V};
use super::{Shown, printed};
use crate::response::Link;

const PASS: &[&str] = &[
    "",
    "/",
    "/a/b?c=d&e#f",
    "?q=a:b",
    "#a:b",
    ".",
    "../x:y",
    "a/b:c",
    "//cdn.test/x.js",
    "https://a.test/?u=javascript:alert(1)",
    "HTTP://A.TEST",
    " https://a.test ",
    "\u{1}https://a.test",
    "ht\ttps://a.test",
    "mailto:a@b.test",
    "MailTo:a@b.test",
    "tel:+1-555",
    "12:30",
    "2024-01-01T12:00",
    "é:x",
    "jävascript:x",
    ":x",
    "a b:c",
    "*javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
];

const BLOCKED: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{0}javascript:alert(1)",
    "\u{1f}\u{0}\u{1} javascript:alert(1)",
    "\tjavascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\r\nscript:alert(1)",
    "j\ta\nv\ra\ts\nc\rr\ti\np\rt\t:alert(1)",
    "javascript\t:alert(1)",
    "javascript\n\r:alert(1)",
    "javascript:",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,eA==",
    "data:,x",
    "blob:https://a.test/x",
    "file:///etc/passwd",
    "ftp://a.test",
    "about:blank",
    "view-source:x",
    "httpss:x",
    "http+x:y",
    "x:y",
    "intent://x",
];

#[test]
fn harmless_schemes_pass_and_others_are_blocked() {
    for url in PASS {
        let escaped = printed(|c| V(url).attr(c, " href=\"", 0));
        assert_eq!(
            printed(|c| V(url).url(c, " href=\"", 0)),
            escaped,
            "{url:?}"
        );
        assert_eq!(
            printed(|c| V(Shown(url)).url(c, " href=\"", 0)),
            escaped,
            "{url:?}"
        );
        assert_eq!(
            printed(|c| V(url).image_url(c, " href=\"", 0)),
            escaped,
            "{url:?}"
        );
    }
    for url in BLOCKED {
        assert_eq!(
            printed(|c| V(url).url(c, " href=\"", 0)),
            " href=\"#blocked\"",
            "{url:?}"
        );
        assert_eq!(
            printed(|c| V(Shown(url)).url(c, " href=\"", 0)),
            " href=\"#blocked\"",
            "{url:?}"
        );
        assert_eq!(
            printed(|c| V(url).image_url(c, " href=\"", 0)),
            " href=\"#blocked\"",
            "{url:?}"
        );
    }
}

#[test]
fn an_entity_is_text_and_no_colon() {
    // `&colon;` would be a colon in markup, but the escaper makes it text: the browser sees a relative path.
    let printed = printed(|c| V("javascript&colon;alert(1)").url(c, " href=\"", 0));
    assert_eq!(printed, " href=\"javascript&amp;colon;alert(1)\"");
}

#[test]
fn images_may_hold_their_data() {
    for (url, passes) in [
        ("data:image/png;base64,iVBORw0KGgo=", true),
        (" DATA:IMAGE/svg+xml,%3Csvg/%3E", true),
        ("da\tta\n:ima\rge/gif;base64,R0lG", true),
        ("data:text/html,x", false),
        ("data:imagex/png,x", false),
        ("data: image/png,x", false),
        ("data:,image/png", false),
        ("xdata:image/png,x", false),
    ] {
        let blocked = printed(|c| V(url).image_url(c, "", 0)) == "#blocked\"";
        assert_eq!(blocked, !passes, "{url:?}");
        assert_eq!(printed(|c| V(url).url(c, "", 0)), "#blocked\"", "{url:?}");
    }
}

#[test]
fn each_url_of_a_list_is_looked_at() {
    for (list, passes) in [
        ("/a.jpg 1x, /b.jpg 2x", true),
        ("/a.jpg", true),
        ("https://a.test/a.jpg 480w,https://a.test/b.jpg 800w", true),
        ("data:image/png;base64,AA== 1x, /b.jpg 2x", true),
        ("/a.jpg 1x, javascript:alert(1) 2x", false),
        ("/a.jpg 1x,javascript:alert(1) 2x", false),
        (",, javascript:x", false),
        ("\tJavaScript:x", false),
        ("\u{1}javascript:x", false),
        ("/ping\njavascript:x", false),
        ("/a.jpg, data:text/html,x", false),
    ] {
        let blocked = printed(|c| V(list).url_list(c, "", 0)) == "#blocked\"";
        assert_eq!(blocked, !passes, "{list:?}");
    }
}

#[test]
fn what_an_author_vouches_for_passes() {
    assert_eq!(
        printed(|c| V(Url::trusted("sms:+1&x")).url(c, "", 0)),
        "sms:+1&amp;x\""
    );
    assert_eq!(printed(|c| V(&Link::fixed("/a")).url(c, "", 0)), "/a\"");
    assert_eq!(
        printed(|c| V(Some(Link::fixed("/a"))).url(c, "", 0)),
        "/a\""
    );
}

#[test]
fn none_leaves_the_attribute_out() {
    assert_eq!(printed(|c| V(None::<&str>).url(c, "<a href=\"", 2)), "<a");
    assert_eq!(printed(|c| V(None::<Link>).url(c, " href=\"", 0)), "");
    assert_eq!(printed(|c| V(None::<Shown>).image_url(c, " src=\"", 0)), "");
}

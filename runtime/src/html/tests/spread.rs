//! `{..spread}`

use super::super::{Attributes, Url, V};
use super::printed;
use crate::response::Link;

#[test]
fn attributes_are_printed_in_order_and_escaped() {
    let attributes = Attributes::new()
        .with("title", "a \"b\" <c>")
        .with("data-id", 7)
        .with("lang", None::<&str>)
        .with("aria-label", Some("x"))
        .with_flag("disabled", true)
        .with_flag("hidden", false)
        .with("x-ref", "menu")
        .with("xlink:href", "#a");
    let expected = " title=\"a &quot;b&quot; &lt;c&gt;\" data-id=\"7\" aria-label=\"x\" disabled x-ref=\"menu\" xlink:href=\"#a\"";
    assert_eq!(printed(|c| V(&attributes).spread(c)), expected);
    assert_eq!(printed(|c| V(Some(attributes.clone())).spread(c)), expected);
    assert_eq!(printed(|c| V(None::<Attributes>).spread(c)), "");
    let beside = printed(|c| {
        V(attributes).spread_beside(c, &["TITLE", "data-id", "disabled", "x-ref", "xlink:href"])
    });
    assert_eq!(beside, " aria-label=\"x\"");
}

#[test]
fn a_name_stands_once_and_the_last_value_wins() {
    let attributes = Attributes::new()
        .with("id", "a")
        .with("ID", "b")
        .with("x", 1)
        .with("x", None::<u8>);
    assert_eq!(printed(|c| V(attributes).spread(c)), " ID=\"b\"");
}

#[test]
fn names_that_are_none_and_names_that_run_code_are_refused() {
    for name in [
        "",
        " ",
        "a b",
        "a\"",
        "a'",
        "a=b",
        "a>b",
        "a/b",
        "a\0",
        "\n",
        "é",
        "1a",
        "-a",
        "onclick",
        "ONLOAD",
        "OnError",
        "srcdoc",
        "SrcDoc",
        "style",
        "STYLE",
        "@click",
        "x-data",
        "X-HTML",
        "x-on:click",
        ":href",
        "v-if",
        "hx-vals",
        "hx-on:click",
        "hx-trigger",
        "data-hx-on:click",
        "data-on:click",
        "_",
        "ng-click",
        "wire:click",
    ] {
        assert!(Attributes::new().try_with(name, "x").is_err(), "{name:?}");
        assert_eq!(
            printed(|c| V(Attributes::new().with(name, "x")).spread(c)),
            "",
            "{name:?}"
        );
    }
}

#[test]
fn urls_are_checked() {
    let attributes = Attributes::new()
        .with("HREF", "javascript:x")
        .with("src", "data:image/png,x")
        .with("poster", "data:image/png,x")
        .with("srcset", "javascript:x 1x")
        .with("action", Link::fixed("/a"))
        .with("hx-get", "javascript:x")
        .with("cite", Url::trusted("urn:x"))
        .with("title", "javascript:x");
    let expected = " HREF=\"#blocked\" src=\"#blocked\" poster=\"data:image/png,x\" srcset=\"#blocked\" action=\"/a\" hx-get=\"#blocked\" cite=\"urn:x\" title=\"javascript:x\"";
    assert_eq!(printed(|c| V(attributes).spread(c)), expected);
}

//! `style` as pairs: `name:value` joined by `;`, as Astro has it, but a value can't be more than one.

use super::super::{Buf, ShownOne as _, Styles, V};
use super::Shown;

fn list(items: impl FnOnce(Styles<'_>) -> Styles<'_>) -> String {
    let mut out = Buf::new();
    items(Styles::open(out.cur())).close().commit();
    out.as_str().to_owned()
}

#[test]
fn pairs_are_joined() {
    let color = String::from("red");
    let printed = list(|s| {
        let s = V(&color).style(s, "color");
        let s = V(0).style(s, "margin");
        let s = V(1.5).style(s, "opacity");
        let s = V(None::<&str>).style(s, "width");
        let s = V(" ").style(s, "height");
        let s = V(Some("2px")).style(s, "--gap");
        V(Shown("bold")).style(s, "font-weight")
    });
    assert_eq!(
        printed,
        " style=\"color:red;margin:0;opacity:1.5;--gap:2px;font-weight:bold\""
    );
}

#[test]
fn lists_of_pairs_are_taken_as_they_are() {
    let pairs = vec![("color", Some("red")), ("width", None)];
    assert_eq!(list(|s| V(&pairs).styles(s)), " style=\"color:red\"");
    assert_eq!(
        list(|s| V([("a", 1), ("b", 2)]).styles(s)),
        " style=\"a:1;b:2\""
    );
    assert_eq!(list(|s| V(Some(("a", 1))).styles(s)), " style=\"a:1\"");
    assert_eq!(
        list(|s| V(("a".to_owned(), "x")).styles(s)),
        " style=\"a:x\""
    );
}

#[test]
fn an_empty_list_prints_no_attribute() {
    assert_eq!(list(|s| s), "");
    assert_eq!(list(|s| V(None::<u8>).style(s, "width")), "");
}

#[test]
fn values_stay_values() {
    for value in [
        "1px solid red",
        "rgb(1 2 3 / 50%)",
        "calc(100% - (2 * var(--gap)))",
        "\"Iosevka\", 'Fira Code', serif",
        "[full-start] 1fr [full-end]",
        "red !important",
        "linear-gradient(to right, red, blue)",
    ] {
        assert!(list(|s| V(value).style(s, "x")).contains("x:"), "{value}");
    }
    for value in [
        "red;position:fixed",
        "red}body{display:none",
        "</style><script>",
        "url(https://evil.test/?c)",
        "URL(x)",
        "expression(alert(1))",
        "ExPrEsSiOn(alert(1))",
        "@import 'x'",
        "re\\64",
        "red/*",
        "\"open",
        "'",
        "rgb(1",
        "a)",
        "[(])",
        "red\nblue",
        "\0",
        "image-set('x' 1x)",
        "src('x')",
    ] {
        assert_eq!(list(|s| V(value).style(s, "x")), "", "{value:?}");
    }
}

#[test]
fn names_stay_names() {
    for name in ["color", "--x", "-webkit-box-shadow", "Color", "--a_1"] {
        assert_eq!(
            list(|s| V(1).style(s, name)),
            format!(" style=\"{name}:1\"")
        );
    }
    for name in ["", "a:b", "a;b", "a b", "1a", "a\"", "a{", "é"] {
        assert_eq!(list(|s| V(1).style(s, name)), "", "{name:?}");
    }
}

#[test]
fn what_the_author_wrote_is_taken_as_written() {
    let printed = list(|s| s.literal("background", "url(\"/a.png\")"));
    assert_eq!(printed, " style=\"background:url(&quot;/a.png&quot;)\"");
}

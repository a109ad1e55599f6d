//! `class:list`, as Astro has it: what is false is left out, the rest is joined by spaces, duplicates stay.

use std::borrow::Cow;

use super::super::{Buf, Classes, ShownOne as _, V};
use super::Shown;

fn list(open: &'static str, items: impl FnOnce(Classes<'_>) -> Classes<'_>) -> String {
    let mut out = Buf::new();
    items(Classes::open(out.cur(), open)).close().commit();
    out.as_str().to_owned()
}

const OPEN: &str = " class=\"";

#[test]
fn items_are_joined_by_one_space() {
    let name = String::from("b\"c");
    let printed = list(OPEN, |s| {
        let s = V("a").class(s);
        let s = V(&name).class(s);
        let s = V(Some("d")).class(s);
        let s = V(("e", true)).class(s);
        let s = V(&Some(name.clone())).class(s);
        let s = V(Cow::Borrowed("f")).class(s);
        let s = V(["g", "h"]).class(s);
        let s = V(vec![Some("i"), None, Some("j")]).class(s);
        let s = V(&[("k", true), ("l", false)]).class(s);
        let s = V([vec!["m"], vec![]]).class(s);
        let s = V((Some("n"), true)).class(s);
        let s = V(Shown("o")).class(s);
        let s = V(Some(Shown("p"))).class(s);
        let s = V(1).class(s);
        V("a").class(s)
    });
    assert_eq!(
        printed,
        " class=\"a b&quot;c d e b&quot;c f g h i j k m n o p 1 a\""
    );
}

#[test]
fn nothing_prints_no_attribute() {
    assert_eq!(list(OPEN, |s| s), "");
    let printed = list(OPEN, |s| {
        let s = V("").class(s);
        let s = V(None::<&str>).class(s);
        let s = V(("a", false)).class(s);
        let s = V(Shown("")).class(s);
        let s = V(None::<Shown>).class(s);
        V([""; 0]).class(s)
    });
    assert_eq!(printed, "");
}

#[test]
fn names_that_always_stand_there_come_first() {
    assert_eq!(list(" class=\"card", |s| s), " class=\"card\"");
    assert_eq!(
        list(" class=\"card", |s| V(("hot", true)).class(s)),
        " class=\"card hot\""
    );
    assert_eq!(list(" class=\"card", |s| V("").class(s)), " class=\"card\"");
}

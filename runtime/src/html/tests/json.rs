//! JSON in a script.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;
use serde::Serialize;

use super::super::{Buf, V, json};
use super::printed;

#[test]
fn nothing_in_it_means_anything_to_html() {
    let text = "</script><!--<script>&amp;'\u{2028}\u{2029}\"\\\n\0é";
    let printed = printed(|c| V(json(text)).json(c, ""));
    assert_eq!(
        printed,
        r#""\u003c/script\u003e\u003c!--\u003cscript\u003e\u0026amp;\u0027\u2028\u2029\"\\\n\u0000é""#
    );
}

#[test]
fn values_are_compact_json() {
    #[derive(Serialize)]
    struct Item<'a> {
        name: &'a str,
        tags: Vec<Option<u8>>,
        price: f64,
    }
    let item = Item {
        name: "a<b",
        tags: vec![Some(1), None],
        price: f64::NAN,
    };
    assert_eq!(
        printed(|c| V(json(&item)).json(c, "")),
        r#"{"name":"a\u003cb","tags":[1,null],"price":null}"#
    );
    let map = BTreeMap::from([("<k>", true)]);
    assert_eq!(
        printed(|c| V(&json(&map)).json(c, "")),
        r#"{"\u003ck\u003e":true}"#
    );
}

#[test]
fn what_is_no_json_ends_the_page() {
    let map = HashMap::from([(vec![1], 1)]);
    let mut out = Buf::new();
    V(json(&map)).json(out.cur(), "<script>").commit();
    assert_eq!(out.as_str(), "<script>");
    assert!(out.finish().into_page().is_err());
}

proptest! {
    #[test]
    fn it_reads_back(text: String) {
        let printed = printed(|c| V(json(&text)).json(c, ""));
        let found = printed.find(['&', '<', '>', '\'', '\u{2028}', '\u{2029}', '\0']);
        prop_assert_eq!(found, None);
        prop_assert_eq!(serde_json::from_str::<String>(&printed).unwrap(), text);
    }
}

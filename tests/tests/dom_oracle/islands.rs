//! Values as an island's props.

use std::collections::BTreeMap;

use isle::prelude::*;
use isle_tests::oracle::Place;

use crate::scripts::same_json;

#[derive(ClientProps)]
struct User {
    name: String,
    tags: Vec<Option<String>>,
}

#[derive(ClientProps)]
enum Kind {
    Named(String),
    Both { first: String, last: String },
}

#[island("islands/echo.js")]
fn Echo<T: isle::island::ClientSafe>(value: T) -> Html {
    html! { <b>"x"</b> }
}

/// The value as each type that a prop can have.
#[page("/[kind]/[text]")]
fn props(kind: u8, text: String) -> Html {
    html! {
        {match kind {
            0 => <Echo value={&text} client:load />,
            1 => <Echo value={text.clone()} client:load />,
            2 => <Echo value={Some(vec![text.as_str(), &text])} client:load />,
            3 => <Echo value={BTreeMap::from([(text.clone(), text.clone()), (String::new(), text)])} client:load />,
            4 => <Echo value={User { name: text.clone(), tags: vec![None, Some(text)] }} client:load />,
            5 => <Echo value={Kind::Named(text)} client:load />,
            6 => <Echo value={Kind::Both { first: text.clone(), last: text }} client:load />,
            _ => <Echo value={(1, text, true)} client:load />,
        }}
    }
}

fn printed<const KIND: u8>(payload: &str) -> String {
    props(KIND, payload.to_owned()).to_string()
}

#[test]
fn props_of_islands() {
    let _: axum::Router = isle::router![props];
    let types: [isle_tests::oracle::Printing; 8] = [
        ("&String", printed::<0>),
        ("String", printed::<1>),
        ("Vec", printed::<2>),
        ("map", printed::<3>),
        ("struct", printed::<4>),
        ("variant", printed::<5>),
        ("variant with names", printed::<6>),
        ("tuple", printed::<7>),
    ];
    Place::new("props of an island")
        .judged(same_json)
        .holds(&types);
    let within = Place::new("props without scripts").without_scripts();
    within.judged(same_json).holds(&types);
}

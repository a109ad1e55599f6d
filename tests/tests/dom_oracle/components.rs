//! Values that go through components: props, slots, fallbacks.

use std::borrow::Cow;
use std::fmt::Display;
use std::rc::Rc;
use std::sync::Arc;

use isle::prelude::*;
use isle_tests::oracle::Place;

use crate::types::{Shown, markup, several, single};

#[component]
fn Text(text: &str) -> Html {
    html! { <p title={text}>{text}</p> }
}

#[component]
fn Owned(text: String) -> Html {
    html! { <p title={&text}>{text}</p> }
}

#[component]
fn Maybe(text: Option<&str>) -> Html {
    html! { <p title={text}>{text}</p> }
}

#[component]
fn Shared(text: Arc<str>) -> Html {
    html! { <p title={text}>{text}</p> }
}

#[component]
fn Lent(text: Cow<'_, str>) -> Html {
    html! { <p title={text}>{text}</p> }
}

#[component]
fn Any<T: Display>(text: T) -> Html {
    html! { <p title={text}>{text}</p> }
}

#[component]
fn Each<T: Render>(text: T) -> Html {
    html! { <p title="">{text}</p> }
}

#[component]
fn Inner(text: &str) -> Html {
    html! { <Text text={text} /> }
}

#[test]
fn props() {
    Place::new("prop").holds(&[
        ("&str as &str", |p| html! { <Text text={p} /> }.to_string()),
        ("&String as &str", |p| {
            html! { <Text text={&p.to_owned()} /> }.to_string()
        }),
        ("&Box<str> as &str", |p| {
            html! { <Text text={&Box::<str>::from(p)} /> }.to_string()
        }),
        ("&Cow as &str", |p| {
            html! { <Text text={&Cow::Borrowed(p)} /> }.to_string()
        }),
        ("&Rc<str> as &str", |p| {
            html! { <Text text={&Rc::<str>::from(p)} /> }.to_string()
        }),
        ("&format! as &str", |p| {
            html! { <Text text={&format!("{p}")} /> }.to_string()
        }),
        ("the prop's own name", |text| {
            html! { <Text {text} /> }.to_string()
        }),
        ("&str as String", |p| {
            html! { <Owned text={p} /> }.to_string()
        }),
        ("&String as String", |p| {
            html! { <Owned text={&p.to_owned()} /> }.to_string()
        }),
        ("String", |p| {
            html! { <Owned text={p.to_owned()} /> }.to_string()
        }),
        ("&str as Option", |p| {
            html! { <Maybe text={p} /> }.to_string()
        }),
        ("Option", |p| html! { <Maybe text={Some(p)} /> }.to_string()),
        ("&String as Option", |p| {
            html! { <Maybe text={&p.to_owned()} /> }.to_string()
        }),
        ("&Option<String>", |p| {
            html! { <Maybe text={&Some(p.to_owned())} /> }.to_string()
        }),
        ("&str as Arc<str>", |p| {
            html! { <Shared text={p} /> }.to_string()
        }),
        ("String as Cow", |p| {
            html! { <Lent text={p.to_owned()} /> }.to_string()
        }),
        ("&str as T: Display", |p| {
            html! { <Any text={p} /> }.to_string()
        }),
        ("Display as T: Display", |p| {
            html! { <Any text={Shown(p.to_owned())} /> }.to_string()
        }),
        ("String as T: Display", |p| {
            html! { <Any text={format!("{p}")} /> }.to_string()
        }),
        ("&Display as T: Display", |p| {
            html! { <Any text={&Shown(p.to_owned())} /> }.to_string()
        }),
        ("handed on", |p| html! { <Inner text={p} /> }.to_string()),
    ]);
    Place::new("prop that is Render").holds(&[
        ("&str", |p| html! { <Each text={p} /> }.to_string()),
        ("Option<Vec<String>>", |p| {
            html! { <Each text={Some(vec![p.to_owned()])} /> }.to_string()
        }),
        ("Html", |p| {
            html! { <Each text={html! { {p} }} /> }.to_string()
        }),
    ]);
}

#[component]
fn Card() -> Html {
    html! {
        <article><header><slot name="head">"none"</slot></header><slot>"empty"</slot></article>
    }
}

#[component]
fn Frame() -> Html {
    html! { <section><Card><slot /><slot name="top" slot="head" /></Card></section> }
}

#[component]
fn Fallback(text: &str) -> Html {
    html! { <p><slot>{text}</slot></p> }
}

#[component]
fn Field() -> Html {
    html! { <textarea><slot /></textarea> }
}

macro_rules! slot { ($($v:tt)*) => { html! { <Card>{$($v)*}</Card> } } }
macro_rules! element_in_slot { ($($v:tt)*) => { html! { <Card><b>{$($v)*}</b></Card> } } }
macro_rules! named_slot { ($($v:tt)*) => { html! { <Card><Fragment slot="head">{$($v)*}</Fragment></Card> } } }
macro_rules! element_in_named_slot { ($($v:tt)*) => { html! { <Card><b slot="head">{$($v)*}</b>"x"</Card> } } }
macro_rules! forwarded_slot { ($($v:tt)*) => { html! { <Frame>{$($v)*}<i slot="top">"x"</i></Frame> } } }
macro_rules! slot_in_slot { ($($v:tt)*) => { html! { <Card><Card>{$($v)*}</Card></Card> } } }
macro_rules! slot_in_textarea { ($($v:tt)*) => { html! { <Field>{$($v)*}</Field> } } }

/// Every type in each of these slots.
macro_rules! all {
    ($($place:ident)*) => {$(
        #[test]
        fn $place() {
            let place = Place::new(concat!("slot ", stringify!($place)));
            place.holds(single!($place));
            place.holds(several!($place));
            place.holds(markup!($place));
        }
    )*};
}

all! { slot element_in_slot named_slot element_in_named_slot forwarded_slot slot_in_slot slot_in_textarea }

#[test]
fn fallback() {
    Place::new("fallback").holds(&[("&str", |p| html! { <Fallback text={p} /> }.to_string())]);
}

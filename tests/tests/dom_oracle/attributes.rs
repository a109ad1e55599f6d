//! Values of attributes that are text.

use isle::html::Attributes;
use isle::prelude::*;
use isle_tests::oracle::Place;

use crate::types::single;

/// Every type in each of these attributes.
macro_rules! all {
    ($($place:ident)*) => {$(
        #[test]
        fn $place() {
            Place::new(concat!("attribute ", stringify!($place))).holds(single!($place));
        }
    )*};
}

macro_rules! title { ($($v:tt)*) => { html! { <p title={$($v)*}>"x"</p> } } }
macro_rules! class { ($($v:tt)*) => { html! { <p class={$($v)*}>"x"</p> } } }
macro_rules! id { ($($v:tt)*) => { html! { <p id={$($v)*} lang="en">"x"</p> } } }
macro_rules! data { ($($v:tt)*) => { html! { <p data-x={$($v)*}>"x"</p> } } }
macro_rules! aria { ($($v:tt)*) => { html! { <p aria-label={$($v)*}>"x"</p> } } }
macro_rules! hidden { ($($v:tt)*) => { html! { <p hidden={$($v)*}>"x"</p> } } }
macro_rules! value { ($($v:tt)*) => { html! { <input type="text" value={$($v)*} required> } } }
macro_rules! alt { ($($v:tt)*) => { html! { <img src="/a.png" alt={$($v)*}> } } }
macro_rules! content { ($($v:tt)*) => { html! { <!DOCTYPE html><html><head><meta name="description" content={$($v)*}></head><body></body></html> } } }
macro_rules! lang { ($($v:tt)*) => { html! { <!DOCTYPE html><html lang={$($v)*}><head></head><body>"x"</body></html> } } }
macro_rules! target { ($($v:tt)*) => { html! { <a href="/" target={$($v)*}>"x"</a> } } }
macro_rules! srclang { ($($v:tt)*) => { html! { <video><track srclang={$($v)*}></video> } } }
macro_rules! svg { ($($v:tt)*) => { html! { <svg><path d={$($v)*} fill="none" /></svg> } } }
macro_rules! svg_camel { ($($v:tt)*) => { html! { <svg viewBox={$($v)*}></svg> } } }
macro_rules! math { ($($v:tt)*) => { html! { <math><mi mathvariant={$($v)*}>"x"</mi></math> } } }
macro_rules! custom { ($($v:tt)*) => { html! { <my-element anything={$($v)*}>"x"</my-element> } } }
macro_rules! hx { ($($v:tt)*) => { html! { <button hx-target={$($v)*}>"x"</button> } } }
macro_rules! unknown { ($($v:tt)*) => { html! { <p attr:whatever={$($v)*}>"x"</p> } } }
macro_rules! in_template { ($($v:tt)*) => { html! { <template><p title={$($v)*}>"x"</p></template> } } }
macro_rules! in_table { ($($v:tt)*) => { html! { <table><tbody><tr><td headers={$($v)*}>"x"</td></tr></tbody></table> } } }
macro_rules! in_select { ($($v:tt)*) => { html! { <select><option value={$($v)*} selected>"x"</option></select> } } }
macro_rules! two { ($($v:tt)*) => { html! { <p title={$($v)*} data-y={$($v)*}>"x"</p> } } }
macro_rules! in_for { ($($v:tt)*) => { html! { {for _ in 0..2 { <p title={$($v)*}>"x"</p> }} } } }
macro_rules! of_script { ($($v:tt)*) => { html! { <script nonce={$($v)*}>"1"</script> } } }
macro_rules! of_textarea { ($($v:tt)*) => { html! { <textarea placeholder={$($v)*}>"x"</textarea> } } }
macro_rules! of_pre { ($($v:tt)*) => { html! { <pre title={$($v)*}>{"\nx"}</pre> } } }
macro_rules! of_slot { ($($v:tt)*) => { html! { <slot is:inline name={$($v)*}></slot> } } }

all! {
    title class id data aria hidden value alt content lang target srclang svg svg_camel math custom hx unknown in_template
    in_table in_select two in_for of_script of_textarea of_pre of_slot
}

macro_rules! in_noscript { ($($v:tt)*) => { html! { <noscript><img src="/a.png" alt={$($v)*}></noscript> } } }

#[test]
fn noscript_without_scripts() {
    Place::new("attribute in noscript, without scripts")
        .without_scripts()
        .holds(single!(in_noscript));
}

/// With scripts what a `<noscript>` holds is text up to the first `</noscript`, which no value may bring.
#[test]
fn noscript_with_scripts() {
    let is_one_text = |_: &str, expected: &str, found: &str| {
        expected.starts_with("<img ") && found.starts_with("<img ")
    };
    Place::new("attribute in noscript, with scripts")
        .judged(is_one_text)
        .holds(single!(in_noscript));
}

macro_rules! head_noscript { ($($v:tt)*) => { html! {
    <!DOCTYPE html><html><head><noscript><link rel="stylesheet" href="/a.css" title={$($v)*}></noscript></head><body>"x"</body></html>
} } }

#[test]
fn noscript_in_the_head() {
    let is_one_text = |_: &str, expected: &str, found: &str| {
        expected.starts_with("<link ") && found.starts_with("<link ")
    };
    Place::new("attribute in the head's noscript, with scripts")
        .judged(is_one_text)
        .holds(single!(head_noscript));
    Place::new("attribute in the head's noscript, without scripts")
        .without_scripts()
        .holds(single!(head_noscript));
}

/// What `Attributes` takes as a value is what an attribute takes without `fmt`.
#[test]
fn spread() {
    fn with(value: impl isle::html::Attribute) -> String {
        let all = Attributes::new().with("title", value).with("data-y", 1);
        html! { <p class="a" {..&all}>"x"</p> }.to_string()
    }
    Place::new("attribute spread").holds(&[
        ("&str", |p| with(p)),
        ("String", |p| with(p.to_owned())),
        ("&&String", |p| with(&&p.to_owned())),
        ("Option<Cow>", |p| with(Some(std::borrow::Cow::Borrowed(p)))),
        ("Arc<str>", |p| with(std::sync::Arc::<str>::from(p))),
        ("Box<str>", |p| with(Box::<str>::from(p))),
    ]);
}

/// A name that a visitor had a say in is a name of an attribute that is harmless, or none at all.
#[test]
fn names_that_are_spread() {
    let place = Place::new("name spread");
    let plain = place.tree(&html! { <p class="a">"x"</p> }.to_string());
    for name in isle_tests::payloads::payloads() {
        let all = Attributes::new().with(name.clone(), "1");
        let mut tree = place.tree(&html! { <p class="a" {..&all}>"x"</p> }.to_string());
        if tree == plain {
            continue;
        }
        let mut taken = Vec::new();
        for node in &mut tree {
            remove_all_but_class(node, &mut taken);
        }
        assert_eq!(tree, plain, "{name:?}");
        assert_eq!(taken.len(), 1, "{name:?} became {taken:?}");
        assert!(
            taken[0].eq_ignore_ascii_case(name),
            "{name:?} became {taken:?}"
        );
        assert!(
            !taken[0].starts_with("on") && taken[0] != "style" && taken[0] != "srcdoc",
            "{name:?}"
        );
    }
}

fn remove_all_but_class(node: &mut isle_dom::Node, taken: &mut Vec<String>) {
    if let isle_dom::Node::Element(element) = node {
        if element.name == "p" && element.attributes.iter().any(|(name, _)| name == "class") {
            let others = element.attributes.split_off(1);
            taken.extend(others.into_iter().map(|(name, _)| name));
        }
        element
            .children
            .iter_mut()
            .for_each(|child| remove_all_but_class(child, taken));
    }
}

//! Values between tags.

use isle::prelude::*;
use isle_tests::oracle::{PLACEHOLDER, Place, read};

use crate::types::{markup, several, single};

/// Every type in each of these places.
macro_rules! all {
    ($($place:ident)*) => {$(
        #[test]
        fn $place() {
            let place = Place::new(concat!("text in ", stringify!($place)));
            place.holds(single!($place));
            place.holds(several!($place));
            place.holds(markup!($place));
        }
    )*};
}

macro_rules! p { ($($v:tt)*) => { html! { <p>{$($v)*}</p> } } }
macro_rules! words { ($($v:tt)*) => { html! { <p>before {$($v)*} after</p> } } }
macro_rules! title { ($($v:tt)*) => { html! { <!DOCTYPE html><html><head><title>{$($v)*}</title></head><body>"after"</body></html> } } }
macro_rules! textarea { ($($v:tt)*) => { html! { <textarea>{$($v)*}</textarea> } } }
macro_rules! pre { ($($v:tt)*) => { html! { <pre>{$($v)*}</pre> } } }
macro_rules! button { ($($v:tt)*) => { html! { <button>{$($v)*}</button> } } }
macro_rules! link { ($($v:tt)*) => { html! { <a href="/">{$($v)*}</a> } } }
macro_rules! li { ($($v:tt)*) => { html! { <ul><li>{$($v)*}</li><li>"next"</li></ul> } } }
macro_rules! option { ($($v:tt)*) => { html! { <select><option>{$($v)*}</option><option>"next"</option></select> } } }
macro_rules! td { ($($v:tt)*) => { html! { <table><tbody><tr><td>{$($v)*}</td><td>"next"</td></tr></tbody></table> } } }
macro_rules! caption { ($($v:tt)*) => { html! { <table><caption>{$($v)*}</caption><tbody></tbody></table> } } }
macro_rules! svg_text { ($($v:tt)*) => { html! { <svg viewBox="0 0 1 1"><text>{$($v)*}</text><path d="M0 0" /></svg> } } }
macro_rules! svg_title { ($($v:tt)*) => { html! { <svg><title>{$($v)*}</title></svg> } } }
macro_rules! foreign_object { ($($v:tt)*) => { html! { <svg><foreignObject><p>{$($v)*}</p></foreignObject></svg> } } }
macro_rules! math { ($($v:tt)*) => { html! { <math><mi>{$($v)*}</mi><mtext>"next"</mtext></math> } } }
macro_rules! template { ($($v:tt)*) => { html! { <template><p>{$($v)*}</p></template> } } }
macro_rules! custom { ($($v:tt)*) => { html! { <my-element>{$($v)*}</my-element> } } }
macro_rules! formatting { ($($v:tt)*) => { html! { <p><b><i>{$($v)*}</i></b></p> } } }
macro_rules! object { ($($v:tt)*) => { html! { <object data="/x"><p>{$($v)*}</p></object> } } }
macro_rules! in_if { ($($v:tt)*) => { html! { <p>{if true { <b>{$($v)*}</b> } else { <i>"no"</i> }}</p> } } }
macro_rules! in_for { ($($v:tt)*) => { html! { <ul>{for _ in 0..2 { <li>{$($v)*}</li> }}</ul> } } }
macro_rules! in_match { ($($v:tt)*) => { html! { <p>{match 1 { 1 => <b>{$($v)*}</b>, _ => <i /> }}</p> } } }
macro_rules! in_fragment { ($($v:tt)*) => { html! { <p><>{$($v)*}</>"."</p> } } }
macro_rules! nested { ($($v:tt)*) => { html! { <div>{html! { <p>{$($v)*}</p> }}</div> } } }
macro_rules! in_closure { ($($v:tt)*) => { html! { <div>{Some(1).map(|_| <p>{$($v)*}</p>)}</div> } } }
macro_rules! between_comments { ($($v:tt)*) => { html! { <p><!-- a -->{$($v)*}<!-- b --></p> } } }
macro_rules! late_in_pre { ($($v:tt)*) => { html! { <pre>{""}{None::<&str>}{$($v)*}</pre> } } }
macro_rules! twice_in_pre { ($($v:tt)*) => { html! { <pre>{for _ in 0..2 { <>{$($v)*}</> }}</pre> } } }
macro_rules! branch_in_textarea { ($($v:tt)*) => { html! { <textarea>{if false { <>"no"</> }}{if true { <>{$($v)*}</> }}</textarea> } } }
macro_rules! after_text_in_textarea { ($($v:tt)*) => { html! { <textarea>"a "{$($v)*}" b"</textarea> } } }

all! {
    p words title textarea pre button link li option td caption svg_text svg_title foreign_object math template custom
    formatting object in_if in_for in_match in_fragment nested in_closure between_comments late_in_pre twice_in_pre
    branch_in_textarea after_text_in_textarea
}

macro_rules! noscript { ($($v:tt)*) => { html! { <noscript><p>{$($v)*}</p></noscript> } } }

/// With scripts a browser reads what a `<noscript>` holds as text, character references and all.
fn escaped(value: &str, expected: &str, found: &str) -> bool {
    let references = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    let text = references
        .iter()
        .fold(found.to_owned(), |text, (reference, c)| {
            text.replace(reference, c)
        });
    let raw = found.contains(['<', '>', '"', '\'']);
    expected.replace(PLACEHOLDER, &read(value)) == text && raw == expected.contains('<')
}

#[test]
fn noscript_without_scripts() {
    let place = Place::new("text in noscript, without scripts").without_scripts();
    place.holds(single!(noscript));
    place.holds(several!(noscript));
}

#[test]
fn noscript_with_scripts() {
    let place = Place::new("text in noscript, with scripts").judged(escaped);
    place.holds(single!(noscript));
    place.holds(several!(noscript));
}

macro_rules! set_text { ($($v:tt)*) => { html! { <p set:text={$($v)*}></p> } } }
macro_rules! set_text_of_pre { ($($v:tt)*) => { html! { <pre set:text={$($v)*} /> } } }
macro_rules! set_text_of_textarea { ($($v:tt)*) => { html! { <textarea class="a" set:text={$($v)*}></textarea> } } }
macro_rules! set_text_of_title { ($($v:tt)*) => { html! { <!DOCTYPE html><html><head><title set:text={$($v)*} /></head><body></body></html> } } }

/// Types that are values in any case, so in `set:text` too.
macro_rules! set {
    ($($place:ident)*) => {$(
        #[test]
        fn $place() {
            let place = Place::new(stringify!($place));
            place.holds(single!($place));
            place.holds(several!($place));
        }
    )*};
}

set!(set_text set_text_of_pre set_text_of_textarea set_text_of_title);

macro_rules! set_html { ($($v:tt)*) => { html! { <div set:html={html! { {$($v)*} }} /> } } }
macro_rules! set_html_of_pre { ($($v:tt)*) => { html! { <pre set:html={&Some(html! { {$($v)*} })} /> } } }

set!(set_html set_html_of_pre);

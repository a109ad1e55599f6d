//! Values of attributes that are URLs: what a browser makes of them has a harmless scheme, or they are `#blocked`.

use std::sync::LazyLock;

use isle::html::Attributes;
use isle::prelude::*;
use isle_tests::oracle::{PLACEHOLDER, Place, read};
use url::Url;

use crate::types::single;

/// What becomes of a URL.
#[derive(PartialEq)]
enum Fate {
    Printed,
    Blocked,
    /// It is no URL, so a browser does nothing with it.
    Either,
}

/// The page that the URLs stand in.
static PAGE: LazyLock<Url> =
    LazyLock::new(|| Url::parse("https://site.example/dir/page?query").unwrap());

fn fate(url: &str, image: bool) -> Fate {
    match PAGE.join(url) {
        Ok(url) if matches!(url.scheme(), "http" | "https" | "mailto" | "tel") => Fate::Printed,
        Ok(url)
            if image
                && url.scheme() == "data"
                && url.path().to_ascii_lowercase().starts_with("image/") =>
        {
            Fate::Printed
        }
        Ok(_) => Fate::Blocked,
        Err(_) => Fate::Either,
    }
}

fn judged(fate: Fate, value: &str, expected: &str, found: &str) -> bool {
    let printed = found == expected.replace(PLACEHOLDER, &read(value));
    let blocked = found == expected.replace(PLACEHOLDER, "#blocked");
    match fate {
        Fate::Printed => printed,
        Fate::Blocked => blocked,
        Fate::Either => printed || blocked,
    }
}

fn any(value: &str, expected: &str, found: &str) -> bool {
    judged(fate(value, false), value, expected, found)
}

fn image(value: &str, expected: &str, found: &str) -> bool {
    judged(fate(value, true), value, expected, found)
}

/// A list of URLs is printed only if all that a browser reads in it are harmless, and blocked only if something in it
/// is not.
fn list(value: &str, expected: &str, found: &str) -> bool {
    let all_harmless = candidates(value)
        .into_iter()
        .chain(value.split_ascii_whitespace())
        .all(|url| fate(url, true) != Fate::Blocked);
    let pieces = |c: char| c == ',' || c <= ' ';
    let some_harmful = value
        .split(pieces)
        .any(|url| fate(url, true) != Fate::Printed);
    match (
        judged(Fate::Printed, value, expected, found),
        judged(Fate::Blocked, value, expected, found),
    ) {
        (true, _) => all_harmless,
        (false, true) => some_harmful,
        _ => false,
    }
}

/// The URLs in a `srcset`, as the standard splits it
/// (<https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute>).
fn candidates(srcset: &str) -> Vec<&str> {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c');
    let mut found = Vec::new();
    let mut rest = srcset;
    loop {
        rest = rest.trim_start_matches(|c| blank(c) || c == ',');
        if rest.is_empty() {
            return found;
        }
        let (url, tail) = rest.split_at(rest.find(blank).unwrap_or(rest.len()));
        let bare = url.trim_end_matches(',');
        found.push(bare);
        rest = tail;
        if bare.len() == url.len() {
            // Descriptors, up to a comma that is not in parentheses.
            let mut depth = 0_u32;
            let end = rest.find(|c| match c {
                '(' => {
                    depth += 1;
                    false
                }
                ')' => {
                    depth = depth.saturating_sub(1);
                    false
                }
                ',' => depth == 0,
                _ => false,
            });
            rest = &rest[end.unwrap_or(rest.len())..];
        }
    }
}

/// Every type in each of these attributes.
macro_rules! all {
    ($judge:ident: $($place:ident)*) => {$(
        #[test]
        fn $place() {
            Place::new(concat!("URL ", stringify!($place))).judged($judge).holds(single!($place));
        }
    )*};
}

macro_rules! a_href { ($($v:tt)*) => { html! { <a href={$($v)*}>"x"</a> } } }
macro_rules! area_href { ($($v:tt)*) => { html! { <map name="m"><area href={$($v)*}></map> } } }
macro_rules! link_href { ($($v:tt)*) => { html! { <!DOCTYPE html><html><head><link rel="icon" href={$($v)*}></head><body>"x"</body></html> } } }
macro_rules! base_href { ($($v:tt)*) => { html! { <!DOCTYPE html><html><head><base href={$($v)*}></head><body>"x"</body></html> } } }
macro_rules! form_action { ($($v:tt)*) => { html! { <form action={$($v)*}></form> } } }
macro_rules! button_formaction { ($($v:tt)*) => { html! { <button formaction={$($v)*}>"x"</button> } } }
macro_rules! input_formaction { ($($v:tt)*) => { html! { <input type="submit" formaction={$($v)*}> } } }
macro_rules! input_src { ($($v:tt)*) => { html! { <input type="image" alt="" src={$($v)*}> } } }
macro_rules! iframe_src { ($($v:tt)*) => { html! { <iframe src={$($v)*}></iframe> } } }
macro_rules! script_src { ($($v:tt)*) => { html! { <script src={$($v)*}></script> } } }
macro_rules! embed_src { ($($v:tt)*) => { html! { <embed src={$($v)*}> } } }
macro_rules! object_data { ($($v:tt)*) => { html! { <object data={$($v)*}></object> } } }
macro_rules! audio_src { ($($v:tt)*) => { html! { <audio src={$($v)*}></audio> } } }
macro_rules! video_poster { ($($v:tt)*) => { html! { <video src="/a.mp4" poster={$($v)*}></video> } } }
macro_rules! source_src { ($($v:tt)*) => { html! { <video><source src={$($v)*}></video> } } }
macro_rules! track_src { ($($v:tt)*) => { html! { <video><track src={$($v)*}></video> } } }
macro_rules! q_cite { ($($v:tt)*) => { html! { <p><q cite={$($v)*}>"x"</q></p> } } }
macro_rules! blockquote_cite { ($($v:tt)*) => { html! { <blockquote cite={$($v)*}>"x"</blockquote> } } }
macro_rules! del_cite { ($($v:tt)*) => { html! { <del cite={$($v)*}>"x"</del> } } }
macro_rules! svg_a { ($($v:tt)*) => { html! { <svg><a href={$($v)*}><text>"x"</text></a></svg> } } }
macro_rules! svg_xlink { ($($v:tt)*) => { html! { <svg><a xlink:href={$($v)*}><text>"x"</text></a></svg> } } }
macro_rules! svg_use { ($($v:tt)*) => { html! { <svg><use href={$($v)*} /></svg> } } }
macro_rules! svg_image { ($($v:tt)*) => { html! { <svg><image href={$($v)*} /></svg> } } }
macro_rules! math_href { ($($v:tt)*) => { html! { <math><mi attr:href={$($v)*}>"x"</mi></math> } } }
macro_rules! custom_href { ($($v:tt)*) => { html! { <my-link href={$($v)*}>"x"</my-link> } } }
macro_rules! a_in_noscript { ($($v:tt)*) => { html! { <p><a href={$($v)*} title="t">"x"</a></p> } } }

all! { any:
    a_href area_href link_href base_href form_action button_formaction input_formaction input_src iframe_src script_src
    embed_src object_data audio_src video_poster source_src track_src q_cite blockquote_cite del_cite svg_a svg_xlink
    svg_use svg_image math_href custom_href a_in_noscript
}

macro_rules! img_src { ($($v:tt)*) => { html! { <img alt="" src={$($v)*}> } } }

all! { image: img_src }

macro_rules! img_srcset { ($($v:tt)*) => { html! { <img alt="" srcset={$($v)*} src="/a.png"> } } }
macro_rules! source_srcset { ($($v:tt)*) => { html! { <picture><source srcset={$($v)*}><img alt="" src="/a.png"></picture> } } }
macro_rules! link_imagesrcset { ($($v:tt)*) => { html! { <!DOCTYPE html><html><head><link rel="preload" imagesrcset={$($v)*}></head><body>"x"</body></html> } } }
macro_rules! a_ping { ($($v:tt)*) => { html! { <a href="/" ping={$($v)*}>"x"</a> } } }

all! { list: img_srcset source_srcset link_imagesrcset a_ping }

/// Names of URL attributes, in the spelling that HTML folds too.
#[test]
fn spread() {
    for name in [
        "href",
        "HREF",
        "action",
        "formaction",
        "src",
        "data",
        "cite",
        "background",
        "manifest",
        "xlink:href",
    ] {
        let place = Place::new("URL spread").judged(any);
        let tree = place.tree(&with(name, PLACEHOLDER));
        for value in isle_tests::payloads::payloads() {
            assert_eq!(
                place.difference(&tree, &with(name, value), value),
                None,
                "{name}={value:?}"
            );
        }
    }
    for name in ["srcset", "imagesrcset", "ping", "SrcSet"] {
        let place = Place::new("URL list spread").judged(list);
        let tree = place.tree(&with(name, PLACEHOLDER));
        for value in isle_tests::payloads::payloads() {
            assert_eq!(
                place.difference(&tree, &with(name, value), value),
                None,
                "{name}={value:?}"
            );
        }
    }
}

fn with(name: &'static str, value: &str) -> String {
    html! { <p {..Attributes::new().with(name, value)}>"x"</p> }.to_string()
}

/// `Link` passes unchecked, because nothing but `Link::local` and the routes' own `url()` makes one.
#[test]
fn links_that_were_made_of_a_payload_stay_on_the_site() {
    let mut made = 0;
    for value in isle_tests::payloads::payloads() {
        let Ok(link) = Link::local(value) else {
            continue;
        };
        made += 1;
        let place = Place::new("Link");
        let html = html! { <a href={&link}>"x"</a> }.to_string();
        let expected = html! { <a href="/zqx">"x"</a> }
            .to_string()
            .replace("/zqx", PLACEHOLDER);
        assert_eq!(
            place.difference(&place.tree(&expected), &html, link.as_str()),
            None,
            "{value:?}"
        );
        let to = PAGE.join(link.as_str()).unwrap();
        assert_eq!(to.origin(), PAGE.origin(), "{value:?}");
    }
    assert!(made > 0);
}

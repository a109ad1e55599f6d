//! `name={expr}`, by the sort of the attribute.

use std::borrow::Cow;
use std::rc::Rc;

use super::super::{ShownOne as _, V};
use super::{Shown, printed};
use crate::response::Link;

macro_rules! prints {
    (|$v:ident, $c:ident| $print:expr; $($value:expr => $text:expr),* $(,)?) => {$(
        let text = printed(|$c| match V($value) { $v => $print });
        assert_eq!(text, $text, "{}", stringify!($value));
    )*};
}

#[test]
fn values_are_escaped_and_none_leaves_the_attribute_out() {
    let string = String::from("<a \"b\" 'c' & d>");
    let escaped = "<p title=\"&lt;a &quot;b&quot; &#39;c&#39; &amp; d&gt;\"";
    prints! { |v, c| v.attr(c, "<p title=\"", 2);
        &string => escaped,
        string.clone() => escaped,
        string.as_str() => escaped,
        Cow::Borrowed(&*string) => escaped,
        Some(&string) => escaped,
        &Some(Some(string.clone())) => escaped,
        string.clone().into_boxed_str() => escaped,
        Rc::<str>::from(&*string) => escaped,
        format_args!("{string}") => escaped,
        Shown("<a \"b\" 'c' & d>") => escaped,
        Some(Shown("<a \"b\" 'c' & d>")) => escaped,
        &Some(&Shown("<a \"b\" 'c' & d>")) => escaped,
        "" => "<p title=\"\"",
        None::<&str> => "<p",
        &None::<String> => "<p",
        None::<Shown> => "<p",
        7 => "<p title=\"7\"",
        Some(-7i64) => "<p title=\"-7\"",
        u128::MAX => "<p title=\"340282366920938463463374607431768211455\"",
        1.5 => "<p title=\"1.5\"",
        '"' => "<p title=\"&quot;\"",
        Link::fixed("/a?b&c") => "<p title=\"/a?b&amp;c\"",
    }
}

#[test]
fn a_flag_is_there_or_absent() {
    prints! { |v, c| v.flag(c, " disabled");
        true => " disabled",
        false => "",
        &true => " disabled",
        Some(true) => " disabled",
        &Some(false) => "",
        None::<bool> => "",
    }
}

#[test]
fn truth_is_said_in_words() {
    prints! { |v, c| v.truth(c, "<p aria-hidden=\"", 2);
        true => "<p aria-hidden=\"true\"",
        false => "<p aria-hidden=\"false\"",
        &false => "<p aria-hidden=\"false\"",
        Some(true) => "<p aria-hidden=\"true\"",
        None::<bool> => "<p",
        "mixed" => "<p aria-hidden=\"mixed\"",
        Some("<") => "<p aria-hidden=\"&lt;\"",
        3 => "<p aria-hidden=\"3\"",
        Shown("x") => "<p aria-hidden=\"x\"",
    }
}

#[test]
fn a_flag_can_have_a_text() {
    prints! { |v, c| v.flag_or(c, " hidden");
        true => " hidden",
        false => "",
        None::<&str> => "",
        Some(true) => " hidden",
        "until-found" => " hidden=\"until-found\"",
        Some("a\"b") => " hidden=\"a&quot;b\"",
        Shown("x") => " hidden=\"x\"",
    }
}

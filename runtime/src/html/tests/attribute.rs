//! `name={expr}`, by the sort of the attribute.

use std::borrow::Cow;
use std::rc::Rc;

use super::super::{ShownOne as _, V};
use super::{Shown, printed};
use crate::response::Link;

macro_rules! prints {
    ($method:ident($open:expr): $($value:expr => $text:expr),* $(,)?) => {$(
        assert_eq!(printed(|c| V($value).$method(c, $open)), $text, "{}", stringify!($value));
    )*};
}

#[test]
fn values_are_escaped_and_none_leaves_the_attribute_out() {
    let string = String::from("<a \"b\" 'c' & d>");
    let escaped = " title=\"&lt;a &quot;b&quot; &#39;c&#39; &amp; d&gt;\"";
    prints! { attr(" title=\""):
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
        "" => " title=\"\"",
        None::<&str> => "",
        &None::<String> => "",
        None::<Shown> => "",
        7 => " title=\"7\"",
        Some(-7i64) => " title=\"-7\"",
        u128::MAX => " title=\"340282366920938463463374607431768211455\"",
        1.5 => " title=\"1.5\"",
        '"' => " title=\"&quot;\"",
        Link::fixed("/a?b&c") => " title=\"/a?b&amp;c\"",
    }
}

#[test]
fn a_flag_is_there_or_absent() {
    prints! { flag(" disabled"):
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
    prints! { truth(" aria-hidden=\""):
        true => " aria-hidden=\"true\"",
        false => " aria-hidden=\"false\"",
        &false => " aria-hidden=\"false\"",
        Some(true) => " aria-hidden=\"true\"",
        None::<bool> => "",
        "mixed" => " aria-hidden=\"mixed\"",
        Some("<") => " aria-hidden=\"&lt;\"",
        3 => " aria-hidden=\"3\"",
        Shown("x") => " aria-hidden=\"x\"",
    }
}

#[test]
fn a_flag_can_have_a_text() {
    prints! { flag_or(" hidden"):
        true => " hidden",
        false => "",
        None::<&str> => "",
        Some(true) => " hidden",
        "until-found" => " hidden=\"until-found\"",
        Some("a\"b") => " hidden=\"a&quot;b\"",
        Shown("x") => " hidden=\"x\"",
    }
}

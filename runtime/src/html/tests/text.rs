//! `{expr}` between tags, for every type that can stand there.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::fmt::Display;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use super::super::{Buf, EachRender as _, EachShown as _, Html, Render, Shown as _, V};
use super::{Shown, printed};

macro_rules! prints {
    ($($value:expr => $text:expr),* $(,)?) => {$(
        assert_eq!(printed(|c| V($value).text(c, "")), $text, "{}", stringify!($value));
    )*};
}

const HTML: &str = "<b class=\"x\" id='y'>&</b>";
const ESCAPED: &str = "&lt;b class=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/b&gt;";

#[test]
fn text_of_every_type_is_escaped() {
    let string = HTML.to_owned();
    prints! {
        HTML => ESCAPED,
        &HTML => ESCAPED,
        &&HTML => ESCAPED,
        &string => ESCAPED,
        &&string => ESCAPED,
        &&&&string => ESCAPED,
        string.clone() => ESCAPED,
        &mut string.clone() => ESCAPED,
        Cow::Borrowed(HTML) => ESCAPED,
        Cow::<str>::Owned(string.clone()) => ESCAPED,
        &Cow::Borrowed(HTML) => ESCAPED,
        string.clone().into_boxed_str() => ESCAPED,
        Box::new(HTML) => ESCAPED,
        Box::new(Box::new(string.clone())) => ESCAPED,
        Rc::<str>::from(HTML) => ESCAPED,
        Arc::<str>::from(HTML) => ESCAPED,
        Arc::new(string.clone()) => ESCAPED,
        Some(HTML) => ESCAPED,
        Some(&string) => ESCAPED,
        &Some(string.clone()) => ESCAPED,
        Some(Some(HTML)) => ESCAPED,
        vec![HTML] => ESCAPED,
        &vec![string.clone()] => ESCAPED,
        [HTML] => ESCAPED,
        &[HTML][..] => ESCAPED,
        [Some(vec![&string])] => ESCAPED,
        std::iter::once(HTML) => ESCAPED,
        HTML.chars() => ESCAPED,
        format_args!("{HTML}") => ESCAPED,
        format_args!("{}<", 1) => "1&lt;",
        Shown(HTML) => ESCAPED,
        &Shown(HTML) => ESCAPED,
        &&Shown(HTML) => ESCAPED,
        Box::new(Shown(HTML)) as Box<dyn Display> => ESCAPED,
        &Shown(HTML) as &dyn Display => ESCAPED,
        Some(Shown(HTML)) => ESCAPED,
        &Some(Shown(HTML)) => ESCAPED,
        vec![Some(Shown(HTML))] => ESCAPED,
        &[Shown(HTML)] => ESCAPED,
        &&[&Shown(HTML)] => ESCAPED,
        Some(vec![&Shown(HTML)]) => ESCAPED,
        [Shown(HTML)].iter() => ESCAPED,
        [Shown(HTML)].iter().map(Some) => ESCAPED,
        Arc::new(Some(Shown(HTML))) => ESCAPED,
        Mutex::new(Shown(HTML)).into_inner().unwrap() => ESCAPED,
        RefCell::new(HTML).borrow() => ESCAPED,
        RefCell::new(string.clone()).borrow_mut() => ESCAPED,
        HTML.escape_default().to_string().replace('\\', "") => ESCAPED,
        HTML.lines() => ESCAPED,
        VecDeque::from([HTML]) => ESCAPED,
        BTreeSet::from([HTML]) => ESCAPED,
        &HashSet::from([HTML]) => ESCAPED,
        VecDeque::from([Shown(HTML)]) => ESCAPED,
        '<' => "&lt;",
        '\0' => "\u{FFFD}",
        'é' => "é",
        Some('&') => "&amp;",
        ['<', '>'] => "&lt;&gt;",
        'ß'.to_uppercase() => "SS",
    }
}

#[test]
fn markup_is_printed_verbatim() {
    let html = Html::trusted(HTML);
    prints! {
        &html => HTML,
        html.clone() => HTML,
        Some(&html) => HTML,
        vec![html.clone(), html.clone()] => format!("{HTML}{HTML}"),
        [1, 2].iter().map(|_| html.clone()) => format!("{HTML}{HTML}"),
        Box::new(html.clone()) => HTML,
    }
}

#[test]
fn none_and_empty_lists_print_nothing() {
    prints! {
        None::<&str> => "",
        &None::<Shown> => "",
        "" => "",
        String::new() => "",
        Vec::<u8>::new() => "",
        [""; 0] => "",
        std::iter::empty::<Shown>() => "",
    }
}

#[test]
fn lists_print_their_items_in_order_without_separators() {
    prints! {
        [Some(1), None, Some(2)] => "12",
        vec![vec!["a", "<"], vec![], vec!["b"]] => "a&lt;b",
        (1..=3).map(|n| n * 10) => "102030",
        (1..=3).rev() => "321",
        ["a", "b"].iter().enumerate().map(|(i, s)| format!("{i}{s}")) => "0a1b",
        BTreeSet::from([3, 1, 2]) => "123",
    }
}

#[test]
fn numbers_print_as_display_prints_them() {
    prints! {
        0 => "0",
        -1 => "-1",
        i8::MIN => "-128",
        i16::MIN => "-32768",
        i32::MIN => "-2147483648",
        i64::MIN => "-9223372036854775808",
        i128::MIN => "-170141183460469231731687303715884105728",
        isize::MAX => isize::MAX.to_string(),
        u8::MAX => "255",
        u16::MAX => "65535",
        u32::MAX => "4294967295",
        u64::MAX => "18446744073709551615",
        u128::MAX => "340282366920938463463374607431768211455",
        usize::MAX => usize::MAX.to_string(),
        NonZero::new(7u8).unwrap() => "7",
        NonZero::new(-7i64) => "-7",
        &&1_000 => "1000",
        1.0 => "1",
        -0.0 => "-0",
        0.1 + 0.2 => "0.30000000000000004",
        1.5f32 => "1.5",
        f64::NAN => "NaN",
        f64::INFINITY => "inf",
        f32::NEG_INFINITY => "-inf",
        1e21 => "1000000000000000000000",
        5e-324 => 5e-324f64.to_string(),
    }
}

#[test]
fn generic_code_prints_by_what_it_knows() {
    fn display<T: Display>(value: T) -> String {
        printed(|c| V(value).text(c, ""))
    }
    fn render<T: Render>(value: T) -> String {
        printed(|c| V(&value).text(c, ""))
    }
    assert_eq!(display("<"), "&lt;");
    assert_eq!(display(1), "1");
    assert_eq!(render("<"), "&lt;");
    assert_eq!(render(Html::trusted("<")), "<");
}

#[test]
fn own_renderings_print_markup() {
    struct Stars(usize);
    impl Render for Stars {
        fn render(&self, out: &mut Buf) {
            out.put(Html::trusted("<i>*</i>".repeat(self.0)));
            out.text(" & more");
        }
    }
    prints! {
        Stars(2) => "<i>*</i><i>*</i> &amp; more",
        &Some(Stars(1)) => "<i>*</i> &amp; more",
        [Stars(0), Stars(0)].iter() => " &amp; more &amp; more",
    }
    let boxed: Box<dyn Render> = Box::new(Stars(1));
    prints! { boxed => "<i>*</i> &amp; more" }
}

#[test]
fn the_first_line_break_in_a_pre_is_doubled() {
    let first = |text: &str| {
        printed(|c| {
            let c = c.raw("<pre>");
            let start = c.position();
            V(text).text(c, "").first_line(start).raw("</pre>")
        })
    };
    assert_eq!(first("\na"), "<pre>\n\na</pre>");
    assert_eq!(first("\r\na"), "<pre>\n\r\na</pre>");
    assert_eq!(first("a\n"), "<pre>a\n</pre>");
    assert_eq!(first(""), "<pre></pre>");
}

#[test]
fn a_display_that_fails_ends_the_page() {
    struct Fails;
    impl Display for Fails {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    let mut out = Buf::new();
    V(Fails).text(out.cur(), "").commit();
    assert!(out.finish().into_page().is_err());
}

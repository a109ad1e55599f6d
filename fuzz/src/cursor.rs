//! Random writes through isle's cursor, and the same ones into a `String`: what comes out must be equal.
//!
//! Under AddressSanitizer a write that leaves the buffer's room is found as well.

use arbitrary::Arbitrary;
use isle::html::{Attributes, Buf, Classes, Cur, Html, V};

/// A buffer's first capacity, and what is written.
#[derive(Arbitrary, Debug)]
pub struct Writes {
    capacity: u8,
    writes: Vec<Write>,
}

/// One write.
#[derive(Arbitrary, Debug)]
pub enum Write {
    /// Markup, verbatim, up to any length.
    Raw(String),
    /// Markup of a length that is constant where it is compiled.
    Constant(u8),
    /// Text, escaped.
    Text(String),
    /// A text's part, so that it begins at any alignment.
    Slice(String, u8, u8),
    /// Markup, and text behind it in the same room.
    Behind(String, String),
    /// Markup, and a number behind it in the same room.
    Counted(String, i64),
    /// A whole number.
    Unsigned(u64),
    /// A whole number below 2 to the power of 16, as most are.
    Small(u16),
    /// A whole number with its sign.
    Signed(i64),
    /// A wide number.
    Wide(i128),
    /// Any number.
    Float(f64),
    /// An amount of hundredths.
    Money(i32),
    /// A character.
    Character(char),
    /// What is printed through `Display`.
    Arguments(String, u8),
    /// An attribute.
    Attribute(Option<String>),
    /// An attribute behind markup that may be long, in the same room.
    Opened(String, Option<String>),
    /// Classes.
    Classes(Vec<Option<String>>),
    /// Attributes whose names are known only now.
    Spread(String),
    /// Markup that was printed before.
    Html(String),
    /// The first text in a `<pre>`.
    First(String),
    /// Ends the cursor and begins another.
    Commit,
    /// Gives the buffer away and goes on with another.
    Renew(u8),
}

/// Writes by both, and compares.
pub fn check(writes: &Writes) {
    let mut out = Buf::with_capacity(writes.capacity.into());
    let mut expected = String::new();
    let mut c = out.cur();
    for write in &writes.writes {
        if let Write::Renew(capacity) = write {
            c.commit();
            let full = std::mem::replace(&mut out, Buf::with_capacity((*capacity).into()));
            assert_eq!(full.finish().as_str(), expected);
            expected.clear();
            c = out.cur();
            continue;
        }
        c = print(write, c);
        print_plainly(write, &mut expected);
    }
    c.commit();
    assert_eq!(out.as_str(), expected);
}

fn print<'b>(write: &Write, c: Cur<'b>) -> Cur<'b> {
    match write {
        Write::Raw(markup) => c.raw(markup),
        Write::Constant(which) => match which % 6 {
            0 => c.raw(""),
            1 => c.raw("<b>"),
            2 => c.raw("<article class=\"wide\">"),
            3 => c.raw("</td><td>0123456789012345678901234567890123456789012345678901234"),
            4 => c.raw("</td><td>01234567890123456789012345678901234567890123456789012345"),
            _ => c.raw("é"),
        },
        Write::Text(text) => V(text).text(c, ""),
        Write::Slice(text, from, to) => V(slice(text, *from, *to)).text(c, ""),
        Write::Behind(markup, text) => V(text).text(c, markup),
        Write::Counted(markup, n) => V(n).text(c, markup),
        Write::Opened(markup, value) => {
            let open = format!("{markup} title=\"");
            V(value).attr(c, &open, markup.len())
        }
        Write::Unsigned(n) => V(n).text(c, ""),
        Write::Small(n) => V(n).text(c, ""),
        Write::Signed(n) => V(n).text(c, ""),
        Write::Wide(n) => V(n).text(c, ""),
        Write::Float(n) => V(n).text(c, ""),
        Write::Money(n) => V(f64::from(*n) / 100.0).text(c, ""),
        Write::Character(n) => V(n).text(c, ""),
        Write::Arguments(text, n) => V(format_args!("{text}{n}{text}")).text(c, ""),
        Write::Attribute(value) => V(value).attr(c, " title=\"", 0),
        Write::Classes(names) => {
            let list = Classes::open(c, " class=\"");
            V(names).class(list).close()
        }
        Write::Spread(value) => V(Attributes::new().with("data-x", value)).spread(c),
        Write::Html(markup) => V(Html::trusted(markup.clone())).text(c, ""),
        Write::First(text) => {
            let start = c.position();
            V(text).text(c, "").first_line(start)
        }
        Write::Commit => c.commit().cur(),
        Write::Renew(_) => c,
    }
}

fn print_plainly(write: &Write, out: &mut String) {
    match write {
        Write::Raw(markup) | Write::Html(markup) => out.push_str(markup),
        Write::Constant(which) => out.push_str(match which % 6 {
            0 => "",
            1 => "<b>",
            2 => "<article class=\"wide\">",
            3 => "</td><td>0123456789012345678901234567890123456789012345678901234",
            4 => "</td><td>01234567890123456789012345678901234567890123456789012345",
            _ => "é",
        }),
        Write::Text(text) => escape(text, out),
        Write::Slice(text, from, to) => escape(slice(text, *from, *to), out),
        Write::Behind(markup, text) => {
            out.push_str(markup);
            escape(text, out);
        }
        Write::Counted(markup, n) => {
            out.push_str(markup);
            out.push_str(&n.to_string());
        }
        Write::Opened(markup, value) => {
            out.push_str(markup);
            if let Some(value) = value {
                out.push_str(" title=\"");
                escape(value, out);
                out.push('"');
            }
        }
        Write::Unsigned(n) => out.push_str(&n.to_string()),
        Write::Small(n) => out.push_str(&n.to_string()),
        Write::Signed(n) => out.push_str(&n.to_string()),
        Write::Wide(n) => out.push_str(&n.to_string()),
        Write::Float(n) => out.push_str(&n.to_string()),
        Write::Money(n) => out.push_str(&(f64::from(*n) / 100.0).to_string()),
        Write::Character(n) => escape(&n.to_string(), out),
        Write::Arguments(text, n) => escape(&format!("{text}{n}{text}"), out),
        Write::Attribute(value) => {
            if let Some(value) = value {
                out.push_str(" title=\"");
                escape(value, out);
                out.push('"');
            }
        }
        Write::Classes(names) => {
            let names: Vec<&str> = names
                .iter()
                .flatten()
                .map(String::as_str)
                .filter(|name| !name.is_empty())
                .collect();
            if !names.is_empty() {
                out.push_str(" class=\"");
                escape(&names.join(" "), out);
                out.push('"');
            }
        }
        Write::Spread(value) => {
            out.push_str(" data-x");
            if !value.is_empty() {
                out.push_str("=\"");
                escape(value, out);
                out.push('"');
            }
        }
        Write::First(text) => {
            if text.starts_with(['\n', '\r']) {
                out.push('\n');
            }
            escape(text, out);
        }
        Write::Commit | Write::Renew(_) => {}
    }
}

fn slice(text: &str, from: u8, to: u8) -> &str {
    let place = |n: u8| {
        (0..=usize::from(n).min(text.len()))
            .rev()
            .find(|&n| text.is_char_boundary(n))
            .unwrap_or(0)
    };
    let (from, to) = (place(from), place(to));
    &text[from.min(to)..from.max(to)]
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

//! The cursor against a plain safe writer.

use proptest::prelude::*;

use super::super::cursor::ROOM;
use super::super::{Buf, Html};

/// One write.
#[derive(Clone, Debug)]
enum Write {
    Raw(String),
    Long(String),
    Escaped(String),
    /// A literal, and text behind it in the same room.
    Behind(String, String),
    /// The same with the quote that ends an attribute.
    Quoted(String, String),
    Store([u8; 16], usize),
    Pair([u8; 8], usize),
    Unsigned(u64),
    /// A literal, and a number behind it in the same room.
    Counted(String, i64),
    Signed(i64),
    Wide(u128),
    WideSigned(i128),
    Float(f64),
    Character(char),
    Display(String),
    Html(String),
    /// Ends the cursor and begins another.
    Commit,
    /// Drops the cursor with what it wrote since it began.
    Drop,
    /// Gives the buffer away and goes on with one of this capacity.
    Renew(usize),
}

fn write() -> impl Strategy<Value = Write> {
    let text = || "[ -~é<&\"\0]{0,20}|[a-z'>]{0,150}";
    // Digits are at most 64 bits long in half of the cases, and few in the rest.
    let number = || any::<u64>().prop_flat_map(|n| (0..64u32).prop_map(move |shift| n >> shift));
    prop_oneof![
        text().prop_map(Write::Raw),
        text().prop_map(Write::Long),
        text().prop_map(Write::Escaped),
        (text(), text()).prop_map(|(literal, text)| Write::Behind(literal, text)),
        (text(), text()).prop_map(|(literal, text)| Write::Quoted(literal, text)),
        ("[a-z]{16}", 0..=16usize)
            .prop_map(|(s, len)| Write::Store(s.as_bytes().try_into().unwrap(), len)),
        ("[a-z]{8}", 8..=16usize)
            .prop_map(|(s, len)| Write::Pair(s.as_bytes().try_into().unwrap(), len)),
        number().prop_map(Write::Unsigned),
        (text(), number()).prop_map(|(literal, n)| Write::Counted(literal, n as i64)),
        number().prop_map(|n| Write::Signed((n as i64).wrapping_neg())),
        any::<u128>().prop_flat_map(|n| (0..128u32).prop_map(move |shift| Write::Wide(n >> shift))),
        any::<i128>().prop_map(Write::WideSigned),
        any::<f64>().prop_map(Write::Float),
        (any::<i64>(), 0..50u32).prop_map(|(n, shift)| Write::Float((n >> shift) as f64 / 100.0)),
        any::<char>().prop_map(Write::Character),
        text().prop_map(Write::Display),
        text().prop_map(Write::Html),
        Just(Write::Commit),
        Just(Write::Drop),
        (0..200usize).prop_map(Write::Renew),
    ]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
        .replace('\0', "\u{FFFD}")
}

/// Runs the writes by both; what each buffer held when it was given away.
fn run(capacity: usize, writes: &[Write]) -> (Vec<String>, Vec<String>) {
    let (mut by_cursor, mut by_string) = (Vec::new(), Vec::new());
    let mut out = Buf::with_capacity(capacity);
    let (mut string, mut committed) = (String::new(), 0);
    let mut c = out.cur();
    for write in writes {
        c = match write {
            Write::Raw(text) => c.raw(text),
            Write::Long(text) => c.long(text.as_bytes()),
            Write::Escaped(text) => c.escaped(text),
            Write::Behind(literal, text) => c.after(literal).escaped(text),
            Write::Quoted(literal, text) => c.after(literal).quoted(text),
            Write::Counted(literal, n) => c.after(literal).signed(*n).end(),
            Write::Store(bytes, len) => c.room().store::<16, 240>(bytes, *len).end(),
            Write::Pair(bytes, len) => {
                // The second half overlaps the first as a text of that length does.
                let text: Vec<u8> = bytes.iter().chain(bytes).copied().take(*len).collect();
                let last = text.last_chunk::<8>().unwrap();
                c.room().pair::<8, 0>(bytes, last, *len).end()
            }
            Write::Unsigned(n) => c.room().unsigned(*n).end(),
            Write::Signed(n) => c.room().signed(*n).end(),
            Write::Wide(n) => c.wide(*n),
            Write::WideSigned(n) => c.wide_signed(*n),
            Write::Float(n) => c.float(*n).commit().cur(),

            Write::Character(n) => c.escaped(n.encode_utf8(&mut [0; 4])),
            Write::Display(text) => c.display(text),
            Write::Html(text) => c.html(&Html::trusted(text.clone())),
            Write::Commit => {
                c.commit();
                out.cur()
            }
            Write::Drop => {
                let _ = c;
                out.cur()
            }
            Write::Renew(capacity) => {
                c.commit();
                let full = std::mem::replace(&mut out, Buf::with_capacity(*capacity));
                by_cursor.push(full.finish().as_str().to_owned());
                out.cur()
            }
        };
        match write {
            Write::Raw(text) | Write::Long(text) => string.push_str(text),
            Write::Escaped(text) => string.push_str(&escaped(text)),
            Write::Behind(literal, text) => {
                string.extend([literal, &escaped(text)].map(String::as_str))
            }
            Write::Quoted(literal, text) => {
                string.extend([literal, &escaped(text), "\""].map(|s| s as &str))
            }
            Write::Counted(literal, n) => {
                string.extend([literal, &n.to_string()].map(String::as_str))
            }
            Write::Store(bytes, len) => {
                string.push_str(std::str::from_utf8(&bytes[..*len]).unwrap())
            }
            Write::Pair(bytes, len) => {
                let text = [*bytes, *bytes].concat();
                string.push_str(std::str::from_utf8(&text[..*len]).unwrap());
            }
            Write::Unsigned(n) => string.push_str(&n.to_string()),
            Write::Signed(n) => string.push_str(&n.to_string()),
            Write::Wide(n) => string.push_str(&n.to_string()),
            Write::WideSigned(n) => string.push_str(&n.to_string()),
            Write::Float(n) => {
                string.push_str(&n.to_string());
                committed = string.len();
            }
            Write::Character(n) => string.push_str(&escaped(&n.to_string())),
            Write::Display(text) => {
                string.push_str(&escaped(text));
                committed = string.len();
            }
            Write::Html(text) => string.push_str(text),
            Write::Commit => committed = string.len(),
            Write::Drop => string.truncate(committed),
            Write::Renew(_) => {
                by_string.push(std::mem::take(&mut string));
                committed = 0;
            }
        }
    }
    c.commit();
    by_cursor.push(out.as_str().to_owned());
    by_string.push(string);
    (by_cursor, by_string)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn it_writes_what_a_string_holds(capacity in 0..200usize, writes in proptest::collection::vec(write(), 0..40)) {
        // Growing ends a cursor unseen and begins another, so what a drop loses is known only where nothing grows.
        let grows = capacity < 40 * 400;
        let writes: Vec<_> = writes.into_iter().filter(|write| !(grows && matches!(write, Write::Drop))).collect();
        let (by_cursor, by_string) = run(capacity, &writes);
        prop_assert_eq!(by_cursor, by_string);
    }

    #[test]
    fn what_a_dropped_cursor_wrote_is_lost_and_no_more(writes in proptest::collection::vec(write(), 0..40)) {
        let writes: Vec<_> = writes.into_iter().filter(|write| !matches!(write, Write::Renew(_))).collect();
        let (by_cursor, by_string) = run(64 * 1024, &writes);
        prop_assert_eq!(by_cursor, by_string);
    }
}

#[test]
fn every_length_at_every_capacity_and_alignment() {
    let text = "abcdefghij".repeat(2 * ROOM / 10);
    for capacity in (0..2 * ROOM).step_by(3) {
        for before in [0, 1, 7, 16] {
            for len in (0..=70).chain(126..=130) {
                let mut out = Buf::with_capacity(capacity);
                out.cur()
                    .raw(&text[..before])
                    .escaped(&text[..len])
                    .after(&text[..len])
                    .quoted(&text[..before])
                    .commit();
                assert_eq!(
                    out.as_str(),
                    [
                        &text[..before],
                        &text[..len],
                        &text[..len],
                        &text[..before],
                        "\""
                    ]
                    .concat()
                );
            }
        }
    }
}

#[test]
fn numbers_at_each_power_of_ten() {
    for power in 0..39 {
        let ten = 10_u128.pow(power);
        for n in [ten - 1, ten, ten + 1, ten * 3 / 2] {
            let mut out = Buf::new();
            out.cur()
                .wide(n)
                .after(" ")
                .unsigned(n as u64)
                .end()
                .raw(" ")
                .wide_signed(-(n as i128))
                .after(" ")
                .signed(n as i64)
                .end()
                .commit();
            assert_eq!(
                out.as_str(),
                format!("{n} {} {} {}", n as u64, -(n as i128), n as i64)
            );
        }
    }
}

#[test]
fn all_numbers_below_two_hundred_thousand() {
    let mut out = Buf::new();
    for n in 0..200_000_u32 {
        out.bytes.clear();
        out.cur().room().unsigned(n.into()).end().commit();
        assert_eq!(out.as_str(), n.to_string());
    }
}

#[test]
fn an_unwound_cursor_loses_what_it_wrote() {
    let mut out = Buf::new();
    out.text("kept");
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let c = out.cur().raw("lost");
        assert!(c.written() == 0, "so that it panics");
    }));
    assert!(result.is_err());
    assert_eq!(out.as_str(), "kept");
}

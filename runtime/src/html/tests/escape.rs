//! The escaper against one that goes character by character.

use proptest::prelude::*;

use super::super::escape_kernel::{special, words};
use super::printed;

fn by_character(text: &str) -> String {
    let mut out = String::new();
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
    out
}

fn check(text: &str) {
    assert_eq!(printed(|c| c.escaped(text)), by_character(text), "{text:?}");
}

#[test]
fn each_character_at_each_place_of_each_length() {
    for c in (0..=0x7f)
        .map(char::from)
        .chain(['\u{80}', 'é', '\u{a6}', '\u{bc}', '\u{FFFD}', '𝄞'])
    {
        for len in 0..100 {
            for at in 0..=len {
                check(&format!("{:a<at$}{c}{:b<rest$}", "", "", rest = len - at));
            }
        }
    }
}

#[test]
fn all_hits() {
    for len in 0..100 {
        for c in ["&", "<", ">", "\"", "'", "#", "\0"] {
            check(&c.repeat(len));
        }
        check(&"&<>\"'#\0".repeat(len));
    }
}

#[test]
fn the_kernel_finds_each_byte_at_each_place() {
    for byte in 0..=255 {
        for at in 0..16 {
            for around in [b'a', 0x80, 0xff, b'&', b'#', b'%', b'=', b'?', b' '] {
                let mut bytes = [around; 16];
                bytes[at] = byte;
                let expected = (0..16)
                    .filter(|&i| b"&<>\"'#\0".contains(&bytes[i]))
                    .map(|i| 1 << i)
                    .sum::<u32>();
                assert_eq!(special(&bytes), expected, "{bytes:?}");
                assert_eq!(words(&bytes), expected, "{bytes:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text(text in "([ -~]|[&<>\"'\0]|\\PC){0,200}") {
        check(&text);
    }

    #[test]
    fn the_two_kernels_agree(bytes: [u8; 16]) {
        prop_assert_eq!(special(&bytes), words(&bytes));
    }
}

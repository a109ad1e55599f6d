//! How large the sections of a program are, by its ELF headers.

use std::path::Path;

/// Bytes of code, and of constants.
pub struct Sections {
    pub text: u64,
    pub constants: u64,
}

/// Reads a program's section headers (ELF64, little endian).
pub fn sections(program: &Path) -> Sections {
    let file = std::fs::read(program).expect("the program was built");
    assert_eq!(
        &file[..6],
        b"\x7fELF\x02\x01",
        "only 64-bit little-endian ELF is measured"
    );
    let number = |at: usize, len: usize| {
        file[at..at + len]
            .iter()
            .rev()
            .fold(0_u64, |number, &byte| number << 8 | u64::from(byte))
    };
    let (table, entry, count, names) = (
        number(0x28, 8),
        number(0x3a, 2),
        number(0x3c, 2),
        number(0x3e, 2),
    );
    let header = |index: u64| (table + index * entry) as usize;
    let offset = |index: u64| number(header(index) + 0x18, 8) as usize;
    let size = |name: &str| {
        let named = |&index: &u64| {
            let at = offset(names) + number(header(index), 4) as usize;
            file[at..].starts_with(name.as_bytes()) && file[at + name.len()] == 0
        };
        (0..count)
            .find(named)
            .map_or(0, |index| number(header(index) + 0x20, 8))
    };
    Sections {
        text: size(".text"),
        constants: size(".rodata"),
    }
}

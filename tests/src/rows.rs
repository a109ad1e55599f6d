//! Reading the columns of a row of cases.

use std::fmt::Debug;

use serde_json::Value;

/// A text.
///
/// # Panics
///
/// If it is none.
pub fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// A number.
///
/// # Panics
///
/// If it is none.
pub fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).unwrap()
}

/// A list of pairs of texts; an empty one if there is none.
///
/// # Panics
///
/// If something in it is no text.
pub fn pairs(value: &Value) -> Vec<(String, String)> {
    let pairs = value
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter();
    pairs
        .map(|pair| (text(&pair[0]).to_owned(), text(&pair[1]).to_owned()))
        .collect()
}

/// Whether what was found is what the row expects; if not, both.
///
/// # Errors
///
/// If it is not.
pub fn equal<T: PartialEq + Debug>(found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{found:?} instead of {expected:?}"))
    }
}

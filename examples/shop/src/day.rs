//! Days as people write them.

use std::borrow::Cow;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An ISO 8601 date such as `1994-06-09` as `9 June 1994`. What is none, a year for example, stays as it is.
pub(crate) fn in_words(iso: &str) -> Cow<'_, str> {
    match parts(iso) {
        Some((year, month, day)) => format!("{day} {month} {year}").into(),
        None => iso.into(),
    }
}

fn parts(iso: &str) -> Option<(&str, &str, u32)> {
    let (year, rest) = iso.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let month: usize = month.parse().ok()?;
    Some((year, MONTHS.get(month.checked_sub(1)?)?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_date_reads_as_one_says_it() {
        assert_eq!(in_words("1994-06-09"), "9 June 1994");
        assert_eq!(in_words("2001-12-31"), "31 December 2001");
    }

    #[test]
    fn what_is_no_date_stays() {
        for text in ["1954", "", "1954-13-01", "1954-00-01", "long ago"] {
            assert_eq!(in_words(text), text);
        }
    }
}

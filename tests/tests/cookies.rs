//! What is read of `Cookie` headers.

use isle::request::{CookieValue, Cookies};
use isle_tests::conformance::Conformance;
use isle_tests::request::with_cookies;
use isle_tests::rows::{equal, pairs, text};

#[test]
fn cookie_header() {
    let Some(cases) = Conformance::read("cookies") else {
        return;
    };
    cases.each("cookie_header", |row| {
        if row.get("generate").is_some() {
            return many_cookies();
        }
        let headers: Vec<&str> = row["header"].as_array().unwrap().iter().map(text).collect();
        let check = |cookies: &Cookies| {
            let read = |value: fn(CookieValue) -> String| -> Vec<(String, String)> {
                cookies
                    .received()
                    .map(|(name, cookie)| (name.to_owned(), value(cookie)))
                    .collect()
            };
            equal(
                &read(|cookie| cookie.raw().to_owned()),
                &pairs(&row["pairs"]),
            )?;
            if row.get("decoded").is_some() {
                equal(&read(CookieValue::into_value), &pairs(&row["decoded"]))?;
            }
            for (name, value) in row["get"].as_object().into_iter().flatten() {
                let found = cookies.get(name).map(|cookie| cookie.raw().to_owned());
                equal(&found.as_deref(), &value.as_str())?;
            }
            Ok(())
        };
        with_cookies(&headers, check).0
    });
}

/// `attack/many`: 3,000 cookies are read, each once.
fn many_cookies() -> Result<(), String> {
    let cookies: Vec<String> = (0..3000).map(|number| format!("c{number}=1")).collect();
    let header = cookies.join("; ");
    with_cookies(&[&header], |cookies| {
        equal(&cookies.received().count(), &3000)?;
        equal(&cookies.get("c2999").is_some(), &true)
    })
    .0
}

#[test]
fn attack_many() {
    assert_eq!(many_cookies(), Ok(()));
}

#[test]
fn every_value_reads_back() {
    for value in [
        "",
        " a ",
        "a;b",
        "a,b",
        "\"q\"",
        "\\",
        "100%",
        "%41",
        "\0\r\n",
        "é—😀",
        "a=b=c",
    ] {
        let (_, lines) = with_cookies(&[], |cookies| cookies.set("name", value));
        let pair = lines[0].split(';').next().unwrap();
        let (read, _) = with_cookies(&[pair], |cookies| cookies.get("name").unwrap().into_value());
        assert_eq!(read, value);
    }
}

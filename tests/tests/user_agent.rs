//! The model of a browser's cookies: it must be right to be a judge of ours.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use isle::request::Cookie;
use isle_tests::conformance::Conformance;
use isle_tests::rows::{equal, number, pairs, text};
use isle_tests::user_agent::{Place, UserAgent, date};

#[test]
fn user_agent() {
    let Some(cases) = Conformance::read("cookies") else {
        return;
    };
    const HOME: &str = "http://home.example.org:8888";
    // 2011-01-01, when the cases of http-state were recorded.
    const NOW: i64 = 1_293_840_000;
    let page = Place::read("/cookie-parser?x", HOME);
    cases.each("user_agent", |row| {
        // Web platform tests follow 6265bis, where a cookie needs no name.
        let mut browser = UserAgent::new(NOW, text(&row["id"]).starts_with("wpt/"));
        if let Some(stored) = row.get("stored") {
            let (name, value) = (number(&row["name_len"]), number(&row["value_len"]));
            browser.receive(
                &format!("{}={}", "n".repeat(name), "v".repeat(value)),
                &page,
            );
            return equal(&(browser.kept().len() == 1), &stored.as_bool().unwrap());
        }
        for line in row["set_cookie"].as_array().unwrap() {
            browser.receive(text(line), &page);
        }
        let to = row
            .get("request_path")
            .map_or("/cookie-parser-result?x", text);
        let sent = browser.sent(&Place::read(to, HOME));
        match row.get("sent_header") {
            None => equal(&sent, &pairs(&row["sent"])),
            Some(expected) => {
                let pairs: Vec<String> = sent
                    .iter()
                    .map(|(name, value)| {
                        if name.is_empty() {
                            value.clone()
                        } else {
                            format!("{name}={value}")
                        }
                    })
                    .collect();
                equal(&pairs.join("; ").as_str(), &text(expected))
            }
        }
    });
}

#[test]
fn dates() {
    let Some(cases) = Conformance::read("cookies") else {
        return;
    };
    cases.each("dates", |row| {
        let (read, expected) = (date::parse(text(&row["in"])), row["out"].as_str());
        equal(&read.is_some(), &expected.is_some())?;
        let (Some(seconds), Some(expected)) = (read, expected) else {
            return Ok(());
        };
        equal(&printed(seconds).as_str(), &expected)
    });
}

#[test]
fn dates_read_back_as_they_were_printed() {
    let day = 86_400;
    for seconds in
        (-11_644_473_600..253_402_300_799).step_by(usize::try_from(day * 97 + 3601).unwrap())
    {
        assert_eq!(date::parse(&printed(seconds)), Some(seconds));
    }
}

/// The date that we print.
fn printed(seconds: i64) -> String {
    let header = Cookie::bare("a", "b")
        .expires(at(seconds))
        .to_header(false)
        .unwrap();
    header
        .to_str()
        .unwrap()
        .trim_start_matches("a=b; Expires=")
        .to_owned()
}

fn at(seconds: i64) -> SystemTime {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 {
        UNIX_EPOCH - distance
    } else {
        UNIX_EPOCH + distance
    }
}

//! What a browser makes of the cookies that we set.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use isle::request::{BadCookie, Cookie, Cookies, SameSite};
use isle_tests::conformance::Conformance;
use isle_tests::request::with_cookies;
use isle_tests::rows::{equal, number, pairs, text};
use isle_tests::user_agent::{Place, UserAgent, date};
use serde_json::Value;

#[test]
fn set_cookie() {
    let Some(cases) = Conformance::read("cookies") else {
        return;
    };
    cases.each("set_cookie", |row| {
        let (input, expect) = (&row["input"], &row["expect"]);
        if let Some(list) = input.get("cookies") {
            let set = |cookies: &Cookies| {
                for (name, value) in pairs(list) {
                    cookies.set_with(Cookie::bare(name, value));
                }
            };
            let expected: Vec<&str> = expect["headers"]
                .as_array()
                .unwrap()
                .iter()
                .map(text)
                .collect();
            return equal(
                &with_cookies(&[], set).1,
                &expected.iter().map(|s| s.to_string()).collect(),
            );
        }
        let cookie = asked(input);
        let cookie = if input.get("delete").is_some() {
            cookie.removal()
        } else {
            cookie
        };
        let header = cookie
            .to_header(false)
            .map(|value| value.to_str().unwrap().to_owned());
        if let Ok(header) = &header {
            browser_keeps(header, input)?;
        }
        fits(header, expect)
    });
}

fn fits(header: Result<String, BadCookie>, expect: &Value) -> Result<(), String> {
    if expect == "reject" {
        return header.map_or(Ok(()), |sent| Err(format!("{sent:?} was sent")));
    }
    if let Some(choices) = expect.get("one_of") {
        let choices = choices.as_array().unwrap();
        let fits = choices
            .iter()
            .any(|choice| fits(header.clone(), choice).is_ok());
        return fits.then_some(()).ok_or_else(|| format!("{header:?}"));
    }
    let header = header.map_err(|refused| refused.to_string())?;
    let (pair, attributes) = taken_apart(&header);
    if let Some(expected) = expect.as_str() {
        return equal(&(pair, attributes), &taken_apart(expected));
    }
    let value = pair.split_once('=').map_or("", |(_, value)| value);
    let read_back = || {
        let sent = format!("x={value}");
        with_cookies(&[&sent], |cookies| cookies.get("x").unwrap().into_value()).0
    };
    if let Some(expected) = expect.get("roundtrip") {
        equal(&read_back().as_str(), &text(expected))?;
    }
    if let Some(repeated) = expect.get("roundtrip_repeat") {
        equal(
            &read_back(),
            &text(&repeated[0]).repeat(number(&repeated[1])),
        )?;
    }
    let has = |part: &Value| pair == text(part) || attributes.contains(&text(part));
    let list = |name: &str| expect.get(name).and_then(Value::as_array).cloned();
    for part in list("attributes")
        .into_iter()
        .chain(list("contains"))
        .flatten()
    {
        if !has(&part) && !pair.starts_with(text(&part)) {
            return Err(format!("{header:?} has no {part}"));
        }
    }
    match list("any") {
        Some(any) if !any.iter().any(has) => Err(format!("{header:?} has none of {any:?}")),
        _ => Ok(()),
    }
}

/// A header's name and value, and its attributes in an order of their own.
fn taken_apart(header: &str) -> (&str, Vec<&str>) {
    let mut parts = header.split("; ");
    let pair = parts.next().unwrap_or_default();
    let mut attributes: Vec<&str> = parts.collect();
    attributes.sort_unstable();
    (pair, attributes)
}

/// What is sent is kept by a browser as the cookie that was meant, and nothing else.
fn browser_keeps(header: &str, input: &Value) -> Result<(), String> {
    let host = input
        .get("domain")
        .map_or("example.com", text)
        .trim_start_matches('.');
    let place = Place::read(&format!("https://{host}/"), "");
    // Before any of the dates that the cases name, save those that remove.
    let mut browser = UserAgent::new(1, false);
    browser.receive(header, &place);
    let ends = input.get("delete").is_some() || input.get("max_age").is_some_and(|age| age == 0);
    let expected = usize::from(!ends);
    equal(&browser.kept().len(), &expected)?;
    let Some(kept) = browser.kept().first() else {
        return Ok(());
    };
    let flag = |name: &str| input.get(name).is_some_and(|set| set == true);
    equal(&kept.name.as_str(), &text(&input["name"]))?;
    equal(&kept.path.as_str(), &input.get("path").map_or("/", text))?;
    equal(&kept.host_only, &input.get("domain").is_none())?;
    equal(
        &(kept.secure, kept.http_only),
        &(flag("secure"), flag("http_only")),
    )
}

/// The cookie that a row of `set_cookie` asks for.
fn asked(input: &Value) -> Cookie {
    let repeat = |value: &Value| text(&value[0]).repeat(number(&value[1]));
    let name = input.get("name").or(input.get("delete")).map_or("", text);
    let value = match input.get("value_repeat") {
        Some(repeated) => repeat(repeated),
        None => input.get("value").map_or("", text).to_owned(),
    };
    let mut cookie = Cookie::bare(name, value);
    if let Some(seconds) = input.get("max_age") {
        cookie = cookie.max_age(Duration::from_secs(seconds.as_u64().unwrap()));
    }
    if let Some(domain) = input.get("domain") {
        cookie = cookie.domain(text(domain));
    }
    if let Some(path) = input.get("path") {
        cookie = cookie.path(text(path));
    }
    if let Some(repeated) = input.get("path_repeat") {
        let count = number(&repeated[2]);
        cookie = cookie.path(format!(
            "{}{}",
            text(&repeated[0]),
            text(&repeated[1]).repeat(count)
        ));
    }
    if let Some(time) = input.get("expires_unix") {
        cookie = cookie.expires(at(time.as_i64().unwrap()));
    }
    if let Some(time) = input.get("expires") {
        cookie = cookie.expires(at(iso(text(time))));
    }
    let flag = |name: &str| input.get(name).and_then(Value::as_bool);
    if let Some(set) = flag("http_only") {
        cookie = cookie.http_only(set);
    }
    if let Some(set) = flag("secure") {
        cookie = cookie.secure(set);
    }
    if let Some(set) = flag("partitioned") {
        cookie = cookie.partitioned(set);
    }
    match input.get("same_site").map(text) {
        Some("Lax") => cookie.same_site(SameSite::Lax),
        Some("Strict") => cookie.same_site(SameSite::Strict),
        Some(other) => panic!("nobody knows SameSite={other}"),
        None => cookie,
    }
}

fn at(seconds: i64) -> SystemTime {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 {
        UNIX_EPOCH - distance
    } else {
        UNIX_EPOCH + distance
    }
}

/// `2000-12-24T10:30:59Z`, of any year, as seconds since 1970.
fn iso(text: &str) -> i64 {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let numbers: Vec<i64> = unsigned
        .split(|byte: char| !byte.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let [year, month, day, hour, minute, second] = numbers[..] else {
        panic!("no date: {text}")
    };
    // Years are given to 400 less or more, after which the calendar repeats: 146,097 days.
    let (year, shift) = (sign * year, 146_097 * 86_400);
    let times = (2000 - year).div_euclid(400);
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let name = months[usize::try_from(month - 1).unwrap()];
    let near = format!(
        "{day} {name} {} {hour:02}:{minute:02}:{second:02}",
        year + times * 400
    );
    date::parse(&near).expect("a date") - times * shift
}

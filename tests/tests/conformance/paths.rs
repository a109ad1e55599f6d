//! Targets that try to get past a check, to another page, or out of the site.

use isle_fixture::guard::{GUARD, PAGE, SESSION};
use isle_tests::conformance::Conformance;
use isle_tests::raw::{Answer, Server};
use isle_tests::rows::text;
use tokio::runtime::Runtime;

use crate::fixture;

/// What holds of every answer: there is one; it leads nowhere but to another spelling of a path of the site; it shows
/// nothing of the target unescaped; and the guard saw what the page saw.
fn harmless(target: &str, answer: &Answer) -> Result<(), String> {
    if !(200..500).contains(&answer.status) {
        return Err(format!("answered {}", answer.status));
    }
    if let Some(location) = answer.header("location") {
        let path = location.split('?').next().unwrap_or_default();
        let local = path.starts_with('/') && !path.contains("//") && !path.starts_with("/\\");
        let plain = !path.contains("/../") && path.len() <= target.len() * 3;
        if !local || !plain || !matches!(answer.status, 301 | 308) {
            return Err(format!("{} to {location}", answer.status));
        }
    }
    let text = answer.text().to_ascii_lowercase();
    if answer.header("set-cookie").is_some() || text.contains("<script>") {
        return Err(format!("{answer:?}"));
    }
    match (answer.header(PAGE), answer.header(GUARD)) {
        (Some(page), guard) if Some(page) != guard => {
            Err(format!("the page saw {page}, the guard {guard:?}"))
        }
        _ => Ok(()),
    }
}

/// Asks twice: without a session, which must not reach the guarded page, and with one.
fn ask(runtime: &Runtime, server: &Server, target: &str, host: &str) -> Result<Answer, String> {
    let headers = [("host", host), ("cookie", SESSION)];
    let without = runtime.block_on(server.request("GET", target, &headers[..1]));
    harmless(target, &without)?;
    if without.text().contains("<h1>Admin</h1>") {
        return Err("the guarded page was shown".to_owned());
    }
    let with = runtime.block_on(server.request("GET", target, &headers));
    harmless(target, &with)?;
    Ok(with)
}

/// Whether the answer is what the row says.
fn expected(expect: &str, answer: &Answer) -> Option<bool> {
    let status = answer.status;
    let value = expect.split('\'').nth(1).unwrap_or_default();
    let value = value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let shows = |value: &str| status == 200 && answer.text().contains(&format!("<h1>{value}</h1>"));
    let moved = |to: &str| matches!(status, 301 | 308) && answer.header("location") == Some(to);
    Some(match expect {
        "route:/admin" => shows("Admin"),
        "absolute-form: authority must not replace the trusted host; path /admin" => shows("Admin"),
        "404 or 301/308 to /admin" => status == 404 || moved("/admin"),
        "no such endpoint" | "no such endpoint unless islands are used" => status == 404,
        "400/404; no redirect" => matches!(status, 400 | 404),
        "200, text escaped, also on the 404 page" => shows("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "404 page must escape the path" => {
            status == 404 || moved("/%3Cscript%3Ealert(1)%3C/script%3E")
        }
        _ if expect.starts_with("sent as UTF-8") => {
            shows(&value) || moved("/products/%E2%98%83") || status == 400
        }
        _ if expect.starts_with("slug=") || expect.starts_with("rest=") => shows(&value),
        _ if expect.starts_with("400 or 404") => matches!(status, 400 | 404),
        _ if expect.starts_with("404") => status == 404,
        _ if expect.starts_with("400") => status == 400,
        _ => return None,
    })
}

#[test]
fn paths() {
    let Some(cases) = Conformance::read("paths") else {
        return;
    };
    let runtime = Runtime::new().expect("a runtime");
    let server = runtime.block_on(fixture());
    cases.each("expect", |row| {
        let (target, expect) = (text(&row[0]), text(&row[1]));
        // A target that names a host is refused, unless it is the one that the Host header names.
        let named = target.strip_prefix("http://");
        let host = named.and_then(|rest| rest.split('/').next());
        if host.is_some() {
            let other = ask(&runtime, &server, target, "example.com")?;
            if other.status != 400 {
                return Err(format!("two hosts: {}", other.status));
            }
        }
        let answer = ask(&runtime, &server, target, host.unwrap_or("example.com"))?;
        match expected(expect, &answer) {
            Some(true) => Ok(()),
            Some(false) => Err(format!("{expect} {answer:?}")),
            None => Err(format!("nobody knows what {expect:?} expects")),
        }
    });
    cases.each("attack", |row| {
        let target = text(&row[0]);
        ask(&runtime, &server, target, "example.com").map(drop)
    });
}

#[test]
fn a_check_in_front_cannot_be_walked_round() {
    let runtime = Runtime::new().expect("a runtime");
    let server = runtime.block_on(fixture());
    for (target, status) in [
        ("/admin", 200),
        ("/%61dmin", 301),
        ("/%2561dmin", 404),
        ("/admin/", 301),
        ("//admin", 404),
        ("/x/../admin", 400),
        ("/x/%2E%2e/admin", 400),
        ("/admin%00", 400),
        ("/%5Cadmin", 400),
        ("/products/%C3%28", 400),
        ("/files/%2Fadmin", 400),
        ("/files/a//b", 404),
        ("/products/a%2Fb", 200),
    ] {
        let answer = ask(&runtime, &server, target, "example.com");
        let answer = answer.unwrap_or_else(|problem| panic!("{target}: {problem}"));
        assert_eq!(answer.status, status, "{target}: {answer:?}");
        if status == 301 {
            assert_eq!(answer.header("location"), Some("/admin"), "{target}");
        }
    }
}

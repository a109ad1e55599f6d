//! The `Host` header: its grammar, and the hosts that a site answers to.

use axum::http::{HeaderValue, Request, StatusCode};
use axum::response::IntoResponse;
use isle::Settings;
use isle::request::check_host;
use isle_tests::conformance::Conformance;
use isle_tests::request;

fn answers(host: &str, settings: &Settings) -> bool {
    let value = HeaderValue::from_bytes(host.as_bytes()).expect("a header value");
    let request = request::parts(Request::builder().uri("/").header("host", value));
    match check_host(&request, settings) {
        Ok(()) => true,
        Err(refused) => {
            assert_eq!(refused.into_response().status(), StatusCode::BAD_REQUEST);
            false
        }
    }
}

fn listed() -> Settings {
    let allowed = [
        "example.com",
        ".multitenant.com",
        "insensitive.com",
        "forward.com",
        "internal.com",
        "localhost",
        "a-b.c",
        "12.34.56.78",
        "[::ffff:169.254.169.254]",
    ];
    allowed
        .into_iter()
        .fold(Settings::default(), |settings, host| {
            settings.allowed_host(host).expect("a host")
        })
}

#[test]
fn hosts() {
    let Some(cases) = Conformance::read("hosts") else {
        return;
    };
    cases.each("wellformed", |row| {
        let host = row.as_str().unwrap();
        let good = answers(host, &Settings::default()) && answers(host, &listed());
        good.then_some(())
            .ok_or_else(|| "it was refused".to_owned())
    });
    cases.each("refuse", |row| {
        let (host, malformed) = (row[0].as_str().unwrap(), row[1].as_bool().unwrap());
        if answers(host, &listed()) {
            return Err("it was answered in spite of the list".to_owned());
        }
        if malformed && answers(host, &Settings::default()) {
            return Err("it is malformed and was answered".to_owned());
        }
        Ok(())
    });
}

#[test]
fn sec_08_malformed_hosts_get_400() {
    for host in [
        "evil.com:99999",
        "a b",
        "[::1",
        "a:1:2",
        "",
        "a/b",
        "a@b",
        "a,b",
        "é.test",
    ] {
        assert!(!answers(host, &Settings::default()), "{host:?}");
    }
    for host in [
        "example.com",
        "EXAMPLE.com:8080",
        "127.0.0.1:3000",
        "[::1]:3000",
        "localhost",
    ] {
        assert!(answers(host, &Settings::default()), "{host:?}");
    }
}

#[test]
fn a_list_is_of_hosts_and_of_domains() {
    for host in [
        "example.com:80",
        "INSENSITIVE.com",
        "a.multitenant.com",
        "multitenant.com",
    ] {
        assert!(answers(host, &listed()), "{host:?}");
    }
    for host in [
        "a.example.com",
        "evilmultitenant.com",
        "example.com.evil.test",
        "127.1",
    ] {
        assert!(!answers(host, &listed()), "{host:?}");
    }
}

#[test]
fn two_hosts_are_none() {
    let two = Request::builder()
        .uri("/")
        .header("host", "a.test")
        .header("host", "b.test");
    assert!(check_host(&request::parts(two), &Settings::default()).is_err());
    let other = Request::builder()
        .uri("http://evil.test/")
        .header("host", "a.test");
    assert!(check_host(&request::parts(other), &Settings::default()).is_err());
}

//! Posts from other sites.

use axum::http::request::{Builder, Parts};
use axum::http::{Request, StatusCode};
use axum::response::IntoResponse;
use isle::Settings;
use isle::request::check_origin;
use isle_tests::conformance::Conformance;
use isle_tests::request;

fn asked(method: &str, headers: &[(&str, &str)]) -> Parts {
    let mut request: Builder = Request::builder().method(method).uri("/form");
    if headers.iter().all(|(name, _)| *name != "host") {
        request = request.header("host", "example.com");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request::parts(request)
}

#[test]
fn csrf() {
    let Some(cases) = Conformance::read("csrf") else {
        return;
    };
    cases.each("rows", |row| {
        let headers = row[1].as_object().unwrap().iter();
        let headers: Vec<(&str, &str)> = headers
            .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
            .collect();
        let request = asked(row[0].as_str().unwrap(), &headers);
        let passes = check_origin(&request, &Settings::default()).is_ok();
        // A method that no page answers gets its 405 before it comes here. It must not pass.
        let expected = match row[2].as_str().unwrap() {
            "pass" => vec![true],
            "403" | "405" | "403 or 405" => vec![false],
            "403 or pass" => vec![true, false],
            other => return Err(format!("nobody knows what {other:?} expects")),
        };
        expected
            .contains(&passes)
            .then_some(())
            .ok_or_else(|| format!("passes: {passes}"))
    });
}

#[test]
fn the_answer_is_a_403_in_astros_words() {
    let request = asked("POST", &[("origin", "http://evil.test")]);
    let refused = check_origin(&request, &Settings::default()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Cross-site POST form submissions are forbidden"
    );
    let response = refused.into_response();
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(
        response.headers()["content-type"],
        "text/plain; charset=utf-8"
    );
}

#[test]
fn every_content_type_is_alike() {
    for content_type in [
        "application/json",
        "text/plain",
        "application/octet-stream",
        "",
    ] {
        let headers = [
            ("origin", "http://evil.test"),
            ("content-type", content_type),
        ];
        assert!(check_origin(&asked("POST", &headers), &Settings::default()).is_err());
        assert!(check_origin(&asked("POST", &headers[1..]), &Settings::default()).is_ok());
    }
}

#[test]
fn a_proxy_that_ends_tls_does_not_make_a_form_cross_site() -> Result<(), isle::BadSetting> {
    let headers = [("origin", "https://shop.test"), ("host", "127.0.0.1:3000")];
    let request = asked("POST", &headers);
    assert!(check_origin(&request, &Settings::default()).is_err());
    let named = Settings::default().public_origin("https://shop.test")?;
    assert!(check_origin(&request, &named).is_ok());
    let kept = asked(
        "POST",
        &[("origin", "https://shop.test"), ("host", "shop.test")],
    );
    assert!(check_origin(&kept, &Settings::default()).is_ok());
    Ok(())
}

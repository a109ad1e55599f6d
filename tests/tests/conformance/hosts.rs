//! Who the visitor asks for, and who says so.

use isle::Settings;
use isle_tests::conformance::Conformance;
use isle_tests::raw::Server;
use tokio::runtime::Runtime;

use crate::fixture;

#[tokio::test]
async fn sec_08_a_malformed_host_is_400_and_the_server_goes_on() {
    let server = fixture().await;
    for host in ["evil.com:99999", "a b", "[::1", "a:1:2"] {
        let answer = server.request("GET", "/", &[("host", host)]).await;
        assert_eq!(answer.status, 400, "{host}");
        assert!(!answer.text().contains("Home"), "{host}");
    }
    assert_eq!(server.get("/").await.status, 200);
}

#[tokio::test]
async fn fw_04_forwarded_headers_are_nothing_without_a_trusted_proxy() {
    let server = fixture().await;
    let forwarded = [
        ("x-forwarded-host", "evil.com"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-for", "1.1.1.1"),
        ("forwarded", "for=1.1.1.1;host=evil.com;proto=https"),
    ];
    let url = server.request("GET", "/host", &forwarded).await;
    assert_eq!(url.text(), "http://example.com/host");
    let address = server.request("GET", "/ip", &forwarded).await;
    assert_eq!(address.text(), "127.0.0.1");
}

#[test]
fn hosts() {
    let Some(cases) = Conformance::read("hosts") else {
        return;
    };
    let runtime = Runtime::new().expect("a runtime");
    let open = runtime.block_on(fixture());
    let allowed = [
        "example.com",
        ".multitenant.com",
        "insensitive.com",
        "forward.com",
        "internal.com",
        "localhost",
        "a-b.c",
        "[::ffff:169.254.169.254]",
    ];
    let settings = allowed
        .iter()
        .try_fold(Settings::default(), |settings, host| {
            settings.allowed_host(host)
        });
    let settings = settings.expect("hosts");
    let listed = runtime.block_on(Server::start(isle_fixture::app(settings)));
    let status = |server: &Server, host: &str| {
        let answer = runtime.block_on(server.request("GET", "/new", &[("host", host)]));
        answer.status
    };
    cases.each("wellformed", |row| {
        let host = row.as_str().expect("a host");
        match (status(&open, host), status(&listed, host)) {
            (200, 200) => Ok(()),
            other => Err(format!("answered {other:?}")),
        }
    });
    cases.each("refuse", |row| {
        let host = row[0].as_str().expect("a host");
        let malformed = row[1].as_bool().expect("whether it is malformed");
        match (status(&listed, host), status(&open, host)) {
            (400, 400) => Ok(()),
            (400, 200) if !malformed => Ok(()),
            other => Err(format!("answered {other:?}")),
        }
    });
}

//! Published advisories of others: each asks what was asked there, of the fixture.

use std::time::{Duration, Instant};

use isle::request::Cookie;
use isle::{Errors, Settings};
use isle_fixture::rows::endpoints::endpoints;
use isle_tests::conformance::Conformance;
use isle_tests::raw::{Answer, Server};
use isle_tests::rows::text;
use tokio::runtime::Runtime;

use crate::rows::not_yet;

/// A value as it stands in a query.
fn query(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The JSON that `/echo` puts into a script.
fn json(answer: &Answer) -> Option<String> {
    let text = answer.text();
    let start = text.find("id=\"json\">")? + "id=\"json\">".len();
    let end = start + text[start..].find("</script>")?;
    serde_json::from_str(&text[start..end]).ok()
}

/// What the fixture is asked.
struct Client {
    runtime: Runtime,
    fixture: Server,
    /// The fixture behind isle's own server.
    served: Server,
    shown: Server,
}

impl Client {
    fn start() -> Client {
        let runtime = Runtime::new().expect("a runtime");
        let server = |app| runtime.block_on(Server::start(app));
        let fixture = server(isle_fixture::app(Settings::default()));
        let shown = server(endpoints(Errors::Shown));
        let app = isle_fixture::app(Settings::default());
        let served = runtime.block_on(Server::serve(isle::serve::Server::new(), app));
        Client {
            runtime,
            fixture,
            served,
            shown,
        }
    }

    fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        self.runtime
            .block_on(self.fixture.request(method, target, headers))
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &[])
    }

    fn status(&self, target: &str) -> u16 {
        self.get(target).status
    }

    /// Whether the value stands in every place of `/echo` as text, and comes back out of its script.
    fn echoes_inert(&self, value: &str) -> bool {
        let answer = self.get(&format!("/echo?v={}", query(value)));
        let escaped = !answer.text().contains(value);
        answer.status == 200 && escaped && json(&answer).as_deref() == Some(value)
    }

    /// Whether posts that another site causes are refused, with any of these content types.
    fn refuses(&self, method: &str, path: &str, types: &[&str]) -> bool {
        types.iter().all(|kind| {
            let foreign = [("origin", "https://evil.test"), ("content-type", *kind)];
            let headers = if kind.is_empty() {
                &foreign[..1]
            } else {
                &foreign
            };
            self.ask(method, path, headers).status == 403
        })
    }

    /// Whether the answer is the same, byte for byte, with this header.
    fn ignores(&self, target: &str, header: (&str, &str)) -> bool {
        let of = |answer: Answer| {
            let headers = answer
                .headers
                .into_iter()
                .filter(|(name, _)| name != "date");
            (answer.status, headers.collect::<Vec<_>>(), answer.body)
        };
        of(self.ask("GET", target, &[header])) == of(self.get(target))
    }

    /// Whether what happens to the advisory's request is right; nothing for an advisory that is not known here.
    fn holds(&self, id: &str) -> Option<bool> {
        Some(match id {
            "GHSA-whqg-ppgf-wp8c / CVE-2025-66202" => {
                let product = self.get("/products/%2561dmin");
                self.status("/%2561dmin") == 404 && product.text().contains("<h1>%61dmin</h1>")
            }
            "GHSA-vj59-8hwv-xxmv" => self.status("/%25252525252525252525252561dmin") == 404,
            "GHSA-5ff5-9fcw-vg88 / CVE-2025-61925" => {
                self.ignores("/host", ("x-forwarded-host", "evil.test"))
            }
            "GHSA-hr2q-hp5q-x767 / CVE-2025-64525" => {
                self.status("/admin") == 401
                    && self.ignores("/admin", ("x-forwarded-proto", "x:/public?"))
            }
            "GHSA-2pvr-wf23-7pc7 / CVE-2026-54299" => {
                let answer = self.ask("GET", "/missing", &[("host", "169.254.169.254")]);
                answer.status == 404 && answer.text().contains("Nothing is at /missing")
            }
            "CVE-2026-48710 / GHSA-86qp-5c8j-p5mr" => {
                let session = ("cookie", isle_fixture::guard::SESSION);
                let host = ("host", "site.test/public?x=");
                self.ask("GET", "/admin", &[host, session]).status == 400
            }
            "GHSA-wrwg-2hg8-v723 / CVE-2025-64764" => {
                let target = format!("/_server-islands/x?s={}", query("<script>"));
                self.status(&target) == 404
            }
            "CVE-2026-41067 / GHSA-j687-52p2-xcff" => {
                self.echoes_inert("</SCRIPT ><script>alert(1)</script>")
            }
            "Astro #16592" => {
                let answer = self.get("/go?to=/%22%3E%3Cscript%3E");
                answer.body.is_empty() && answer.header("location") == Some("/%22%3E%3Cscript%3E")
            }
            "GHSA-9x9c-ghc5-jhw9 / CVE-2025-55207" => self.status("//evil.test/press") == 404,
            "Astro #15743" => [
                "/gone//evil.test/",
                "/gone/%2Fevil.test",
                "/gone/%5Cevil.test",
            ]
            .iter()
            .all(|target| self.get(target).header("location").is_none()),
            "GHSA-c4pw-33h3-35xw / CVE-2024-56140" => {
                let types = ["", "TEXT/PLAIN", "a; application/x-www-form-urlencoded"];
                self.refuses("POST", "/form", &types)
            }
            "Astro #17250" => {
                let pages = self.refuses("POST", "/form", &[""]);
                let endpoints = self.refuses("PATCH", "/form", &[""]);
                pages && endpoints && self.refuses("POST", "/old", &[""])
            }
            "GHSA-49w6-73cw-chjr / CVE-2024-56159" => ["/src/main.rs", "/Cargo.toml", "/.env"]
                .iter()
                .all(|target| self.status(target) == 404),
            "Astro node #15745/#15763" => ["/.htaccess", "/assets/.env", "/%2Eenv"]
                .iter()
                .all(|target| self.status(target) == 404),
            "CVE-2025-57822" => self.ignores("/", ("location", "http://127.0.0.1/")),
            "CVE-2026-44578 / GHSA-c4j6-fc7j-m34r" => {
                let headers = [("host", "169.254.169.254"), ("upgrade", "websocket")];
                self.ask("GET", "http://169.254.169.254/x", &headers).status == 404
            }
            "CVE-2026-44575 / GHSA-267c-6grr-h53f" => ["/admin.rsc", "/admin.json", "/admin.html"]
                .iter()
                .all(|target| self.status(target) == 404),
            "CVE-2024-46982 / CVE-2025-49826 / CVE-2025-49005" => {
                let answer = self.get("/cookie?n=a");
                answer.header("cache-control") == Some("private, no-cache")
                    && answer.header("vary") == Some("Cookie")
                    && self.ignores("/cookie?n=a", ("x-now-route-matches", "1"))
                    && self.ignores("/cookie?n=a", ("rsc", "1"))
            }
            "CVE-2026-23870 / CVE-2025-55184" => {
                let start = Instant::now();
                let form = format!("text{}=1", "[a]".repeat(20_000));
                let answer = self
                    .runtime
                    .block_on(self.fixture.post("/form", &form, &[]));
                matches!(answer.status, 200..500) && start.elapsed() < Duration::from_secs(1)
            }
            "CVE-2023-29003 / CVE-2023-29008" => ["POST", "PUT", "PATCH", "DELETE"]
                .iter()
                .all(|method| self.refuses(method, "/form", &["Text/Plain", ""])),
            "CVE-2025-67647 / GHSA-j62c-4x62-9r35" => {
                let answer = self.ask("GET", "/", &[("host", "[::1")]);
                answer.status == 400 && self.status("/") == 200
            }
            "CVE-2024-45047" => self.echoes_inert("</noscript><script>alert(1)</script>"),
            "CVE-2026-27902 / CVE-2025-15265" => {
                let answer = self.runtime.block_on(self.shown.get("/api/fails"));
                answer.status == 500 && answer.text().contains("&lt;database&gt;")
            }
            "svelte #8085 / Leptos #1238" => self.echoes_inert("\" onload=\"x"),
            "CVE-2024-34343" => self.status("/go?to=javascript:alert(1)") == 400,
            "CVE-2025-27415" => {
                let answer = self.get("/?/_payload.json");
                answer.body == self.get("/").body
                    && answer.header("content-type") == Some("text/html; charset=utf-8")
            }
            "CVE-2025-43864/43865 (GHSA-f46r, GHSA-cpj6)" => {
                self.ignores("/", ("x-react-router-spa-mode", "yes"))
                    && self.ignores("/", ("x-original-url", "/admin"))
            }
            "CVE-2025-59057 / GHSA-3cgp-3xvw-98x8" | "CVE-2026-21884 / GHSA-8v8x-cx79-35w7" => {
                self.echoes_inert("</script><b>") && self.echoes_inert("<!--<script>\u{2028}")
            }
            "CVE-2026-22030 / GHSA-h5cw-625j-3rxh" => {
                let foreign = [("origin", "https://evil.test")];
                matches!(self.ask("POST", "/products/a", &foreign).status, 403 | 405)
            }
            "CVE-2025-61686 / GHSA-9583-h5hc-x8cw" => {
                let session = [("cookie", "session=../../etc/passwd")];
                self.ask("GET", "/admin", &session).status == 401
            }
            "GHSA-5pq2-9x2x-5p6w, CVE-2026-47675, CVE-2026-56762" => [
                "n=a%3Bb&v=1",
                "n=a&v=1&p=/%3B%20Domain=evil.test",
                "n=a&v=1&p=/%0D%0AX:%20y",
                "n=a&v=1&d=evil.test%3B%20Secure",
                "n=__Host-a&v=1&d=example.com",
            ]
            .iter()
            .all(|described| {
                let answer = self.get(&format!("/setcookie?{described}"));
                answer.status == 400 && answer.header("set-cookie").is_none()
            }),
            "CVE-2023-23934" => {
                let cookie = [("cookie", "==__Host-a=bad")];
                self.ask("GET", "/cookie?n=__Host-a", &cookie).text() == "None"
            }
            "GO-2025-4012" => {
                let start = Instant::now();
                let cookies = "a=;".repeat(16 * 1024 / 3);
                let answer = self.ask("GET", "/cookie?n=a", &[("cookie", &cookies)]);
                answer.status == 200 && start.elapsed() < Duration::from_secs(1)
            }
            "RUSTSEC-2017-0005" => {
                let longest = Duration::from_secs(u64::MAX);
                // Whether it is refused or shortened: it must not panic.
                let cookie = Cookie::new("a", 1).max_age(longest).build();
                cookie.is_err() || cookie.is_ok_and(|cookie| cookie.to_header(false).is_ok())
            }
            "GHSA-jm64-8m5q-4qh8 / CVE-2026-27729" => {
                let asks = "POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000000\r\n\r\n";
                self.runtime.block_on(self.served.send(asks)).status == 413
            }
            "RUSTSEC-2022-0055" => {
                let body = "a".repeat(3 * 1024 * 1024);
                let answer = self
                    .runtime
                    .block_on(self.fixture.post("/hook", &body, &[]));
                answer.status == 413
            }
            "RUSTSEC-2022-0072" => self.get("//evil.test/..").header("location").is_none(),
            "CVE-2017-1000163" => ["/%5C%5Cevil.test", "/%09/evil.test"]
                .iter()
                .all(|target| self.status(&format!("/go?to={target}")) == 400),
            _ => return None,
        })
    }
}

#[test]
fn advisories() {
    let Some(cases) = Conformance::read("advisories") else {
        return;
    };
    let client = Client::start();
    let elsewhere = not_yet("advisories");
    cases.each("advisories", |row| {
        let id = text(&row["id"]);
        match (client.holds(id), elsewhere.contains_key(id)) {
            (Some(true), false) | (None, true) => Ok(()),
            (Some(true), true) => Err("it runs; take it out of not_yet.toml".to_owned()),
            (Some(false), _) => Err(format!("{}, expected {}", row["request"], row["expect"])),
            (None, false) => Err("nothing asks this, and not_yet.toml doesn't say why".to_owned()),
        }
    });
}

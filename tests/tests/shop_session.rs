//! Logging in to the shop, over a socket: the guide's dashboard, and what guards it.

use isle::Settings;
use isle_tests::raw::{Answer, Server};
use shop::database::{DEMO_LOGIN, DEMO_PASSWORD, Database};

async fn shop() -> Server {
    let database = Database::in_memory().unwrap();
    Server::start(shop::app(Settings::default(), database).await.unwrap()).await
}

async fn log_in(shop: &Server) -> Answer {
    let form = format!("name={DEMO_LOGIN}&password={DEMO_PASSWORD}");
    let answer = shop.post("/login", &form, &[]).await;
    assert_eq!(answer.status, 302, "{}", answer.text());
    assert_eq!(answer.header("location"), Some("/dashboard"));
    answer
}

async fn session(shop: &Server) -> String {
    let cookies = log_in(shop).await.cookies();
    assert!(cookies.starts_with("session="), "{cookies}");
    cookies
}

#[tokio::test]
async fn the_dashboard_sends_strangers_to_the_login() {
    let answer = shop().await.get("/dashboard").await;
    assert_eq!(answer.status, 302);
    assert_eq!(answer.header("location"), Some("/login"));
    assert_eq!(answer.text(), "");
}

#[tokio::test]
async fn the_dashboard_greets_its_user_by_their_escaped_name() {
    let shop = shop().await;
    let answer = shop.get_with("/dashboard", &session(&shop).await).await;
    assert_eq!(answer.status, 200);
    let page = answer.text();
    assert!(
        page.contains("<h1>Welcome back, Zoë O&#39;Hara &amp; Søn &lt;3</h1>"),
        "{page}"
    );
    assert!(page.contains("You have 3 unread messages."), "{page}");
}

#[tokio::test]
async fn a_tampered_session_is_none() {
    let shop = shop().await;
    let session = session(&shop).await;
    let value = session.strip_prefix("session=").unwrap();
    let tampered = (0..value.len()).step_by(7).map(|at| {
        let other = if value.as_bytes()[at] == b'A' {
            "B"
        } else {
            "A"
        };
        format!("session={}{other}{}", &value[..at], &value[at + 1..])
    });
    let made_up = [
        "session=0123456789ABCDEF0123456789ABCDEF",
        "session=",
        "session",
    ];
    for cookies in tampered.chain(made_up.map(str::to_owned)) {
        let answer = shop.get_with("/dashboard", &cookies).await;
        assert_eq!(answer.header("location"), Some("/login"), "{cookies}");
    }
    assert_eq!(shop.get_with("/dashboard", &session).await.status, 200);
}

#[tokio::test]
async fn two_logins_are_two_sessions_and_end_apart() {
    let shop = shop().await;
    let (first, second) = (session(&shop).await, session(&shop).await);
    assert_ne!(first, second);
    let answer = shop.post("/logout", "", &[("cookie", &first)]).await;
    assert_eq!((answer.status, answer.header("location")), (303, Some("/")));
    assert_eq!(answer.cookies(), "session=");
    // The cookie is of no more use to whoever kept it.
    assert_eq!(shop.get_with("/dashboard", &first).await.status, 302);
    assert_eq!(shop.get_with("/dashboard", &second).await.status, 200);
}

#[tokio::test]
async fn the_session_cookie_is_not_for_scripts_or_other_sites() {
    let answer = log_in(&shop().await).await;
    let cookies = answer.all("set-cookie");
    assert_eq!(cookies.len(), 1);
    let attributes: Vec<&str> = cookies[0].split("; ").collect();
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(attributes.contains(&attribute), "{cookies:?}");
    }
}

#[tokio::test]
async fn a_wrong_password_says_so_and_keeps_the_name() {
    let form = "name=%3Cb%3E%22demo&password=wr0ng";
    let answer = shop().await.post("/login", form, &[]).await;
    assert_eq!(answer.cookies(), "");
    let page = answer.text();
    assert!(page.contains(r#"value="&lt;b&gt;&quot;demo""#), "{page}");
    assert!(!page.contains("wr0ng"), "{page}");
    let (_, alert) = page.split_once(r#"role="alert">"#).unwrap();
    assert!(!alert.starts_with('<'), "{page}");
}

#[tokio::test]
async fn an_incomplete_form_marks_the_field() {
    let answer = shop().await.post("/login", "name=demo", &[]).await;
    let page = answer.text();
    let field = |name: &str| {
        let (_, rest) = page.split_once(&format!(r#"<input id="{name}""#)).unwrap();
        rest.split_once('>').unwrap().0.to_owned()
    };
    assert!(
        field("password").contains(r#"aria-invalid="true""#),
        "{page}"
    );
    assert!(field("name").contains(r#"aria-invalid="false""#), "{page}");
    assert_eq!(answer.cookies(), "");
}

#[tokio::test]
async fn logging_out_takes_a_post() {
    let answer = shop().await.get("/logout").await;
    assert_eq!(answer.status, 405);
    assert!(answer.header("allow").unwrap().contains("POST"));
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing() {
    let shop = shop().await;
    let session = session(&shop).await;
    let foreign = [
        ("sec-fetch-site", "cross-site"),
        ("cookie", session.as_str()),
    ];
    let answer = shop.post("/logout", "", &foreign).await;
    assert_eq!((answer.status, answer.cookies().as_str()), (403, ""));
    assert_eq!(shop.get_with("/dashboard", &session).await.status, 200);
}

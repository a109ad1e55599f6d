//! An error in a page of the shop: the visitor sees the site's own page, the log the cause.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use isle::{Errors, Settings};
use isle_tests::raw::{Answer, Server};
use shop::database::Database;

/// A log that the test can read.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The feed of a shop that has lost its posts.
async fn broken_feed(errors: Errors) -> Answer {
    let database = Database::in_memory().unwrap();
    let settings = Settings::default().errors(errors);
    let app = shop::app(settings, database.clone()).await.unwrap();
    let lose = database.call(|db| db.execute_batch("DROP TABLE posts"));
    lose.await.unwrap();
    let shop = Server::start(app).await;
    shop.get("/feed").await
}

#[tokio::test]
async fn an_error_is_in_the_log_and_where_hidden_nowhere_else() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();

    let hidden = broken_feed(Errors::Hidden).await;
    assert_eq!(hidden.status, 500);
    assert!(
        hidden.text().contains("The reel has torn"),
        "{}",
        hidden.text()
    );
    for (name, value) in &hidden.headers {
        assert!(!value.contains("posts"), "{name}: {value}");
    }
    for secret in ["posts", "SQL", "sql", "refused a query"] {
        assert!(!hidden.text().contains(secret), "{}", hidden.text());
    }
    let kept = hidden.header("cache-control").unwrap_or_default();
    assert!(
        !kept.contains("public"),
        "an error is not to be kept: {kept}"
    );

    let written = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(written.contains("no such table: posts"), "{written}");
    assert!(written.contains("/feed"), "{written}");

    let shown = broken_feed(Errors::Shown).await;
    assert_eq!(shown.status, 500);
    assert!(
        shown.text().contains("no such table: posts"),
        "{}",
        shown.text()
    );
}

//! The database: one SQLite file, made and filled from the catalogue when it is first opened.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use tokio::task;

use crate::{catalogue, password};

/// Marks a file as ours, beside its version: "isle" in ASCII. <https://sqlite.org/pragma.html#pragma_application_id>
const APPLICATION: i32 = 0x6973_6c65;
const VERSION: i32 = 2;
/// What version 2 has more than version 1.
const LIKES: &str =
    "CREATE TABLE likes (film INTEGER PRIMARY KEY REFERENCES films, count INTEGER NOT NULL) STRICT";

/// A connection that pages share. A clone is the same connection.
#[derive(Clone)]
pub struct Database {
    connection: Arc<Mutex<Connection>>,
}

impl Database {
    /// Opens the file, and makes and fills it if it isn't there yet. Blocks.
    ///
    /// # Errors
    /// Where it can't be opened or written, or belongs to something else.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let connection = Connection::open(path).and_then(prepare);
        Self::new(connection, path)
    }

    /// A database of its own in memory, filled likewise. Blocks.
    ///
    /// # Errors
    /// Where there is no memory for it.
    pub fn in_memory() -> Result<Self, OpenError> {
        let connection = Connection::open_in_memory().and_then(prepare);
        Self::new(connection, Path::new(":memory:"))
    }

    fn new(prepared: rusqlite::Result<Prepared>, path: &Path) -> Result<Self, OpenError> {
        let failed = |cause| OpenError {
            path: path.to_owned(),
            cause,
        };
        match prepared {
            Ok(Prepared::Ours(connection)) => Ok(Self {
                connection: Arc::new(Mutex::new(connection)),
            }),
            Ok(Prepared::Foreign) => Err(failed(None)),
            Err(cause) => Err(failed(Some(cause))),
        }
    }

    /// A query that panicked left no transaction open, so the connection is still good.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a query on a thread where blocking is allowed. SQLite blocks, on the disk and on its lock, and an async thread must not.
    ///
    /// # Errors
    /// SQLite's own, and a stop of the server before the query's turn came.
    pub async fn call<T, F>(&self, query: F) -> Result<T, DatabaseError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let database = self.clone();
        match task::spawn_blocking(move || query(&database.lock())).await {
            Ok(answer) => answer.map_err(DatabaseError::Sqlite),
            Err(stop) => Err(DatabaseError::Stopped(stop)),
        }
    }
}

enum Prepared {
    Ours(Connection),
    Foreign,
}

fn prepare(mut connection: Connection) -> rusqlite::Result<Prepared> {
    connection.busy_timeout(Duration::from_secs(5))?;
    // Takes the write lock at once, so that of two shops starting on a new file one fills it and the other waits.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let number = |name| transaction.pragma_query_value(None, name, |row| row.get(0));
    let mark: (i32, i32) = (number("application_id")?, number("user_version")?);
    let tables: u32 =
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (mark, tables) {
        ((APPLICATION, VERSION), _) => {}
        ((APPLICATION, 1), _) => {
            transaction.execute_batch(LIKES)?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        ((0, 0), 0) => fill(&transaction)?,
        _ => return Ok(Prepared::Foreign),
    }
    transaction.commit()?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(Prepared::Ours(connection))
}

fn fill(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(include_str!("schema.sql"))?;
    let mut film = transaction.prepare(
        "INSERT INTO films (slug, title, original, language, released, director, genre, rating, \
         minutes, distributor, basis, note, cents, stock, hue) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS INTEGER), ?10, ?11, ?12, ?13, ?14, ?15)",
    )?;
    for entry in catalogue::films() {
        let [
            title,
            original,
            language,
            released,
            director,
            genre,
            rating,
            minutes,
            distributor,
            basis,
            note,
        ] = entry.fields;
        film.execute(params![
            entry.slug,
            title,
            original,
            language,
            released,
            director,
            genre,
            rating,
            minutes,
            distributor,
            basis,
            note,
            entry.cents,
            entry.stock,
            entry.hue,
        ])?;
    }
    for post in catalogue::posts() {
        transaction.execute(
            "INSERT INTO posts (published, title, body) VALUES (?1, ?2, ?3)",
            post,
        )?;
    }
    transaction.execute(
        "INSERT INTO users (id, login, name, password) VALUES (1, ?1, ?2, ?3)",
        params![DEMO_LOGIN, DEMO_NAME, password::hash(DEMO_PASSWORD)],
    )?;
    for [read, sender, subject] in catalogue::messages() {
        transaction.execute(
            "INSERT INTO messages (user, sender, subject, read) VALUES (1, ?1, ?2, ?3)",
            params![sender, subject, read == "yes"],
        )?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)
}

/// The one user that a new database has.
pub const DEMO_LOGIN: &str = "demo";
/// Their password: no secret, README.md says it.
pub const DEMO_PASSWORD: &str = "popcorn";
/// Their name: one that shows whether a page escapes.
pub const DEMO_NAME: &str = "Zoë O'Hara & Søn <3";

/// Why a database could not be opened.
#[derive(Debug)]
pub struct OpenError {
    path: PathBuf,
    /// Nothing, where SQLite was content and the tables are not ours.
    cause: Option<rusqlite::Error>,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.cause {
            Some(_) => write!(f, "can't open the database {path}"),
            None => write!(
                f,
                "{path} is a database, but not one that this version of the shop has made; move it away, or give another path"
            ),
        }
    }
}

impl Error for OpenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}

/// Why a query has no answer.
#[derive(Debug)]
pub enum DatabaseError {
    /// SQLite refused it.
    Sqlite(rusqlite::Error),
    /// It panicked, or the server was ending.
    Stopped(task::JoinError),
}

impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite(_) => "the database refused a query",
            Self::Stopped(_) => "a query was stopped",
        })
    }
}

impl Error for DatabaseError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(match self {
            Self::Sqlite(cause) => cause,
            Self::Stopped(cause) => cause,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path of its own in the system's folder for such, removed afterwards.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let name = format!("isle-shop-{}-{name}.sqlite", std::process::id());
            Self(std::env::temp_dir().join(name))
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }

    fn films(database: &Database) -> u32 {
        database
            .lock()
            .query_row("SELECT count(*) FROM films", [], |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn a_file_is_filled_once() {
        let file = Scratch::new("once");
        assert_eq!(films(&Database::open(&file.0).unwrap()), 600);
        assert_eq!(films(&Database::open(&file.0).unwrap()), 600);
    }

    #[test]
    fn a_file_of_the_first_version_is_taken_along() {
        let file = Scratch::new("old");
        let database = Database::open(&file.0).unwrap();
        let back = "DROP TABLE likes; PRAGMA user_version = 1";
        database.lock().execute_batch(back).unwrap();
        drop(database);
        let database = Database::open(&file.0).unwrap();
        let likes = database
            .lock()
            .query_row("SELECT count(*) FROM likes", [], |row| row.get(0));
        assert_eq!((films(&database), likes.unwrap()), (600, 0));
    }

    #[test]
    fn two_shops_may_start_on_one_new_file() {
        let file = Scratch::new("two");
        std::thread::scope(|scope| {
            let shops: Vec<_> = (0..2)
                .map(|_| scope.spawn(|| films(&Database::open(&file.0).unwrap())))
                .collect();
            for shop in shops {
                assert_eq!(shop.join().unwrap(), 600);
            }
        });
    }

    #[test]
    fn a_foreign_file_is_left_alone() {
        let file = Scratch::new("foreign");
        let foreign = Connection::open(&file.0).unwrap();
        foreign.execute_batch("CREATE TABLE theirs (id)").unwrap();
        let refusal = Database::open(&file.0).err().unwrap();
        assert!(refusal.to_string().contains("move it away"), "{refusal}");
        let tables: u32 = foreign
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .unwrap();
        assert_eq!(tables, 1);
    }

    #[test]
    fn what_is_no_database_is_refused_with_its_path() {
        let file = Scratch::new("text");
        std::fs::write(&file.0, "Dear diary, ".repeat(100)).unwrap();
        let refusal = Database::open(&file.0).err().unwrap();
        assert!(refusal.to_string().contains(file.0.to_str().unwrap()));
        assert!(refusal.source().is_some());
    }

    #[tokio::test]
    async fn a_query_that_fails_is_an_error_and_the_next_one_runs() {
        let database = Database::in_memory().unwrap();
        let bad = database.call(|db| db.execute("SELECT nothing FROM nowhere", []));
        assert!(matches!(bad.await, Err(DatabaseError::Sqlite(_))));
        let panicking = database.call(|_| -> rusqlite::Result<()> { panic!("on purpose") });
        assert!(matches!(panicking.await, Err(DatabaseError::Stopped(_))));
        assert_eq!(films(&database), 600);
    }
}

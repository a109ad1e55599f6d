//! What the pages ask: films, posts, the visitor's account. The only file with SQL for them.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use tokio::sync::Semaphore;
use tokio::task;

use crate::browse::{Browse, Found, pages};
use crate::cart::Cart;
use crate::database::{Database, DatabaseError};
use crate::film::Film;
use crate::password;
use crate::price::Price;

type Result<T> = std::result::Result<T, DatabaseError>;

/// The shop's books. Cheap to clone.
#[derive(Clone)]
pub struct Shop {
    database: Database,
    /// Hashing a password takes 19 MiB, so only so many are hashed at a time.
    hashing: Arc<Semaphore>,
}

/// An entry of the journal.
#[derive(Clone, Debug)]
pub struct Post {
    /// An ISO 8601 date.
    pub published: String,
    /// What stands above it.
    pub title: String,
    body: String,
}

impl Post {
    /// The paragraphs of its text.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.body.split(" ¶ ")
    }
}

/// Who is logged in.
#[derive(Clone, Debug)]
pub struct User {
    /// The row's number.
    pub id: i64,
    /// What they are called.
    pub name: String,
    /// Messages that they haven't read.
    pub unread_count: u32,
}

/// A message to a user.
#[derive(Clone, Debug)]
pub struct Message {
    /// Who wrote it.
    pub sender: String,
    /// What it says.
    pub subject: String,
    /// Whether the user has seen it.
    pub read: bool,
}

/// A film in the cart, at today's price.
#[derive(Clone, Debug)]
pub struct Item {
    /// The film.
    pub film: Film,
    /// How many copies.
    pub quantity: u32,
    /// What they cost together.
    pub price: Price,
}

/// A genre and how many films it has.
#[derive(Clone, Debug)]
pub struct Genre {
    /// Such as `Drama`.
    pub name: String,
    /// The number of films.
    pub films: u32,
}

impl Shop {
    /// A shop with these books.
    pub fn new(database: Database) -> Self {
        Self {
            database,
            hashing: Arc::new(Semaphore::new(4)),
        }
    }

    /// The film with this slug.
    ///
    /// # Errors
    /// Where the database fails; so do all below.
    pub async fn film(&self, slug: &str) -> Result<Option<Film>> {
        let slug = slug.to_owned();
        let sql = format!("SELECT {} FROM films WHERE slug = ?1", Film::COLUMNS);
        self.database
            .call(move |db| db.query_row(&sql, [slug], Film::read).optional())
            .await
    }

    /// The film with this number.
    pub async fn film_by_id(&self, id: i64) -> Result<Option<Film>> {
        self.database.call(move |db| by_id(db, id)).await
    }

    /// The page of the list that was asked for; nothing, where the list isn't that long.
    pub async fn browse(&self, browse: &Browse) -> Result<Option<Found<Film>>> {
        const FILTER: &str = "(:genre = '' OR genre = :genre) AND \
             (title LIKE :q ESCAPE '\\' OR original LIKE :q ESCAPE '\\' OR director LIKE :q ESCAPE '\\')";
        let browse = browse.clone();
        self.database
            .call(move |db| {
                let words = like(&browse.q);
                let total = db.query_row(
                    &format!("SELECT count(*) FROM films WHERE {FILTER}"),
                    named_params! { ":genre": browse.genre, ":q": words },
                    |row| row.get(0),
                )?;
                let pages = pages(total);
                if browse.page() > pages {
                    return Ok(None);
                }
                let (columns, order) = (Film::COLUMNS, browse.sort.order());
                let sql = format!(
                    "SELECT {columns} FROM films WHERE {FILTER} ORDER BY {order} LIMIT :limit OFFSET :offset"
                );
                let films = db
                    .prepare(&sql)?
                    .query_map(
                        named_params! {
                            ":genre": browse.genre,
                            ":q": words,
                            ":limit": Browse::PAGE,
                            ":offset": (browse.page() - 1) * Browse::PAGE,
                        },
                        Film::read,
                    )?
                    .collect::<rusqlite::Result<_>>()?;
                Ok(Some(Found {
                    films,
                    total,
                    pages,
                }))
            })
            .await
    }

    /// A few films that we have a word to say about.
    pub async fn picks(&self, count: u32) -> Result<Vec<Film>> {
        let columns = Film::COLUMNS;
        let sql = format!(
            "SELECT {columns} FROM films WHERE note IS NOT NULL AND stock > 0 ORDER BY title LIMIT ?1"
        );
        self.rows(sql, count, Film::read).await
    }

    /// Every genre, the fullest first.
    pub async fn genres(&self) -> Result<Vec<Genre>> {
        let sql = "SELECT genre, count(*) FROM films WHERE genre IS NOT NULL AND ?1 \
                   GROUP BY genre ORDER BY 2 DESC, 1";
        let read = |row: &Row<'_>| {
            Ok(Genre {
                name: row.get(0)?,
                films: row.get(1)?,
            })
        };
        self.rows(sql.into(), 1, read).await
    }

    /// The journal, the latest first.
    pub async fn posts(&self, count: u32) -> Result<Vec<Post>> {
        let sql = "SELECT published, title, body FROM posts ORDER BY published DESC LIMIT ?1";
        let read = |row: &Row<'_>| {
            Ok(Post {
                published: row.get(0)?,
                title: row.get(1)?,
                body: row.get(2)?,
            })
        };
        self.rows(sql.into(), count, read).await
    }

    /// What the cart holds. A film that we don't have (any more) is left out.
    pub async fn items(&self, cart: &Cart) -> Result<Vec<Item>> {
        let cart = cart.clone();
        self.database
            .call(move |db| {
                let mut items = Vec::new();
                for line in cart.lines() {
                    if let Some(film) = by_id(db, line.film)? {
                        items.push(Item {
                            price: film.price * line.quantity,
                            quantity: line.quantity,
                            film,
                        });
                    }
                }
                Ok(items)
            })
            .await
    }

    /// How many visitors like a film.
    pub async fn likes(&self, film: i64) -> Result<u32> {
        self.like(film, 0).await
    }

    /// Counts one visitor more or less who likes a film, and says how many there are then.
    pub async fn like(&self, film: i64, change: i32) -> Result<u32> {
        const COUNT: &str = "INSERT INTO likes VALUES (?1, max(0, ?2)) \
             ON CONFLICT DO UPDATE SET count = max(0, count + ?2)";
        self.database
            .call(move |db| {
                if change != 0 {
                    db.execute(COUNT, params![film, change])?;
                }
                let sql = "SELECT count FROM likes WHERE film = ?1";
                let likes = db.query_row(sql, [film], |row| row.get(0));
                Ok(likes.optional()?.unwrap_or(0))
            })
            .await
    }

    /// Opens a session, where the password is right, and returns its token.
    pub async fn log_in(&self, login: &str, password: &str) -> Result<Option<String>> {
        let (login, password) = (login.to_owned(), password.to_owned());
        let user = self
            .database
            .call(move |db| {
                let sql = "SELECT id, password FROM users WHERE login = ?1";
                let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?));
                db.query_row(sql, [login], read).optional()
            })
            .await?;
        let permit = Arc::clone(&self.hashing).acquire_owned().await;
        let check = move || {
            let _permit = permit;
            match user {
                Some((id, hash)) => password::matches(&password, &hash).then_some(id),
                // As slow as the above, so that time doesn't tell who is a customer.
                None => {
                    password::hash(&password);
                    None
                }
            }
        };
        let Some(user) = task::spawn_blocking(check)
            .await
            .map_err(DatabaseError::Stopped)?
        else {
            return Ok(None);
        };
        self.database
            .call(move |db| {
                db.execute(&format!("DELETE FROM sessions WHERE NOT {FRESH}"), [])?;
                let sql = "INSERT INTO sessions (token, user) VALUES (hex(randomblob(16)), ?1) RETURNING token";
                db.query_row(sql, [user], |row| row.get(0)).map(Some)
            })
            .await
    }

    /// Ends a session.
    pub async fn log_out(&self, token: &str) -> Result<()> {
        let token = token.to_owned();
        let sql = "DELETE FROM sessions WHERE token = ?1";
        self.database
            .call(move |db| db.execute(sql, [token]).map(drop))
            .await
    }

    /// Whose session this is; nothing, where it is nobody's (any more).
    pub async fn user(&self, token: &str) -> Result<Option<User>> {
        let token = token.to_owned();
        let sql = format!(
            "SELECT id, name, (SELECT count(*) FROM messages WHERE user = users.id AND NOT read) \
             FROM users JOIN sessions ON user = users.id WHERE token = ?1 AND {FRESH}"
        );
        let read = |row: &Row<'_>| {
            Ok(User {
                id: row.get(0)?,
                name: row.get(1)?,
                unread_count: row.get(2)?,
            })
        };
        self.database
            .call(move |db| db.query_row(&sql, params![token], read).optional())
            .await
    }

    /// A user's messages, the unread ones first.
    pub async fn messages(&self, user: &User) -> Result<Vec<Message>> {
        let sql = "SELECT sender, subject, read FROM messages WHERE user = ?1 ORDER BY read, id";
        let read = |row: &Row<'_>| {
            Ok(Message {
                sender: row.get(0)?,
                subject: row.get(1)?,
                read: row.get(2)?,
            })
        };
        self.rows(sql.into(), user.id, read).await
    }

    /// Every row of a query with one parameter.
    async fn rows<T, F>(&self, sql: String, parameter: impl Into<i64>, read: F) -> Result<Vec<T>>
    where
        T: Send + 'static,
        F: Fn(&Row<'_>) -> rusqlite::Result<T> + Send + 'static,
    {
        let parameter = parameter.into();
        self.database
            .call(move |db| {
                db.prepare(&sql)?
                    .query_map([parameter], |row| read(row))?
                    .collect()
            })
            .await
    }
}

/// A session lasts thirty days.
const FRESH: &str = "(created > unixepoch() - 30 * 24 * 60 * 60)";

fn by_id(db: &Connection, id: i64) -> rusqlite::Result<Option<Film>> {
    let sql = format!("SELECT {} FROM films WHERE id = ?1", Film::COLUMNS);
    db.query_row(&sql, [id], Film::read).optional()
}

/// A pattern for `LIKE` that finds the words anywhere, whatever signs they hold. No title is longer than the pattern gets; SQLite refuses
/// one of 50,000 bytes.
fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for char in words.trim().chars().take(300) {
        if matches!(char, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(char);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;
    use crate::browse::Sort;
    use crate::database::{DEMO_LOGIN, DEMO_NAME, DEMO_PASSWORD};

    fn shop() -> Shop {
        Shop::new(Database::in_memory().unwrap())
    }

    #[tokio::test]
    async fn pages_hold_every_film_once() {
        let shop = shop();
        let mut seen = std::collections::HashSet::new();
        for page in 1..=25 {
            let browse = Browse::default().at(page);
            let found = shop.browse(&browse).await.unwrap().unwrap();
            assert_eq!((found.total, found.pages), (600, 25));
            seen.extend(found.films.into_iter().map(|film| film.id));
        }
        assert_eq!(seen.len(), 600);
        let beyond = shop.browse(&Browse::default().at(26)).await.unwrap();
        assert!(beyond.is_none());
        let far = Browse {
            page: Some(NonZeroU32::MAX),
            ..Browse::default()
        };
        assert!(shop.browse(&far).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn the_cheapest_come_first_where_asked() {
        let browse = Browse {
            sort: Sort::Price,
            ..Browse::default()
        };
        let found = shop().browse(&browse).await.unwrap().unwrap();
        assert!(found.films.is_sorted_by_key(|film| film.price));
    }

    #[tokio::test]
    async fn words_are_looked_for_as_they_are() {
        let shop = shop();
        let titles = async |q: &str| {
            let browse = Browse {
                q: q.into(),
                ..Browse::default()
            };
            let found = shop.browse(&browse).await.unwrap().unwrap();
            found.films.into_iter().map(|film| film.title)
        };
        assert!(titles("KUROSAWA").await.any(|title| title == "Rashomon"));
        assert!(titles("七人").await.eq(["Seven Samurai"]));
        assert!(titles("Half-Blood' OR 1=1 --").await.eq([""; 0]));
        assert!(titles("%").await.eq([""; 0]));
        assert!(titles(&"long ".repeat(20_000)).await.eq([""; 0]));
    }

    #[tokio::test]
    async fn each_log_in_is_a_session_and_ends_alone() {
        let shop = shop();
        let log_in = async || {
            let token = shop.log_in(DEMO_LOGIN, DEMO_PASSWORD).await.unwrap();
            token.expect("the demo user may log in")
        };
        let (first, second) = (log_in().await, log_in().await);
        assert_ne!(first, second);
        let user = shop.user(&first).await.unwrap().unwrap();
        assert_eq!((user.name.as_str(), user.unread_count), (DEMO_NAME, 3));
        shop.log_out(&first).await.unwrap();
        assert!(shop.user(&first).await.unwrap().is_none());
        assert!(shop.user(&second).await.unwrap().is_some());
    }

    #[tokio::test]
    async fn a_wrong_name_or_password_opens_nothing() {
        let shop = shop();
        assert!(shop.log_in(DEMO_LOGIN, "Popcorn").await.unwrap().is_none());
        assert!(
            shop.log_in("nobody", DEMO_PASSWORD)
                .await
                .unwrap()
                .is_none()
        );
        assert!(shop.user("").await.unwrap().is_none());
    }

    #[tokio::test]
    async fn a_cart_shows_only_what_we_sell() {
        let cart = "1x2.999999x1.-1x1".parse().unwrap_or_default();
        let items = shop().items(&cart).await.unwrap();
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].price, items[0].film.price * 2);
    }
}

//! A film as the shop sells it.

use rusqlite::Row;

use crate::price::Price;

/// One row of the table `films`. What nobody knows is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    /// The row's number, which the cart keeps.
    pub id: i64,
    /// The last part of its address.
    pub slug: String,
    /// The name on the box.
    pub title: String,
    /// The name in its own language, where that is another one.
    pub original: Option<String>,
    /// The BCP 47 tag of the language of `original`.
    pub language: Option<String>,
    /// An ISO 8601 date, or a year alone.
    pub released: String,
    /// One name, or several joined by ` & `.
    pub director: Option<String>,
    /// Such as `Drama`.
    pub genre: Option<String>,
    /// Such as `PG-13`.
    pub rating: Option<String>,
    /// Running time.
    pub minutes: Option<u32>,
    /// Who brought it to the cinemas.
    pub distributor: Option<String>,
    /// What it was made from, such as `Based on Play`.
    pub basis: Option<String>,
    /// A word of ours.
    pub note: Option<String>,
    /// What one copy costs.
    pub price: Price,
    /// Copies on the shelf.
    pub stock: u32,
    /// The colour of its cover, in degrees.
    pub hue: u32,
}

/// A word in a small frame beside a film.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// What it says.
    pub name: String,
    /// Whether it should catch the eye.
    pub hot: bool,
}

impl Film {
    /// The columns, in the order in which [`Film::read`] expects them.
    pub(crate) const COLUMNS: &str = "id, slug, title, original, language, released, director, \
         genre, rating, minutes, distributor, basis, note, cents, stock, hue";

    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            slug: row.get(1)?,
            title: row.get(2)?,
            original: row.get(3)?,
            language: row.get(4)?,
            released: row.get(5)?,
            director: row.get(6)?,
            genre: row.get(7)?,
            rating: row.get(8)?,
            minutes: row.get(9)?,
            distributor: row.get(10)?,
            basis: row.get(11)?,
            note: row.get(12)?,
            price: Price(row.get(13)?),
            stock: row.get(14)?,
            hue: row.get(15)?,
        })
    }

    /// The year of its release.
    pub fn year(&self) -> &str {
        self.released.get(..4).unwrap_or(&self.released)
    }

    /// Whether a copy can be bought.
    pub fn in_stock(&self) -> bool {
        self.stock > 0
    }

    /// The paragraphs of the note.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.note.iter().flat_map(|note| note.split(" ¶ "))
    }

    /// What stands beside the price.
    pub fn tags(&self) -> Vec<Tag> {
        let mut tags: Vec<Tag> = [&self.genre, &self.rating]
            .into_iter()
            .flatten()
            .map(|name| Tag {
                name: name.clone(),
                hot: false,
            })
            .collect();
        if matches!(self.stock, 1..=2) {
            tags.push(Tag {
                name: "Last copies".into(),
                hot: true,
            });
        }
        tags
    }
}

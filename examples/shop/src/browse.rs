//! What a visitor asked of the list of films, in the address: `?page=2&sort=price`.

use std::num::NonZeroU32;

use isle::Link;
use serde::{Deserialize, Serialize};

use crate::pages::films::products;

/// The query of `/products`. Every part may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Browse {
    /// Only films with these words in their title or a director's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    /// Only films of this genre.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub genre: String,
    /// The order.
    #[serde(skip_serializing_if = "Sort::is_usual")]
    pub sort: Sort,
    /// Which page, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<NonZeroU32>,
}

/// An order of films.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By name.
    #[default]
    Title,
    /// The cheapest first.
    Price,
    /// The latest release first.
    Newest,
}

impl Sort {
    /// Each order with its name in an address and its name on the page.
    pub const ALL: [(Sort, &str, &str); 3] = [
        (Sort::Title, "title", "Title"),
        (Sort::Price, "price", "Price, lowest first"),
        (Sort::Newest, "newest", "Newest first"),
    ];

    fn is_usual(&self) -> bool {
        *self == Sort::default()
    }

    pub(crate) fn order(self) -> &'static str {
        match self {
            Sort::Title => "title COLLATE NOCASE, released",
            Sort::Price => "cents, title COLLATE NOCASE, released",
            Sort::Newest => "released DESC, title COLLATE NOCASE",
        }
    }
}

impl Browse {
    /// Films on one page.
    pub const PAGE: u32 = 24;

    /// The films of a genre.
    pub fn genre(name: &str) -> Browse {
        Browse {
            genre: name.into(),
            ..Browse::default()
        }
    }

    /// The number of the page, from 1.
    pub fn page(&self) -> u32 {
        self.page.map_or(1, NonZeroU32::get)
    }

    /// The same list, another page of it.
    pub fn at(&self, page: u32) -> Browse {
        let page = NonZeroU32::new(page).filter(|page| page.get() > 1);
        Browse {
            page,
            ..self.clone()
        }
    }

    /// The way to this list.
    pub fn link(&self) -> Link {
        products::url().query(self)
    }
}

/// One page of a list of films.
#[derive(Clone, Debug)]
pub struct Found<T> {
    /// What stands on this page.
    pub films: Vec<T>,
    /// How many there are on all pages.
    pub total: u32,
    /// How many pages there are: at least one.
    pub pages: u32,
}

/// How many pages so many films fill. An empty list has one page, which says so.
pub(crate) fn pages(total: u32) -> u32 {
    total.div_ceil(Browse::PAGE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_film_has_a_page() {
        assert_eq!(pages(0), 1);
        assert_eq!(pages(1), 1);
        assert_eq!(pages(24), 1);
        assert_eq!(pages(25), 2);
        assert_eq!(pages(600), 25);
    }

    #[test]
    fn another_page_keeps_the_rest() {
        let browse = Browse {
            q: "cats & dogs".into(),
            sort: Sort::Price,
            page: NonZeroU32::new(3),
            ..Browse::default()
        };
        assert_eq!(browse.page(), 3);
        assert_eq!(browse.at(4).page(), 4);
        assert_eq!(browse.at(4).q, browse.q);
        assert_eq!(browse.at(1).page, None);
        assert_eq!(
            browse.at(4).link().as_str(),
            "/products?q=cats+%26+dogs&sort=price&page=4"
        );
        assert_eq!(Browse::default().at(1).link().as_str(), "/products");
    }
}

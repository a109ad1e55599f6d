//! A shop's product, and the items beside it.

use super::random::Random;

/// An item on a shelf.
#[derive(serde::Serialize)]
pub struct Item {
    pub id: u32,
    pub name: String,
    pub url: String,
    pub image: String,
    pub summary: String,
    pub badge: String,
    /// Whether it carries the badge.
    pub chosen: bool,
    pub price: String,
    pub price_before: String,
    pub cents: u32,
    /// Tenths of stars.
    pub stars: u32,
    pub reviews: u32,
    pub stock: u32,
    pub tags: Vec<String>,
}

/// A line of a product's data sheet.
#[derive(serde::Serialize)]
pub struct Spec {
    pub name: String,
    pub value: String,
}

/// The product that a page is about.
#[derive(serde::Serialize)]
pub struct Product {
    pub visitor: String,
    pub cart: u32,
    pub name: String,
    pub url: String,
    pub brand: String,
    pub brand_url: String,
    pub sku: String,
    pub department: String,
    pub department_url: String,
    pub category: String,
    pub category_url: String,
    pub image: String,
    pub image_text: String,
    pub summary: String,
    pub what: String,
    pub made_of: String,
    pub care: String,
    pub badge: String,
    pub chosen: bool,
    pub price: String,
    pub price_before: String,
    pub cents: u32,
    pub stars: u32,
    pub reviews: u32,
    pub stock: u32,
    pub days: u32,
    pub warranty: u32,
    pub warehouse: String,
    pub carrier: String,
    pub seller: String,
    pub seller_url: String,
    pub seller_sales: u32,
    pub compared: u32,
    pub views: u32,
    pub revision: String,
    pub updated: String,
    pub country: String,
    pub specs: Vec<Spec>,
    pub related: Vec<Item>,
}

const WORDS: [&str; 24] = [
    "light",
    "sturdy",
    "folding",
    "warm",
    "dry",
    "canvas",
    "steel",
    "cotton",
    "for",
    "two",
    "and",
    "a",
    "small",
    "lamp",
    "tent",
    "stove",
    "pack",
    "that",
    "keeps",
    "you",
    "in",
    "rain",
    "Smith's",
    "wind & weather",
];

const TAGS: [&str; 6] = [
    "new",
    "sale",
    "winter",
    "made by hand",
    "repairable",
    "vegan",
];

fn price(cents: u32) -> String {
    format!("€ {}.{:02}", cents / 100, cents % 100)
}

impl Item {
    pub(super) fn new(id: u32, random: &mut Random) -> Self {
        let cents = 900 + random.below(60_000);
        Self {
            id: 40_000 + id,
            name: random.words(&WORDS, 18),
            url: format!(
                "/p/{}-{}",
                random.of(&["tent", "lamp", "stove"]),
                40_000 + id
            ),
            image: format!("/images/{}/w240.webp", 40_000 + id),
            summary: random.words(&WORDS, 48),
            badge: random
                .of(&["Best of the year", "New & tested", "Our choice"])
                .to_owned(),
            chosen: id.is_multiple_of(4),
            price: price(cents),
            price_before: price(cents + 700),
            cents,
            stars: 20 + random.below(31),
            reviews: random.below(700),
            stock: random.below(90),
            tags: (0..3).map(|_| random.of(&TAGS).to_owned()).collect(),
        }
    }
}

impl Product {
    pub(super) fn new(random: &mut Random) -> Self {
        Self {
            visitor: "Ada O'Hara".to_owned(),
            cart: 3,
            name: "Halden 2 & 3 tent".to_owned(),
            url: "https://northwind.example/p/halden-tent".to_owned(),
            brand: "Fjord & Fell".to_owned(),
            brand_url: "/b/fjord-and-fell".to_owned(),
            sku: "FF-HALDEN-3-GRN".to_owned(),
            department: "Tents and shelters".to_owned(),
            department_url: "/d/tents-and-shelters".to_owned(),
            category: "Tunnel tents".to_owned(),
            category_url: "/d/tents-and-shelters/tunnel".to_owned(),
            image: "/images/halden/w960.webp".to_owned(),
            image_text: "The tent at a lake, its door open".to_owned(),
            summary: random.words(&WORDS, 120),
            what: random.words(&WORDS, 420),
            made_of: random.words(&WORDS, 320),
            care: random.words(&WORDS, 280),
            badge: "Best of the year".to_owned(),
            chosen: true,
            price: price(64_900),
            price_before: price(71_900),
            cents: 64_900,
            stars: 46,
            reviews: 1_284,
            stock: 37,
            days: 2,
            warranty: 36,
            warehouse: "Rotterdam".to_owned(),
            carrier: "bicycle & van".to_owned(),
            seller: "Northwind".to_owned(),
            seller_url: "/sellers/northwind".to_owned(),
            seller_sales: 58_213,
            compared: 148,
            views: 913,
            revision: "r17".to_owned(),
            updated: "2 May".to_owned(),
            country: "the Netherlands".to_owned(),
            specs: (0..8)
                .map(|_| Spec {
                    name: random.words(&WORDS, 8),
                    value: random.words(&WORDS, 16),
                })
                .collect(),
            related: (0..20).map(|id| Item::new(id, random)).collect(),
        }
    }
}

//! What the pages show: the same values for every engine.

mod comments;
mod product;
mod random;

pub use comments::Comment;
pub use product::{Item, Product, Spec};

/// A league, as the public benchmark of Rust's template engines has it.
#[derive(serde::Serialize)]
pub struct Teams {
    pub year: u16,
    pub teams: Vec<Team>,
}

/// A team of it.
#[derive(serde::Serialize)]
pub struct Team {
    pub name: String,
    pub score: u8,
}

/// Everything that is printed.
#[derive(serde::Serialize)]
pub struct Data {
    pub teams: Teams,
    /// 100 rows of the numbers from 0 to 99.
    pub table: Vec<Vec<usize>>,
    pub product: Product,
    pub comments: Vec<Comment>,
    /// An item for each of the small pages.
    pub items: Vec<Item>,
}

impl Data {
    /// The values; each call gives the same.
    pub fn new() -> Self {
        let team = |name: &str, score| Team {
            name: name.to_owned(),
            score,
        };
        let teams = vec![
            team("Jiangsu", 43),
            team("Beijing", 27),
            team("Guangzhou", 22),
            team("Shandong", 12),
        ];
        let mut random = random::Random::new();
        Self {
            teams: Teams { year: 2015, teams },
            table: vec![(0..100).collect(); 100],
            product: Product::new(&mut random),
            comments: (0..1000).map(|id| Comment::new(id, &mut random)).collect(),
            items: (0..200).map(|id| Item::new(id, &mut random)).collect(),
        }
    }
}

/// So many comments, none like another.
pub fn comments(count: u32) -> Vec<Comment> {
    let mut random = random::Random::new();
    (0..count).map(|id| Comment::new(id, &mut random)).collect()
}

impl Default for Data {
    fn default() -> Self {
        Self::new()
    }
}

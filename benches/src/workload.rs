//! What is printed.

/// A page, or a set of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workload {
    /// A small page with four teams, of the public benchmark.
    Teams,
    /// A table of 100 by 100 numbers, of the public benchmark.
    Table,
    /// A shop's page: 6 kB of static markup, 20 cards by a component that calls others.
    Product,
    /// 1,000 comments with characters that markup escapes.
    Comments,
    /// 200 pages of 41 elements, in turn.
    Small,
}

impl Workload {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Teams,
        Self::Table,
        Self::Product,
        Self::Comments,
        Self::Small,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Teams => "teams",
            Self::Table => "table",
            Self::Product => "product",
            Self::Comments => "comments",
            Self::Small => "small",
        }
    }

    /// The workload of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// How many pages one run of it prints.
    pub const fn pages(self) -> u32 {
        match self {
            Self::Small => 200,
            _ => 1,
        }
    }

    /// By how many times the reference beats maud 0.27 at least: where it doesn't, the run is void.
    pub const fn least(self) -> Option<f64> {
        match self {
            Self::Teams => Some(1.8),
            Self::Table => Some(4.5),
            Self::Product => Some(3.8),
            Self::Comments => Some(7.5),
            Self::Small => None,
        }
    }

    /// How many times the reference's time isle may take.
    pub const fn most(self) -> f64 {
        match self {
            Self::Table => 1.25,
            _ => 1.1,
        }
    }
}

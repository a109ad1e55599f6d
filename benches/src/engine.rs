//! The engines: each prints the same pages from the same values, as its users write them.

use std::hint::black_box;

use crate::data::{Comment, Data, Item, Product, Teams};
use crate::workload::Workload;

mod askama;
mod hypertext;
pub mod isle;
mod maud;
mod reference;
mod sailfish;
#[cfg(feature = "topcoat")]
mod topcoat;
mod vy;

/// One engine's pages, printed into a fresh buffer.
pub struct Engine {
    /// Its name and version.
    pub name: &'static str,
    pub teams: fn(&Teams) -> Vec<u8>,
    pub table: fn(&[Vec<usize>]) -> Vec<u8>,
    pub product: fn(&Product) -> Vec<u8>,
    pub comments: fn(&[Comment]) -> Vec<u8>,
    /// The small pages, each of which is a template of its own.
    pub small: [fn(&Item) -> Vec<u8>; 200],
}

/// All of them, the reference first.
pub static ALL: &[Engine] = &[
    reference::ENGINE,
    isle::ENGINE,
    maud::ENGINE,
    hypertext::ENGINE,
    askama::ENGINE,
    sailfish::ENGINE,
    vy::ENGINE,
    #[cfg(feature = "topcoat")]
    topcoat::ENGINE,
];

pub use maud::ENGINE as MAUD;
pub use reference::ENGINE as REFERENCE;

/// The pages that the build script wrote for an engine.
macro_rules! written {
    ($engine:literal) => {
        #[allow(clippy::all, clippy::pedantic, unused)]
        mod written {
            include!(concat!(env!("OUT_DIR"), "/", $engine, ".rs"));
        }
    };
}
use written;

impl Engine {
    /// Its name alone.
    pub fn short(&self) -> &'static str {
        self.name.split(' ').next().unwrap_or(self.name)
    }

    /// Prints a page once.
    pub fn print(&self, workload: Workload, data: &Data) -> Vec<Vec<u8>> {
        match workload {
            Workload::Teams => vec![(self.teams)(&data.teams)],
            Workload::Table => vec![(self.table)(&data.table)],
            Workload::Product => vec![(self.product)(&data.product)],
            Workload::Comments => vec![(self.comments)(&data.comments)],
            Workload::Small => self
                .small
                .iter()
                .zip(&data.items)
                .map(|(page, item)| page(item))
                .collect(),
        }
    }

    /// Prints a page `times` times; the small pages are printed in turn, so many rounds of them.
    pub fn run(&self, workload: Workload, data: &Data, times: u32) {
        for _ in 0..times {
            match workload {
                Workload::Teams => drop(black_box((self.teams)(black_box(&data.teams)))),
                Workload::Table => drop(black_box((self.table)(black_box(&data.table)))),
                Workload::Product => drop(black_box((self.product)(black_box(&data.product)))),
                Workload::Comments => drop(black_box((self.comments)(black_box(&data.comments)))),
                Workload::Small => {
                    for (page, item) in self.small.iter().zip(&data.items) {
                        drop(black_box(page(black_box(item))));
                    }
                }
            }
        }
    }
}

//! What lies in a visitor's cart: films and how many copies of each, in a cookie that the visitor can change at will. What
//! makes no sense in it is left out.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::catalogue::{self, Film};

/// The most copies of one film.
const COPIES: u32 = 9;

/// Printed and parsed as `1x2.3x1`.
#[derive(Clone)]
pub(crate) struct Cart(Vec<(u32, u32)>);

impl Cart {
    /// What lies in the cart of who is here for the first time.
    pub(crate) fn first() -> Self {
        Self(vec![(1, 1), (2, 2), (3, 1)])
    }

    pub(crate) fn copies(&self, film: u32) -> u32 {
        let line = self.0.iter().find(|(number, _)| *number == film);
        line.map_or(0, |(_, copies)| *copies)
    }

    /// Makes it hold so many copies; none takes the film out.
    pub(crate) fn set(&mut self, film: u32, copies: u32) {
        if catalogue::film_by_number(film).is_none() {
            return;
        }
        let copies = copies.min(COPIES);
        match self.0.iter().position(|(number, _)| *number == film) {
            Some(at) if copies == 0 => drop(self.0.remove(at)),
            Some(at) => self.0[at].1 = copies,
            None if copies > 0 => self.0.push((film, copies)),
            None => {}
        }
    }

    pub(crate) fn lines(&self) -> impl Iterator<Item = (&'static Film, u32)> {
        let line = |(film, copies): &(u32, u32)| Some((catalogue::film_by_number(*film)?, *copies));
        self.0.iter().filter_map(line)
    }
}

impl FromStr for Cart {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let mut cart = Self(Vec::new());
        for line in text.split('.') {
            let parts = line.split_once('x');
            if let Some((film, copies)) = parts
                && let (Ok(film), Ok(copies)) = (film.parse(), copies.parse())
            {
                cart.set(film, copies);
            }
        }
        Ok(cart)
    }
}

impl fmt::Display for Cart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (film, copies)) in self.0.iter().enumerate() {
            let dot = if at == 0 { "" } else { "." };
            write!(f, "{dot}{film}x{copies}")?;
        }
        Ok(())
    }
}

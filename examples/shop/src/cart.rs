//! What lies in a visitor's cart. It lives in a cookie that the visitor can change at will, so reading it never fails: what makes no
//! sense is left out, and what it says of prices is nothing.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// Films and how many of each, in the order in which they came. Printed and parsed as `12x1.45x3`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cart {
    lines: Vec<Line>,
}

/// One film in the cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The film's number.
    pub film: i64,
    /// How many copies: 1 to [`Cart::COPIES`].
    pub quantity: u32,
}

impl Cart {
    /// The most copies of one film.
    pub const COPIES: u32 = 9;
    /// The most films; it keeps the cookie far below the 4,096 bytes that browsers allow.
    pub const FILMS: usize = 40;

    /// The films in it.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How many copies of a film lie in it.
    pub fn quantity(&self, film: i64) -> u32 {
        self.lines
            .iter()
            .find(|line| line.film == film)
            .map_or(0, |line| line.quantity)
    }

    /// Makes it hold so many copies of a film; none takes it out. A film too many is not taken in.
    pub fn set(&mut self, film: i64, quantity: u32) {
        let quantity = quantity.min(Self::COPIES);
        let place = self.lines.iter().position(|line| line.film == film);
        match (place, quantity) {
            (Some(place), 0) => drop(self.lines.remove(place)),
            (Some(place), quantity) => self.lines[place].quantity = quantity,
            (None, 0) => {}
            (None, quantity) if self.lines.len() < Self::FILMS => {
                self.lines.push(Line { film, quantity });
            }
            (None, _) => {}
        }
    }
}

impl FromStr for Cart {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let mut cart = Cart::default();
        for line in text.split('.').filter_map(parse) {
            cart.set(line.film, line.quantity);
        }
        Ok(cart)
    }
}

fn parse(line: &str) -> Option<Line> {
    let (film, quantity) = line.split_once('x')?;
    Some(Line {
        film: film.parse().ok()?,
        quantity: quantity.parse().ok()?,
    })
}

impl fmt::Display for Cart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, line) in self.lines.iter().enumerate() {
            let dot = if at == 0 { "" } else { "." };
            write!(f, "{dot}{}x{}", line.film, line.quantity)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cart(text: &str) -> Cart {
        match text.parse() {
            Ok(cart) => cart,
        }
    }

    #[test]
    fn reads_what_it_wrote() {
        let mut written = Cart::default();
        written.set(12, 1);
        written.set(45, 3);
        assert_eq!(written.to_string(), "12x1.45x3");
        assert_eq!(cart("12x1.45x3"), written);
        assert_eq!(cart(""), Cart::default());
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        for text in [
            "x",
            ".",
            "1",
            "1x",
            "x1",
            "1x-1",
            "ax1",
            "1x1x1",
            "99999999999999999999x1",
            "<script>",
            "1x4294967296",
        ] {
            assert_eq!(cart(text), Cart::default(), "{text}");
        }
        assert_eq!(cart("junk.7x2.1x").to_string(), "7x2");
    }

    #[test]
    fn nobody_hoards() {
        assert_eq!(cart("7x4000000000").quantity(7), Cart::COPIES);
        assert_eq!(cart("7x2.7x5").to_string(), "7x5");
        let many: Vec<String> = (0..10_000).map(|film| format!("{film}x9")).collect();
        let cart = cart(&many.join("."));
        assert_eq!(cart.lines().len(), Cart::FILMS);
        assert!(cart.to_string().len() < 4096);
    }

    #[test]
    fn none_of_a_film_takes_it_out() {
        let mut cart = cart("1x1.2x2.3x3");
        cart.set(2, 0);
        cart.set(9, 0);
        assert_eq!(cart.to_string(), "1x1.3x3");
    }
}

//! Which films a visitor likes. It lives in a cookie, as the cart does; the shop counts.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// Films by number, in the order in which they were liked. Printed and parsed as `12.45`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likes(Vec<i64>);

impl Likes {
    /// The most films; it keeps the cookie short.
    const FILMS: usize = 100;

    /// Whether a film is among them.
    pub fn hold(&self, film: i64) -> bool {
        self.0.contains(&film)
    }

    /// Likes a film that was not liked, and the reverse; says by how much its likes change.
    pub fn toggle(&mut self, film: i64) -> i32 {
        match self.0.iter().position(|liked| *liked == film) {
            Some(at) => {
                self.0.remove(at);
                -1
            }
            None if self.0.len() < Self::FILMS => {
                self.0.push(film);
                1
            }
            None => 0,
        }
    }
}

impl FromStr for Likes {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let mut likes = Likes::default();
        for film in text.split('.').filter_map(|film| film.parse().ok()) {
            if !likes.hold(film) {
                likes.toggle(film);
            }
        }
        Ok(likes)
    }
}

impl fmt::Display for Likes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, film) in self.0.iter().enumerate() {
            let dot = if at == 0 { "" } else { "." };
            write!(f, "{dot}{film}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Likes;

    #[test]
    fn reads_what_it_wrote_and_leaves_out_what_makes_no_sense() {
        for (text, kept) in [
            ("12.45", "12.45"),
            ("", ""),
            ("x.7..7", "7"),
            ("<script>", ""),
        ] {
            let Ok(likes) = text.parse::<Likes>();
            assert_eq!(likes.to_string(), kept, "{text}");
        }
    }

    #[test]
    fn liking_twice_is_not_liking() {
        let mut likes = Likes::default();
        assert_eq!((likes.toggle(3), likes.hold(3)), (1, true));
        assert_eq!((likes.toggle(3), likes.hold(3)), (-1, false));
    }
}

//! The films.

/// A film, as the shelf knows it.
pub(crate) struct Film {
    pub(crate) number: u32,
    pub(crate) title: &'static str,
    pub(crate) year: u16,
    /// The colour of its cover, in degrees.
    pub(crate) hue: u16,
    /// In euro cents.
    pub(crate) price: u32,
}

pub(crate) const FILMS: [Film; 7] = [
    film(1, "Metropolis", 1927, 35, 1999),
    film(2, "M", 1931, 210, 1499),
    film(3, "Sherlock Jr.", 1924, 140, 1299),
    film(4, "The Passion of Joan of Arc", 1928, 320, 1799),
    film(5, "Nosferatu", 1922, 265, 1399),
    film(6, "Pandora's Box", 1929, 5, 1599),
    film(7, "Man with a Movie Camera", 1929, 185, 1699),
];

const fn film(number: u32, title: &'static str, year: u16, hue: u16, price: u32) -> Film {
    Film {
        number,
        title,
        year,
        hue,
        price,
    }
}

pub(crate) fn film_by_number(number: u32) -> Option<&'static Film> {
    FILMS.iter().find(|film| film.number == number)
}

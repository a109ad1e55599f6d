//! The tables of the catalogue's folder, and what the shop works out from them: slugs, prices, stock, colours.

use std::collections::HashSet;

const FILMS: &str = include_str!("../catalogue/films.tsv");
const POSTS: &str = include_str!("../catalogue/posts.tsv");
const MESSAGES: &str = include_str!("../catalogue/messages.tsv");

/// A line of `films.tsv`, with what the till makes of it.
pub(crate) struct Entry {
    pub(crate) slug: String,
    /// The fields in the file's order.
    pub(crate) fields: [Option<&'static str>; 11],
    pub(crate) cents: u32,
    pub(crate) stock: u32,
    pub(crate) hue: u32,
}

/// Every film, in the file's order.
pub(crate) fn films() -> Vec<Entry> {
    let mut taken = HashSet::new();
    rows(FILMS)
        .map(|fields: [&str; 11]| {
            let [title, _, _, released, ..] = fields;
            let slug = slug(title, released, &taken);
            taken.insert(slug.clone());
            let chance = fnv1a(slug.as_bytes());
            Entry {
                fields: fields.map(|field| Some(field).filter(|field| !field.is_empty())),
                cents: 790 + (chance % 23) as u32 * 100,
                // About one film in nine is sold out.
                stock: ((chance >> 16) % 9) as u32 * ((chance >> 24) % 3 + 1) as u32,
                hue: ((chance >> 32) % 360) as u32,
                slug,
            }
        })
        .collect()
}

/// The journal: date, title, text.
pub(crate) fn posts() -> impl Iterator<Item = [&'static str; 3]> {
    rows(POSTS)
}

/// The demo user's messages: `yes` or `no` for read, sender, subject.
pub(crate) fn messages() -> impl Iterator<Item = [&'static str; 3]> {
    rows(MESSAGES)
}

/// The lines below the line of names. A line of another length is a mistake in our own file.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        <[&str; N]>::try_from(fields).expect("every line of the catalogue has the same fields")
    })
}

/// The title's letters and digits, of whatever script, in small letters, with `-` between the words. A second film
/// of that name gets its year as well, a third its date.
fn slug(title: &str, released: &str, taken: &HashSet<String>) -> String {
    let words: String = title
        .chars()
        .filter(|char| !matches!(char, '\'' | '’'))
        .flat_map(|char| {
            let char = if char.is_alphanumeric() { char } else { ' ' };
            char.to_lowercase()
        })
        .collect();
    let plain = words.split_whitespace().collect::<Vec<_>>().join("-");
    let year = released.split('-').next().unwrap_or(released);
    [plain.clone(), format!("{plain}-{year}")]
        .into_iter()
        .find(|slug| !taken.contains(slug))
        .unwrap_or_else(|| format!("{plain}-{released}"))
}

/// FNV-1a, 64 bits: the same number for the same bytes, on every machine and for ever.
/// <http://www.isthe.com/chongo/tech/comp/fnv/>
pub(crate) const fn fnv1a(bytes: &[u8]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // From the test vectors of the page above.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn every_film_has_an_address_of_its_own() {
        let films = films();
        assert!(films.len() >= 300);
        let slugs: HashSet<_> = films.iter().map(|film| &film.slug).collect();
        assert_eq!(slugs.len(), films.len());
        assert!(slugs.iter().all(|slug| !slug.is_empty()));
    }

    #[test]
    fn a_slug_keeps_letters_of_any_script() {
        let none = HashSet::new();
        assert_eq!(slug("Sátántangó", "1994", &none), "sátántangó");
        assert_eq!(slug("Babette's Feast", "1987", &none), "babettes-feast");
        assert_eq!(slug("Cats & Dogs", "2001", &none), "cats-dogs");
        assert_eq!(slug("8½", "1963", &none), "8½");
    }

    #[test]
    fn a_second_film_of_a_name_gets_its_year() {
        let mut taken = HashSet::from(["king-kong".to_owned()]);
        let second = slug("King Kong", "2005-12-14", &taken);
        assert_eq!(second, "king-kong-2005");
        taken.insert(second);
        assert_eq!(
            slug("King Kong", "2005-12-15", &taken),
            "king-kong-2005-12-15"
        );
    }

    #[test]
    fn the_catalogue_is_as_messy_as_it_claims() {
        let films = films();
        let any = |test: &dyn Fn(&Entry) -> bool| films.iter().any(test);
        let title = |film: &Entry| film.fields[0].unwrap_or_default();
        assert!(films.iter().all(|film| film.fields[0].is_some()));
        assert!(any(&|film| title(film).contains('&')));
        assert!(any(&|film| title(film).contains('\'')));
        assert!(any(&|film| title(film).contains('é')));
        assert!(any(&|film| title(film).chars().count() > 120));
        assert!(any(
            &|film| film.fields[10].is_some_and(|note| note.contains("<script>"))
        ));
        assert!(any(
            &|film| film.fields[4].is_none() && film.fields[7].is_none()
        ));
        assert!(any(&|film| film.stock == 0));
        for language in ["ja", "ru", "ar", "he", "ko", "th", "el", "hi", "bn", "iu"] {
            assert!(any(&|film| film.fields[2] == Some(language)), "{language}");
        }
    }

    #[test]
    fn prices_are_sensible() {
        assert!(films().iter().all(|film| (790..3000).contains(&film.cents)));
    }
}

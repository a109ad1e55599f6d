use std::borrow::Cow;
use std::collections::HashMap;

/// More fields than any form has; reading it takes time for each.
pub(super) const MOST: usize = 1000;

/// The fields of a form in the order in which their names first occur.
pub(super) struct Fields(Vec<(String, Vec<String>)>);

impl Fields {
    /// Parses `application/x-www-form-urlencoded` as the URL standard does (section 5.1): what is no
    /// UTF-8 becomes U+FFFD. `None` if there are too many.
    pub(super) fn parse(body: &[u8]) -> Option<Fields> {
        let mut fields: Vec<(String, Vec<String>)> = Vec::new();
        let mut places: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for (count, (name, value)) in form_urlencoded::parse(body).enumerate() {
            if count == MOST {
                return None;
            }
            let place = *places.entry(name).or_insert_with_key(|name| {
                fields.push((name.to_string(), Vec::new()));
                fields.len() - 1
            });
            fields[place].1.push(value.into_owned());
        }
        Some(Fields(fields))
    }

    pub(super) fn get(&self, name: &str) -> Option<&[String]> {
        self.iter()
            .find(|(field, _)| *field == name)
            .map(|(_, values)| values)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0
            .iter()
            .map(|(name, values)| (name.as_str(), values.as_slice()))
    }
}

//! The tags of a printed page, in order.

/// What the page holds, apart from text and comments.
#[derive(Debug, PartialEq)]
pub(super) enum Tag<'p> {
    /// `<a id="x">`
    Open {
        /// The element's name.
        name: &'p str,
        /// What its `id` says.
        id: Option<&'p str>,
    },
    /// `</a>`
    Close(&'p str),
}

/// Elements that hold text alone, in which a `<` begins no tag.
const TEXT_ONLY: [&str; 8] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
];

/// Reads a page's tags. Markup that isle did not print itself may be anything: what can't be read is skipped.
pub(super) struct Tags<'p> {
    rest: &'p str,
}

impl<'p> Tags<'p> {
    pub(super) fn of(page: &'p str) -> Self {
        Self { rest: page }
    }

    /// Skips to behind this text, or to the end.
    fn skip(&mut self, text: &str) {
        self.rest = match self.rest.find(text) {
            Some(at) => &self.rest[at + text.len()..],
            None => "",
        };
    }

    fn open(&mut self) -> Tag<'p> {
        let length = self
            .rest
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(length);
        self.rest = rest;
        let mut id = None;
        while let Some(attribute) = self.attribute() {
            if attribute.0.eq_ignore_ascii_case("id") {
                id = id.or(attribute.1);
            }
        }
        if TEXT_ONLY.iter().any(|it| it.eq_ignore_ascii_case(name)) {
            let end = format!("</{}", name.to_ascii_lowercase());
            let lower = self.rest.to_ascii_lowercase();
            self.rest = &self.rest[lower.find(&end).unwrap_or(lower.len())..];
        }
        Tag::Open { name, id }
    }

    /// The next attribute of the tag, if it has one more.
    fn attribute(&mut self) -> Option<(&'p str, Option<&'p str>)> {
        let blank = |c: char| c.is_ascii_whitespace() || c == '/';
        self.rest = self.rest.trim_start_matches(blank);
        if self.rest.is_empty() {
            return None;
        }
        if let Some(rest) = self.rest.strip_prefix('>') {
            self.rest = rest;
            return None;
        }
        let length = self
            .rest
            .find(|c: char| blank(c) || matches!(c, '=' | '>'))
            .unwrap_or(self.rest.len())
            .max(self.rest.chars().next().map_or(0, char::len_utf8));
        let (name, rest) = self.rest.split_at(length);
        self.rest = rest.trim_ascii_start();
        let Some(value) = self.rest.strip_prefix('=') else {
            return Some((name, None));
        };
        let value = value.trim_ascii_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, rest) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => {
                let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>');
                value.split_at(end.unwrap_or(value.len()))
            }
        };
        self.rest = rest;
        Some((name, Some(value)))
    }
}

impl<'p> Iterator for Tags<'p> {
    type Item = Tag<'p>;

    fn next(&mut self) -> Option<Tag<'p>> {
        loop {
            self.rest = &self.rest[self.rest.find('<')? + 1..];
            if self.rest.starts_with("!--") {
                self.skip("-->");
            } else if let Some(rest) = self.rest.strip_prefix('/') {
                let length = rest.find('>')?;
                self.rest = &rest[length + 1..];
                return Some(Tag::Close(rest[..length].trim_ascii()));
            } else if self.rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(self.open());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tag, Tags};

    #[test]
    fn tags_are_told_from_text() {
        let page = "<!DOCTYPE html><p id=\"a>b\" class='x'>1 < 2<br/></p><!-- <i> --><title><b></title><a href=/x id=y>";
        let open = |name, id| Tag::Open { name, id };
        assert_eq!(
            Tags::of(page).collect::<Vec<_>>(),
            [
                open("p", Some("a>b")),
                open("br", None),
                Tag::Close("p"),
                open("title", None),
                Tag::Close("title"),
                open("a", Some("y")),
            ]
        );
    }

    #[test]
    fn nothing_that_is_cut_off_does_harm() {
        for page in [
            "<", "</", "</p", "<p", "<p id", "<p id=", "<p id=\"", "<!--", "<script>", "<p =",
            "<é", "<p é",
        ] {
            assert!(Tags::of(page).count() <= 1, "{page}");
        }
    }
}

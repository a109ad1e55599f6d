//! What is known of an element and of its attributes.

use super::data::*;
use super::index::{Index, hash};
use super::values::{VALUES, Words};
use super::{Kind, Known, has, is_foreign, of_jsx};
use crate::markup::nearest::nearest;
use crate::markup::tree::Sort;
use isle_facts::{is_fetched, is_url_anywhere};

pub(super) static ELEMENTS: [&str; HTML.len()] = {
    let mut names = [""; HTML.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = HTML[at].0;
        at += 1;
    }
    names
};
pub(super) static HTML_INDEX: Index<256> = Index::of(&ELEMENTS);
static SVG_INDEX: Index<256> = Index::of(SVG);
static MATHML_INDEX: Index<64> = Index::of(MATHML);
static OBSOLETE_INDEX: Index<64> = Index::of(OBSOLETE);
static GLOBAL_INDEX: Index<512> = Index::of(GLOBAL);
static SVG_ATTRIBUTES_INDEX: Index<1024> = Index::of(SVG_ATTRIBUTES);
static ENUMERATED: [&str; VALUES.len()] = {
    let mut names = [""; VALUES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = VALUES[at].0;
        at += 1;
    }
    names
};
static ENUMERATED_INDEX: Index<256> = Index::of(&ENUMERATED);

/// An element's name, looked up.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'n> {
    name: &'n str,
    pub(crate) kind: Kind,
    /// Its row in the table of HTML.
    row: Option<usize>,
    /// Whether SVG has it.
    pub(crate) svg: bool,
}

impl<'n> Facts<'n> {
    /// What is known of an element.
    pub(crate) fn of(name: &'n str) -> Self {
        let hash = hash(name);
        let mut svg = false;
        let row = HTML_INDEX.find(&ELEMENTS, name, hash);
        let kind = if row.is_some() {
            svg = SHARED.contains(&name);
            Kind::Html
        } else if SVG_INDEX.find(SVG, name, hash).is_some() {
            svg = true;
            Kind::Svg
        } else if MATHML_INDEX.find(MATHML, name, hash).is_some() {
            Kind::MathMl
        } else if OBSOLETE_INDEX.find(OBSOLETE, name, hash).is_some() {
            Kind::Obsolete
        } else if name.contains('-') {
            Kind::Custom
        } else {
            Kind::Unknown
        };
        Self {
            name,
            kind,
            row,
            svg,
        }
    }

    /// Whether the element takes an attribute; those of custom elements are not checked.
    pub(crate) fn takes(&self, attribute: &str) -> Known {
        let hash = hash(attribute);
        let svg = self.svg
            && (SVG_ATTRIBUTES_INDEX
                .find(SVG_ATTRIBUTES, attribute, hash)
                .is_some()
                || attribute.starts_with("aria-"));
        match self.row {
            _ if svg => Known::Yes,
            Some(_) if GLOBAL_INDEX.find(GLOBAL, attribute, hash).is_some() => Known::Yes,
            Some(row) if has(HTML[row].1, attribute) => Known::Yes,
            Some(row) if has(HTML[row].2, attribute) => Known::Obsolete,
            Some(_) => Known::No,
            None if self.kind == Kind::Svg => Known::No,
            None if self.kind == Kind::MathMl && !self.of_mathml().any(|it| it == attribute) => {
                let shared = attribute.starts_with("aria-") || attribute.starts_with("on");
                match shared && GLOBAL_INDEX.find(GLOBAL, attribute, hash).is_some() {
                    true => Known::Yes,
                    false => Known::No,
                }
            }
            None => Known::Yes,
        }
    }

    /// The words that an attribute takes, where it takes no others, and whether it takes several.
    pub(crate) fn words(&self, attribute: &str) -> Option<(bool, &'static [&'static str])> {
        let at = ENUMERATED_INDEX.find(&ENUMERATED, attribute, hash(attribute))?;
        let html = self.row.is_some();
        let any = html
            || (self.kind != Kind::Custom
                && (attribute == "role" || attribute.starts_with("aria-")));
        let among = |(elements, ..): &&Words| match elements.is_empty() {
            true => any,
            false => elements.contains(&self.name),
        };
        let (_, many, words) = VALUES[at].1.iter().find(among)?;
        Some((*many, words))
    }

    /// The attributes of an element of MathML.
    fn of_mathml(&self) -> impl Iterator<Item = &'static str> {
        let row = MATHML_ATTRIBUTES
            .iter()
            .find(|(name, _)| *name == self.name);
        let own = row.map_or(&[][..], |(_, own)| *own);
        own.iter().chain(MATHML_GLOBAL).copied()
    }

    /// The attribute that was probably meant.
    pub(crate) fn nearest_attribute(&self, attribute: &str) -> Option<&'static str> {
        if let Some(html) = of_jsx(attribute) {
            return Some(html);
        }
        match self.row {
            Some(row) => nearest(attribute, HTML[row].1.iter().chain(GLOBAL).copied()),
            None if self.kind == Kind::MathMl => nearest(attribute, self.of_mathml()),
            None => nearest(attribute, SVG_ATTRIBUTES.iter().chain(GLOBAL).copied()),
        }
    }

    /// What the values of an attribute mean.
    pub(crate) fn sort(&self, attribute: &str) -> Sort {
        let html = self.row.is_some() || self.kind == Kind::Obsolete;
        // The common ones that mean nothing in particular.
        if html
            && matches!(
                attribute.as_bytes(),
                b"class" | b"id" | b"type" | b"name" | b"value" | b"title" | b"alt"
            )
        {
            return Sort::Text;
        }
        // Elsewhere than in HTML, `data` and its like are anyone's names.
        let url = || match self.row {
            Some(row) => {
                has(HTML[row].1, attribute)
                    || has(HTML[row].2, attribute)
                    || is_url_anywhere(attribute)
            }
            None => html || is_url_anywhere(attribute),
        };
        match () {
            () if html && has(BOOLEAN, attribute) => Sort::Boolean,
            () if has(TRUE_FALSE, attribute) || attribute.starts_with("aria-") => Sort::TrueFalse,
            () if has(BOOLEAN_OR_TEXT, attribute) && (html || attribute != "capture") => {
                Sort::BooleanOrText
            }
            () if self.name == "img" && attribute == "src" => Sort::ImageUrl,
            () if has(URL, attribute) && url() => Sort::Url,
            () if has(URL_LIST, attribute) && url() => Sort::UrlList,
            () if is_fetched(attribute) => Sort::Url,
            () if is_foreign(attribute) || !(html || self.is_of_svg(attribute)) => Sort::TrueFalse,
            () => Sort::Text,
        }
    }

    fn is_of_svg(&self, attribute: &str) -> bool {
        self.kind == Kind::Svg
            && SVG_ATTRIBUTES_INDEX
                .find(SVG_ATTRIBUTES, attribute, hash(attribute))
                .is_some()
    }
}

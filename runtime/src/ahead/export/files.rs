//! The files of an export.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;

use super::name::file_name;
use super::{ExportError, Exported, folder};
use crate::ahead::prepared::Prepared;
use crate::ahead::stored::Stored;

/// The files that an export writes: those of the site, and any more that belong to it, such as a style sheet.
///
/// ```no_run
/// # use isle::prelude::*;
/// # #[page("/about", prerender)]
/// # async fn about() -> Page { html! { <h1>About</h1> } }
/// # isle::site! { pub SITE: [about] }
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let site = SITE::prepare(isle::Settings::default(), &()).await?;
/// let exported = isle::ahead::Files::of(&site)?
///     .add("/style.css", "body { margin: 0 }")?
///     .write("public")?;
/// # Ok(())
/// # }
/// # fn main() {}
/// ```
#[derive(Debug)]
pub struct Files {
    bodies: BTreeMap<String, Bytes>,
    /// The path that each file and each folder stands for, by its name in small letters: not all systems tell `A` from
    /// `a`.
    taken: HashMap<String, Taken>,
    on_demand: Vec<&'static str>,
}

#[derive(Debug)]
struct Taken {
    path: String,
    is_file: bool,
}

impl Files {
    /// The site's own files.
    ///
    /// # Errors
    ///
    /// [`ExportError`] names a path that can't be a file, and two that would be one.
    pub fn of<S>(site: &Prepared<S>) -> Result<Files, ExportError> {
        let mut files = Files {
            bodies: BTreeMap::new(),
            taken: HashMap::new(),
            on_demand: site.on_demand(),
        };
        for (path, page) in site.stored() {
            // A static host looks for the error pages under these names, whatever the policy on slashes.
            let path = page
                .info()
                .stands_for()
                .map_or(path, |_| page.info().pattern);
            files.put(path, is_html(page), page.body().clone())?;
        }
        for (path, text) in site.island_files() {
            files.put(&path, false, Bytes::from_static(text.as_bytes()))?;
        }
        Ok(files)
    }

    /// Adds a file at a path of the site, below its base.
    ///
    /// # Errors
    ///
    /// [`ExportError`], where the path can't be a file or is one already.
    pub fn add(mut self, path: &str, body: impl Into<Bytes>) -> Result<Files, ExportError> {
        self.put(path, false, body.into())?;
        Ok(self)
    }

    /// Writes them into the folder. See [`export`](super::export()).
    ///
    /// # Errors
    ///
    /// [`ExportError`], where something stands in the way, or the file system refuses.
    pub fn write(self, folder: impl AsRef<Path>) -> Result<Exported, ExportError> {
        let exported = folder::write(folder.as_ref(), &self.bodies)?;
        Ok(Exported {
            on_demand: self.on_demand,
            ..exported
        })
    }

    fn put(&mut self, path: &str, html: bool, body: Bytes) -> Result<(), ExportError> {
        let name = file_name(path, html)
            .map_err(|why| ExportError::NoName(path.to_owned(), why.to_string()))?;
        let twice = |other: &str| ExportError::Twice(other.to_owned(), path.to_owned());
        if self.bodies.contains_key(&name) {
            return Err(twice(&self.taken[&name.to_lowercase()].path));
        }
        let ends = name.match_indices('/').map(|(slash, _)| slash);
        for end in ends.chain([name.len()]) {
            let is_file = end == name.len();
            let taken = self.taken.entry(name[..end].to_lowercase());
            let taken = taken.or_insert_with(|| Taken {
                path: path.to_owned(),
                is_file,
            });
            if taken.path != path && (taken.is_file || is_file) {
                return Err(twice(&taken.path));
            }
        }
        self.bodies.insert(name, body);
        Ok(())
    }
}

fn is_html(page: &Stored) -> bool {
    let kind = page.headers().get(CONTENT_TYPE);
    kind.is_some_and(|kind| {
        let kind = kind.as_bytes().to_ascii_lowercase();
        kind.starts_with(b"text/html") || kind.starts_with(b"application/xhtml+xml")
    })
}

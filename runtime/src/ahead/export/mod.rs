//! A site's pages as files that any static host serves.

mod files;
mod folder;
mod manifest;
mod name;

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::prepared::Prepared;

pub use files::Files;

/// Writes a site's prerendered pages and its islands' files into a folder, as any static host serves them.
///
/// ```no_run
/// use isle::prelude::*;
///
/// #[page("/about", prerender)]
/// async fn about() -> Page {
///     html! { <h1>About</h1> }
/// }
///
/// isle::site! { pub SITE: [about] }
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let site = SITE::prepare(isle::Settings::default(), &()).await?;
/// let exported = isle::export(&site, "public")?;
/// println!("{exported}");
/// # Ok(())
/// # }
/// # fn main() {}
/// ```
///
/// `/about` becomes `about.html`, or `about/index.html` where the site's addresses end with a slash; the page `/404`
/// becomes `404.html`; what is no HTML keeps its name, as `/feed.xml` does. The site's base is not part of the names:
/// the folder is what the host shows at the base. Pages that are rendered on demand, and redirects, are named in
/// [`Exported`], and are not in the folder. [`Files`] takes more files into it.
///
/// A second export of the same site changes no byte. The folder also holds a list of what was written,
/// `.isle-export`: by it the next export removes what is no more. A file that no export wrote is neither replaced nor
/// removed.
///
/// # Errors
///
/// A path that can't be a file's name on every system, two paths that would be one file, a file in the way, and what
/// the file system says: each is named.
pub fn export<S>(site: &Prepared<S>, folder: impl AsRef<Path>) -> Result<Exported, ExportError> {
    Files::of(site)?.write(folder)
}

/// What an export did. As text it is a few lines for a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exported {
    /// The files that are new or have changed, as paths in the folder.
    pub written: Vec<String>,
    /// Those that were there already.
    pub unchanged: Vec<String>,
    /// Those of an export before that are no more.
    pub removed: Vec<String>,
    /// The patterns of what a static host can't answer: pages and endpoints that are rendered on demand, and redirects.
    pub on_demand: Vec<&'static str>,
}

impl fmt::Display for Exported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (written, unchanged, removed) =
            (self.written.len(), self.unchanged.len(), self.removed.len());
        write!(
            f,
            "{written} files written, {unchanged} unchanged, {removed} removed"
        )?;
        if !self.on_demand.is_empty() {
            write!(f, "\nnot exported, since they are answered on demand:")?;
        }
        self.on_demand
            .iter()
            .try_for_each(|pattern| write!(f, "\n  {pattern}"))
    }
}

/// A site could not be exported.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The path can't be the name of a file, for this reason.
    NoName(String, String),
    /// Two paths would be one file, or one the folder of the other.
    Twice(String, String),
    /// Something stands there that no export wrote.
    InTheWay(PathBuf),
    /// The list of what an export wrote can't be read.
    Manifest(PathBuf),
    /// The file system refused something.
    Failed(PathBuf, io::Error),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExportError::NoName(path, why) => write!(f, "{path:?} can't be a file: {why}"),
            ExportError::Twice(one, other) => {
                write!(f, "{one:?} and {other:?} can't both be files in one folder")
            }
            ExportError::InTheWay(path) => write!(
                f,
                "{} is there, and no export wrote it; help: remove it, or export into a folder of its own",
                path.display()
            ),
            ExportError::Manifest(path) => write!(
                f,
                "{} is no list that an export wrote; help: export into a folder of its own",
                path.display()
            ),
            ExportError::Failed(path, _) => write!(f, "{} can't be written", path.display()),
        }
    }
}

impl Error for ExportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ExportError::Failed(_, error) => Some(error),
            _ => None,
        }
    }
}

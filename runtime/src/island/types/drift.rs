//! How a file differs from what it should hold.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why the types that are written down are not those of the props.
pub enum Drift {
    /// There is no such file.
    Missing(PathBuf),
    /// The first line that differs.
    Line {
        /// The file.
        path: PathBuf,
        /// Which line it is, from one.
        line: usize,
        /// What stands there.
        there: String,
        /// What should.
        wanted: String,
    },
    /// It could not be written, or two types would have one name.
    Failed(io::Error),
}

impl Drift {
    pub(super) fn missing(path: &Path) -> Drift {
        Drift::Missing(path.to_owned())
    }

    /// Compares two texts, whatever ends their lines.
    pub(super) fn between(path: &Path, there: &str, wanted: &str) -> Result<(), Drift> {
        let (mut old, mut new) = (there.lines(), wanted.lines());
        let mut line = 0;
        loop {
            line += 1;
            let (there, wanted) = match (old.next(), new.next()) {
                (None, None) => return Ok(()),
                (there, wanted) if there == wanted => continue,
                (there, wanted) => (there.unwrap_or_default(), wanted.unwrap_or_default()),
            };
            return Err(Drift::Line {
                path: path.to_owned(),
                line,
                there: there.to_owned(),
                wanted: wanted.to_owned(),
            });
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = "\nhelp: `ISLE_TYPES=write cargo test` writes it; then let TypeScript check the components";
        match self {
            Drift::Missing(path) => write!(f, "there is no file `{}`{help}", path.display()),
            Drift::Line {
                path,
                line,
                there,
                wanted,
            } => write!(
                f,
                "`{}` is not what the islands' props are: line {line} is `{there}`, and should be `{wanted}`{help}",
                path.display()
            ),
            Drift::Failed(error) => write!(f, "the types of the props can't be written: {error}"),
        }
    }
}

// What `unwrap` shows in a test.
impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Drift {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Drift::Failed(error) => Some(error),
            _ => None,
        }
    }
}

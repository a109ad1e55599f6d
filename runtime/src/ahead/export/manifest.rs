//! What an export wrote, so that the next one takes away what is no more, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The file that lists the others.
pub(super) const NAME: &str = ".isle-export";

const FIRST: &str = "# What isle's export wrote here. The next export replaces these files and removes what is no more.";

/// The files and folders that an export made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The hash of each file by its path.
    pub(super) files: BTreeMap<String, u128>,
    /// The folders that were not there before.
    pub(super) folders: BTreeSet<String>,
}

impl Manifest {
    /// Reads what [`text`](Manifest::text) wrote; nothing where it is something else.
    pub(super) fn read(text: &str) -> Option<Manifest> {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST) {
            return None;
        }
        let mut manifest = Manifest::default();
        for line in lines {
            let (kind, path) = line.split_once(' ')?;
            if !is_inside(path) {
                return None;
            }
            if kind == "folder" {
                manifest.folders.insert(path.to_owned());
            } else {
                let hash = u128::from_str_radix(kind, 16).ok()?;
                manifest.files.insert(path.to_owned(), hash);
            }
        }
        Some(manifest)
    }

    /// A line for each. No name holds a line break.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{FIRST}\n");
        for folder in &self.folders {
            writeln!(text, "folder {folder}").expect("a String takes everything");
        }
        for (file, hash) in &self.files {
            writeln!(text, "{hash:032x} {file}").expect("a String takes everything");
        }
        text
    }
}

/// Whether a path stays in the folder: somebody may have edited the list.
fn is_inside(path: &str) -> bool {
    let odd = |segment: &str| matches!(segment, "" | "." | "..") || segment.contains(['\\', ':']);
    !path.split('/').any(odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back() {
        let manifest = Manifest {
            files: [
                ("index.html".to_owned(), 7),
                ("a b/c.html".to_owned(), u128::MAX),
            ]
            .into(),
            folders: ["a b".to_owned()].into(),
        };
        assert_eq!(Manifest::read(&manifest.text()), Some(manifest));
    }

    #[test]
    fn what_is_none_is_not_read() {
        let with = |line: &str| Manifest::read(&format!("{FIRST}\n{line}\n"));
        assert!(with("00 a").is_some());
        for line in [
            "00 ../a",
            "00 /a",
            "folder a/../../b",
            "00 a\\b",
            "00 C:x",
            "zz a",
            "a",
            "00 ",
        ] {
            assert_eq!(with(line), None, "{line}");
        }
        assert_eq!(Manifest::read("index.html"), None);
    }
}

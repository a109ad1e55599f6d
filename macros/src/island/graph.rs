//! A module's imports, read from disk: each file once, under a name that holds the hash of its content.

use super::hash::hash;
use isle_syntax::script::{self, Import};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The files, each after those that it imports.
#[derive(Default)]
pub(super) struct Graph {
    pub(super) files: Vec<File>,
    /// Where each path is among the files.
    known: BTreeMap<String, usize>,
    /// The paths that are being read, each imported by the one before it.
    open: Vec<String>,
    /// The folder that holds them all, where it isn't that of the first.
    folder: Option<&'static str>,
}

/// A file that was read.
pub(super) struct File {
    /// From the crate's root: `islands/cart.js`.
    pub(super) path: String,
    /// The name under which it is served.
    pub(super) name: String,
    /// The text, its imports renamed.
    pub(super) text: String,
    /// What it imports at once and later, by place among the files.
    pub(super) imports: Vec<usize>,
    pub(super) later: Vec<usize>,
}

/// What is wrong with a file, and what to do about it.
pub(super) struct Mistake {
    pub(super) message: String,
    pub(super) help: String,
}

fn mistake<T>(message: impl Into<String>, help: impl Into<String>) -> Result<T, Mistake> {
    Err(Mistake {
        message: message.into(),
        help: help.into(),
    })
}

/// What can be a module.
pub(super) const ENDINGS: [&str; 2] = [".js", ".mjs"];

impl Graph {
    /// A graph whose files lie anywhere in this folder.
    #[cfg(feature = "tsx")]
    pub(super) fn within(folder: &'static str) -> Self {
        Self {
            folder: Some(folder),
            ..Self::default()
        }
    }

    /// Reads the file at a path below `root`, and all that it imports, which must lie beside it or deeper.
    pub(super) fn read(&mut self, root: &Path, path: &str) -> Result<usize, Mistake> {
        if let Some(at) = self.known.get(path) {
            return Ok(*at);
        }
        if let Some(from) = self.open.iter().position(|open| open == path) {
            let circle = self.open[from..].join("` imports `");
            return mistake(
                format!("`{circle}` imports `{path}`: a circle"),
                "each file's name holds the hash of what it imports, which has no end here: move what both need into a file of its own",
            );
        }
        let Ok(bytes) = fs::read(root.join(path)) else {
            return missing(root, path, &ENDINGS);
        };
        let Ok(text) = String::from_utf8(bytes) else {
            return mistake(format!("`{path}` is no UTF-8"), "save it as UTF-8");
        };
        let imports = match script::imports(&text) {
            Ok(imports) => imports,
            Err(unread) => {
                let message = format!(
                    "`{path}`, line {}: this {} has no end",
                    unread.line, unread.what
                );
                return mistake(message, "end it");
            }
        };
        self.open.push(path.to_owned());
        let file = self.file(root, path, text, &imports);
        self.open.pop();
        self.files.push(file?);
        self.known.insert(path.to_owned(), self.files.len() - 1);
        Ok(self.files.len() - 1)
    }

    fn file(
        &mut self,
        root: &Path,
        path: &str,
        mut text: String,
        imports: &[Import],
    ) -> Result<File, Mistake> {
        let (mut at_once, mut later) = (Vec::new(), Vec::new());
        // From the last to the first, so that the places of the others stay.
        for import in imports.iter().rev() {
            let Some(target) = self.target(root, path, import)? else {
                continue;
            };
            let at = self.read(root, &target)?;
            text.replace_range(import.range.clone(), &format!("./{}", self.files[at].name));
            let list = if import.later {
                &mut later
            } else {
                &mut at_once
            };
            if !list.contains(&at) {
                list.insert(0, at);
            }
        }
        Ok(File {
            path: path.to_owned(),
            name: name(path, &text, "js"),
            text,
            imports: at_once,
            later,
        })
    }

    /// The path that an import names; nothing for one that leads elsewhere, to an address.
    fn target(&self, root: &Path, path: &str, import: &Import) -> Result<Option<String>, Mistake> {
        let Import { name, line, .. } = import;
        let place = format!("`{path}`, line {line}: ");
        if name.starts_with('/') || name.contains("://") {
            return Ok(None);
        }
        if !name.starts_with("./") && !name.starts_with("../") {
            return mistake(
                format!("{place}a browser can't find `{name}` by its name alone"),
                format!("put the file beside this one, and import it by its path: `./{name}.js`"),
            );
        }
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let entry = self.open.first().map_or(path, String::as_str);
        let beside = entry.rsplit_once('/').map_or("", |(folder, _)| folder);
        let outermost = self.folder.unwrap_or(beside);
        let outside = || {
            mistake(
                format!("{place}`{name}` lies outside of `{outermost}/`, the island's folder"),
                "only what lies in the folder is served: move the file into it",
            )
        };
        let Some(target) = joined(folder, name) else {
            return outside();
        };
        if !target
            .strip_prefix(outermost)
            .is_some_and(|rest| rest.starts_with('/'))
        {
            return outside();
        }
        if !ENDINGS.iter().any(|ending| target.ends_with(ending)) {
            let help = match fs::exists(root.join(format!("{target}.js"))) {
                Ok(true) => format!("a browser adds no ending: write `{name}.js`"),
                _ => "import JavaScript alone, with its ending: `./name.js`".to_owned(),
            };
            return mistake(format!("{place}`{name}` is no JavaScript module"), help);
        }
        if !root.join(&target).is_file() {
            let help = missing_help(root, &target, &ENDINGS);
            return mistake(format!("{place}there is no file `{target}`"), help);
        }
        Ok(Some(target))
    }
}

/// A relative path from a folder; nothing where it climbs out of the crate.
fn joined(folder: &str, relative: &str) -> Option<String> {
    let mut path: Vec<&str> = folder.split('/').collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()?),
            part => path.push(part),
        }
    }
    Some(path.join("/"))
}

pub(super) fn missing<T>(root: &Path, path: &str, endings: &[&str]) -> Result<T, Mistake> {
    let message = format!("there is no file `{path}` in this crate");
    mistake(message, missing_help(root, path, endings))
}

/// What is there instead of a file that is not.
fn missing_help(root: &Path, path: &str, endings: &[&str]) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let names = files(&root.join(folder), endings);
    let near = isle_syntax::nearest(name, names.iter().map(String::as_str));
    match (near, names.as_slice()) {
        (Some(near), _) => format!("did you mean `{folder}/{near}`?"),
        (None, []) => format!(
            "write the module there: the path begins beside `Cargo.toml`, and `{folder}/` holds no module"
        ),
        (None, names) => format!("`{folder}/` holds {}", names.join(", ")),
    }
}

/// The files in a folder that end so.
fn files(folder: &PathBuf, endings: &[&str]) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| endings.iter().any(|ending| name.ends_with(ending)))
        .collect();
    names.sort();
    names
}

/// The name under which a file is served: what can stand in a path as it is, the content's hash, and an ending.
pub(super) fn name(path: &str, text: &str, ending: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let plain = |c: char| {
        let plain = c.is_ascii_alphanumeric() || "-_.".contains(c);
        if plain { c } else { '_' }
    };
    let stem: String = stem.chars().map(plain).collect();
    format!("{stem}-{:012x}.{ending}", hash(text.as_bytes()) >> 16)
}

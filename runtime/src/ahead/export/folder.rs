//! Files, written into a folder: those that changed alone, and never over or through what is not the export's.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::{self, Manifest};
use super::{ExportError, Exported};
use crate::ahead::condition::hash;

/// Writes these files, and removes those of the export before that are no more.
///
/// A file that an export wrote and somebody changed since is written anew, but not removed.
pub(super) fn write(
    path: &Path,
    files: &BTreeMap<String, impl AsRef<[u8]>>,
) -> Result<Exported, ExportError> {
    let folder = Folder { path };
    fs::create_dir_all(path).map_err(|error| failed(path, error))?;
    let before = folder.manifest()?;
    let mut exported = Exported::default();
    for (name, written) in &before.files {
        if !files.contains_key(name) && folder.take(name, *written)? {
            exported.removed.push(name.clone());
        }
    }
    let in_use = |name: &str| {
        files
            .keys()
            .any(|file| parents(file).any(|parent| parent == name))
    };
    // The deepest first. One that holds something else stays.
    for name in before.folders.iter().rev().filter(|name| !in_use(name)) {
        let _ = fs::remove_dir(path.join(name));
    }
    for (name, body) in files {
        folder.check(name, body.as_ref(), &before)?;
    }
    let mut now = Manifest::default();
    for (name, body) in files {
        now.files.insert(name.clone(), hash(body.as_ref()));
        let own = parents(name)
            .filter(|parent| before.folders.contains(*parent) || !path.join(parent).exists());
        now.folders.extend(own.map(str::to_owned));
    }
    // First the list: what an export that is cut off has written is the next one's to replace.
    folder.put(manifest::NAME, now.text().as_bytes())?;
    for (name, body) in files {
        if let Some(parent) = path.join(name).parent() {
            fs::create_dir_all(parent).map_err(|error| failed(parent, error))?;
        }
        if folder.put(name, body.as_ref())? {
            exported.written.push(name.clone());
        } else {
            exported.unchanged.push(name.clone());
        }
    }
    Ok(exported)
}

struct Folder<'f> {
    path: &'f Path,
}

impl Folder<'_> {
    fn manifest(&self) -> Result<Manifest, ExportError> {
        let path = self.path.join(manifest::NAME);
        match fs::read_to_string(&path) {
            Ok(text) => Manifest::read(&text).ok_or(ExportError::Manifest(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Manifest::default()),
            Err(error) => Err(failed(&path, error)),
        }
    }

    /// Whether the file may be written: nothing stands there that is not the export's.
    fn check(&self, name: &str, body: &[u8], before: &Manifest) -> Result<(), ExportError> {
        for parent in parents(name) {
            let path = self.path.join(parent);
            match fs::symlink_metadata(&path) {
                Ok(found) if found.is_dir() => {}
                Ok(_) => return Err(ExportError::InTheWay(path)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => break,
                Err(error) => return Err(failed(&path, error)),
            }
        }
        let path = self.path.join(name);
        match fs::symlink_metadata(&path) {
            Ok(found) if !found.is_file() => Err(ExportError::InTheWay(path)),
            Ok(_) if before.files.contains_key(name) => Ok(()),
            Ok(_) => match fs::read(&path) {
                Ok(found) if found == body => Ok(()),
                Ok(_) => Err(ExportError::InTheWay(path)),
                Err(error) => Err(failed(&path, error)),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(failed(&path, error)),
        }
    }

    /// Writes a file, unless it is there already. It is there whole or not at all.
    fn put(&self, name: &str, body: &[u8]) -> Result<bool, ExportError> {
        let path = self.path.join(name);
        if fs::read(&path).is_ok_and(|found| found == body) {
            return Ok(false);
        }
        let beside = self.path.join(format!("{}.part", manifest::NAME));
        fs::write(&beside, body).map_err(|error| failed(&beside, error))?;
        fs::rename(&beside, &path).map_err(|error| failed(&path, error))?;
        Ok(true)
    }

    /// Removes a file, if it is still the one that was written.
    fn take(&self, name: &str, written: u128) -> Result<bool, ExportError> {
        let path = self.path.join(name);
        let through_link = parents(name).any(|parent| self.path.join(parent).is_symlink());
        let ours = || fs::read(&path).is_ok_and(|found| hash(&found) == written);
        if through_link || path.is_symlink() || !ours() {
            return Ok(false);
        }
        fs::remove_file(&path).map_err(|error| failed(&path, error))?;
        Ok(true)
    }
}

/// The folders that a file stands in, the outermost first.
fn parents(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').map(|(slash, _)| &name[..slash])
}

fn failed(path: &Path, error: io::Error) -> ExportError {
    ExportError::Failed(PathBuf::from(path), error)
}

//! What a page's file is called.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;

/// Why a path can't be a file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoName {
    /// A segment holds this, which a file's name can't hold everywhere.
    Holds(char),
    /// A segment ends with a dot or a space, which Windows takes away.
    Ends(String),
    /// A segment is the name of a device of Windows.
    Device(String),
    /// A segment is longer than the 255 bytes that file systems take.
    Long(String),
    /// What is no page has an address that ends with a slash.
    Folder,
}

impl fmt::Display for NoName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoName::Holds(char) => {
                write!(f, "it holds {char:?}, which a file's name can't hold everywhere")
            }
            NoName::Ends(segment) => {
                write!(f, "{segment:?} ends with a dot or a space, which Windows takes away")
            }
            NoName::Device(segment) => write!(f, "{segment:?} is a device on Windows"),
            NoName::Long(segment) => write!(
                f,
                "the file's name has {} bytes, and file systems take 255",
                segment.len()
            ),
            NoName::Folder => f.write_str(
                "it is no HTML, and its address ends with a slash; help: give it an extension, such as `.json`",
            ),
        }
    }
}

/// The file of a canonical path below the site's base, as a path in the folder: `/about` is `about.html`, `/about/` is
/// `about/index.html`, and what is no HTML keeps its name.
pub(super) fn file_name(path: &str, html: bool) -> Result<String, NoName> {
    let inside = path.strip_prefix('/').unwrap_or(path);
    let mut segments = Vec::new();
    for segment in inside.split('/') {
        segments.push(percent_decode_str(segment).decode_utf8_lossy());
    }
    if let Some(last) = segments.last_mut() {
        match &**last {
            "" if html => *last = Cow::Borrowed("index.html"),
            "" => return Err(NoName::Folder),
            name if html && !has_html_extension(name) => *last = Cow::Owned(format!("{name}.html")),
            _ => {}
        }
    }
    segments
        .iter()
        .try_for_each(|segment| check(segment))
        .map(|()| segments.join("/"))
}

fn has_html_extension(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["html", "htm", "xhtml"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

/// Refuses what not every file system takes as a name, nor every host that takes folders.
fn check(segment: &str) -> Result<(), NoName> {
    let refused = |char: &char| {
        char.is_control() || matches!(char, '/' | '\\' | '<' | '>' | ':' | '"' | '|' | '?' | '*')
    };
    if let Some(char) = segment.chars().find(refused) {
        return Err(NoName::Holds(char));
    }
    let segment = segment.to_owned();
    if segment.ends_with(['.', ' ']) {
        return Err(NoName::Ends(segment));
    }
    let stem = segment.split('.').next().unwrap_or_default().trim_end();
    if is_device(stem) {
        return Err(NoName::Device(segment));
    }
    if segment.len() > 255 {
        return Err(NoName::Long(segment));
    }
    Ok(())
}

/// Whether Windows takes the name for a device, whatever its extension
/// ([naming files](https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file)).
fn is_device(stem: &str) -> bool {
    let upper = stem.to_ascii_uppercase();
    let numbered = |name: &str| {
        let number = upper
            .strip_prefix(name)
            .map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['1'..='9' | '¹' | '²' | '³']))
    };
    matches!(&*upper, "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_html_files_and_others_keep_their_names() {
        for (path, html, name) in [
            ("/", true, "index.html"),
            ("", true, "index.html"),
            ("/about", true, "about.html"),
            ("/about/", true, "about/index.html"),
            ("/blog/caf%C3%A9", true, "blog/café.html"),
            ("/v1.2", true, "v1.2.html"),
            ("/old.html", true, "old.html"),
            ("/old.HTM", true, "old.HTM"),
            ("/feed.xml", false, "feed.xml"),
            ("/api/films", false, "api/films"),
            (
                "/.well-known/security.txt",
                false,
                ".well-known/security.txt",
            ),
            ("/a%20b%25", true, "a b%.html"),
            ("/console", true, "console.html"),
            ("/com10", true, "com10.html"),
        ] {
            assert_eq!(file_name(path, html).as_deref(), Ok(name), "{path}");
        }
    }

    #[test]
    fn what_is_no_name_everywhere_is_refused() {
        let long = "x".repeat(251);
        for (path, html, expected) in [
            ("/a%2Fb", true, NoName::Holds('/')),
            ("/a:b/c", true, NoName::Holds(':')),
            ("/what%3F", true, NoName::Holds('?')),
            ("/x%C2%85", false, NoName::Holds('\u{85}')),
            ("/a./b", true, NoName::Ends("a.".into())),
            ("/a%20/b", true, NoName::Ends("a ".into())),
            ("/nul", true, NoName::Device("nul.html".into())),
            ("/x/Com1.txt", false, NoName::Device("Com1.txt".into())),
            ("/api/", false, NoName::Folder),
            (
                &*format!("/{long}"),
                true,
                NoName::Long(format!("{long}.html")),
            ),
        ] {
            assert_eq!(file_name(path, html), Err(expected), "{path}");
        }
    }
}

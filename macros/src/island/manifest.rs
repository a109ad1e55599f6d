//! What the build of the components wrote down: `dist/islands.json`, read when the macro runs.

use super::graph::Mistake;
use super::hash::hash;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// Where it lies, from the crate's root.
pub(super) const PATH: &str = "dist/islands.json";
/// Where all that browsers load lies.
pub(super) const CLIENT: &str = "dist/client";
/// The form that is read here.
const VERSION: u64 = 1;
const BUILD: &str = "run `npm run build` beside `Cargo.toml`";

/// What was built from a component; all paths begin at the crate's root.
pub(super) struct Built {
    /// The module for the browser.
    pub(super) client: String,
    /// The one that takes slots as well.
    pub(super) slots: String,
    /// The module that renders it.
    pub(super) server: String,
    pub(super) styles: Vec<String>,
    /// The files that it was built from.
    pub(super) sources: Vec<String>,
}

/// What was built from the component at `path`, if it is as new as its sources.
pub(super) fn built(root: &Path, path: &str) -> Result<Built, Mistake> {
    let Ok(text) = fs::read_to_string(root.join(PATH)) else {
        return mistake(
            format!("`{path}` is not built: there is no `{PATH}`"),
            format!("{BUILD}: it builds the components of all islands"),
        );
    };
    let manifest: Value =
        serde_json::from_str(&text).map_err(|error| unread(&error.to_string()))?;
    let version = manifest.get("version").and_then(Value::as_u64);
    if version != Some(VERSION) {
        let version = version.map_or("no".to_owned(), |version| version.to_string());
        return mistake(
            format!("`{PATH}` is of version {version}, and this isle reads version {VERSION}"),
            format!("take the package `@isle/vite` of isle's own version, and {BUILD}"),
        );
    }
    let islands = object(manifest.get("islands"), "islands")?;
    let Some(island) = islands.get(path) else {
        return mistake(
            format!("`{path}` is not built: `{PATH}` does not name it"),
            format!(
                "{BUILD}; where that does not help, the plugin's `islands` in `vite.config.js` leave it out"
            ),
        );
    };
    let built = Built {
        client: text_of(island, "client")?,
        slots: text_of(island, "slots")?,
        server: text_of(island, "server")?,
        styles: match island.get("css") {
            Some(Value::Array(styles)) => styles
                .iter()
                .map(|style| style.as_str().map(str::to_owned))
                .collect::<Option<_>>()
                .ok_or_else(|| unread("`css` holds something else than paths"))?,
            _ => return Err(unread("`css` is no list")),
        },
        sources: Vec::new(),
    };
    let sources = object(island.get("sources"), "sources")?;
    current(root, path, sources)?;
    Ok(Built {
        sources: sources.keys().cloned().collect(),
        ..built
    })
}

/// Refuses what was built from other text than its sources hold now.
fn current(root: &Path, path: &str, sources: &Map<String, Value>) -> Result<(), Mistake> {
    for (source, written) in sources {
        let changed = match fs::read(root.join(source)) {
            Ok(bytes) if written.as_str() == Some(&format!("{:016x}", hash(&bytes))) => continue,
            Ok(_) => "was changed",
            Err(_) => "was removed",
        };
        let message = if source == path {
            format!("`{path}` {changed} since it was built")
        } else {
            format!("`{source}` {changed} since `{path}`, which is made of it, was built")
        };
        return mistake(message, BUILD);
    }
    Ok(())
}

fn object<'v>(value: Option<&'v Value>, name: &str) -> Result<&'v Map<String, Value>, Mistake> {
    let object = value.and_then(Value::as_object);
    object.ok_or_else(|| unread(&format!("`{name}` is no object")))
}

fn text_of(island: &Value, name: &str) -> Result<String, Mistake> {
    let text = island.get(name).and_then(Value::as_str);
    text.map(str::to_owned)
        .ok_or_else(|| unread(&format!("`{name}` is no path")))
}

fn unread(why: &str) -> Mistake {
    Mistake {
        message: format!("`{PATH}` can't be read: {why}"),
        help: format!("it is what the build wrote: {BUILD} once more"),
    }
}

fn mistake<T>(message: impl Into<String>, help: impl Into<String>) -> Result<T, Mistake> {
    Err(Mistake {
        message: message.into(),
        help: help.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Mistake, PATH, built};
    use std::path::PathBuf;
    use std::{env, fs, process};

    /// What is said of a crate whose manifest holds this text; nothing of one without.
    fn said(name: &str, manifest: Option<&str>) -> String {
        let root: PathBuf = env::temp_dir().join(format!("isle-manifest-{}-{name}", process::id()));
        fs::create_dir_all(root.join("dist")).unwrap();
        if let Some(manifest) = manifest {
            fs::write(root.join(PATH), manifest).unwrap();
        }
        let said = match built(&root, "components/Cart.tsx") {
            Ok(built) => format!("{} {}", built.client, built.sources.len()),
            Err(Mistake { message, help }) => {
                assert!(
                    help.contains("run `npm run build` beside `Cargo.toml`"),
                    "{help}"
                );
                message
            }
        };
        fs::remove_dir_all(root).unwrap();
        said
    }

    fn manifest(name: &str, text: &str) -> String {
        said(name, Some(text))
    }

    #[test]
    fn a_crate_that_was_never_built_says_so() {
        assert_eq!(
            said("none", None),
            "`components/Cart.tsx` is not built: there is no `dist/islands.json`"
        );
    }

    #[test]
    fn only_what_a_build_writes_is_read() {
        let unread = manifest("cut", r#"{ "version": 1, "islands": {"#);
        assert!(
            unread.starts_with("`dist/islands.json` can't be read: EOF"),
            "{unread}"
        );
        for (version, said) in [("2", "2"), ("\"1\"", "no"), ("null", "no")] {
            let text = format!(r#"{{ "version": {version}, "islands": {{}} }}"#);
            assert_eq!(
                manifest("version", &text),
                format!("`dist/islands.json` is of version {said}, and this isle reads version 1")
            );
        }
        for (text, what) in [
            (r#"{ "version": 1 }"#, "`islands` is no object"),
            (
                r#"{ "version": 1, "islands": [] }"#,
                "`islands` is no object",
            ),
            (
                r#"{ "version": 1, "islands": { "components/Cart.tsx": {} } }"#,
                "`client` is no path",
            ),
            (
                r#"{ "version": 1, "islands": { "components/Cart.tsx": { "client": "a", "slots": "s", "server": "b", "css": [1], "sources": {} } } }"#,
                "`css` holds something else than paths",
            ),
            (
                r#"{ "version": 1, "islands": { "components/Cart.tsx": { "client": "a", "slots": "s", "server": "b", "css": [] } } }"#,
                "`sources` is no object",
            ),
        ] {
            assert_eq!(
                manifest("form", text),
                format!("`dist/islands.json` can't be read: {what}")
            );
        }
        let good = r#"{ "version": 1, "more": 1, "islands": { "components/Cart.tsx": { "client": "a", "slots": "s", "server": "b", "css": [], "sources": {} } } }"#;
        assert_eq!(manifest("good", good), "a 0");
    }
}

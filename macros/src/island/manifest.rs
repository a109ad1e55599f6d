//! What the build of the components wrote down: `dist/islands.json`, read when the macro runs.

use super::graph::Mistake;
use super::hash::hash;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// Where it lies, from the crate's root.
pub(super) const PATH: &str = "dist/islands.json";
/// The form that is read here.
const VERSION: u64 = 1;
const BUILD: &str = "run `npm run build` beside `Cargo.toml`";

/// What was built from a component; all paths begin at the crate's root.
pub(super) struct Built {
    /// The module for the browser.
    pub(super) client: String,
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
        return absent(islands, path);
    };
    let built = Built {
        client: text_of(island, "client")?,
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
            format!("`{source}` {changed} since `{path}` was built, which is made of it")
        };
        return mistake(message, BUILD);
    }
    Ok(())
}

/// A component that was not built.
fn absent<T>(islands: &Map<String, Value>, path: &str) -> Result<T, Mistake> {
    let known = islands.keys().map(String::as_str);
    let near = isle_syntax::nearest(path, known).map(|near| format!("; did you mean `{near}`?"));
    mistake(
        format!(
            "`{path}` is not built: `{PATH}` does not name it{}",
            near.unwrap_or_default()
        ),
        format!(
            "{BUILD}; where that does not help, the plugin's `islands` in `vite.config.js` leave it out"
        ),
    )
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

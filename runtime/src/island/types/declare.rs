//! The declarations, one for each type.

use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::path::Path;
use std::{env, fs, io};

use super::drift::Drift;
use super::saying::Says;
use crate::island::Reached;
use crate::route::{Routed, Table};

/// The props of a site's islands as TypeScript: of each island without a body an interface `CartProps`, and of each type in
/// them one of its own name.
///
/// A test keeps the file as it should be, and the component's type check finds what changed:
///
/// ```no_run
/// # use isle::prelude::*;
/// # #[page("/")]
/// # async fn home() -> Html { html! { <p>"Home"</p> } }
/// # isle::site! { pub SITE: [home] }
/// #[test]
/// fn the_types_of_the_props_are_written_down() {
///     let types = isle::island::TypeScript::of::<SITE>();
///     types.check("components/props.d.ts").unwrap();
/// }
/// # fn main() {}
/// ```
///
/// `ISLE_TYPES=write cargo test` writes it.
#[derive(Debug, Default)]
pub struct TypeScript {
    /// By name: what stands behind it in Rust, and what it is.
    declared: BTreeMap<String, (&'static str, Shape)>,
    /// Two types of one name.
    twice: Option<String>,
}

/// What a type is made of.
#[doc(hidden)]
#[derive(Debug)]
pub enum Shape {
    /// An object: its fields with their types.
    Object(Vec<(&'static str, String)>),
    /// Anything else.
    Other(String),
}

impl TypeScript {
    /// The props of the islands that a site's pages can show. A list of pages and a page alone will do as well.
    pub fn of<R: Routed>() -> TypeScript {
        let mut types = TypeScript::default();
        types.table(&R::TABLE);
        types
    }

    fn table(&mut self, table: &'static Table) {
        match table {
            Table::Page(page) => {
                let mut reached = Box::new(Reached::new());
                (page.reach)(&mut reached);
                for island in reached.islands() {
                    if let Some(says) = island.types {
                        says(self);
                    }
                }
            }
            Table::List(list) => list.iter().for_each(|table| self.table(table)),
        }
    }

    /// Declares a type, and says its name. `id` tells it from others of the same name.
    #[doc(hidden)]
    pub fn declare(
        &mut self,
        id: &'static str,
        name: String,
        shape: impl FnOnce(&mut TypeScript) -> Shape,
    ) -> String {
        match self.declared.get(&name) {
            Some((known, _)) if *known == id => {}
            Some((known, _)) => {
                let text = format!("`{known}` and `{id}` would both be `{name}`: rename one");
                self.twice.get_or_insert(text);
            }
            None => {
                // It may hold itself.
                let open = (id, Shape::Other(String::new()));
                self.declared.insert(name.clone(), open);
                let shape = shape(self);
                self.declared.insert(name.clone(), (id, shape));
            }
        }
        name
    }

    /// A name with those of the types that it was made for: `Pair<Item, u32>` is `PairItemNumber`.
    #[doc(hidden)]
    pub fn name(&mut self, name: &str, parameters: &[Says]) -> String {
        let mut whole = name.to_owned();
        for says in parameters {
            let inner = says(self);
            let words = inner.split(|c: char| !c.is_alphanumeric() && c != '_');
            for word in words.filter(|word| !word.is_empty()) {
                let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
                whole.extend(first.chars().flat_map(char::to_uppercase));
                whole.push_str(rest);
            }
        }
        whole
    }

    /// The fields of an object.
    #[doc(hidden)]
    pub fn fields(&mut self, fields: &[(&'static str, Says)]) -> Vec<(&'static str, String)> {
        let fields = fields.iter();
        fields.map(|(name, says)| (*name, says(self))).collect()
    }

    /// An object in one line.
    #[doc(hidden)]
    pub fn object(&mut self, fields: &[(&'static str, Says)]) -> String {
        let fields = self.fields(fields);
        let each: Vec<String> = fields
            .into_iter()
            .map(|(name, ty)| format!("{name}: {ty}"))
            .collect();
        match each.is_empty() {
            true => "{}".to_owned(),
            false => format!("{{ {} }}", each.join("; ")),
        }
    }

    /// A list whose every place has a type of its own.
    #[doc(hidden)]
    pub fn tuple(&mut self, items: &[Says]) -> String {
        let items: Vec<String> = items.iter().map(|says| says(self)).collect();
        format!("[{}]", items.join(", "))
    }

    /// Writes the file, if it holds something else, and says whether it did.
    ///
    /// # Errors
    ///
    /// Two types of one name; and what the file system says.
    pub fn write(&self, path: impl AsRef<Path>) -> io::Result<bool> {
        if let Some(twice) = &self.twice {
            return Err(io::Error::other(twice.clone()));
        }
        let text = self.to_string();
        if fs::read_to_string(&path).is_ok_and(|there| there == text) {
            return Ok(false);
        }
        fs::write(path, text).map(|()| true)
    }

    /// Refuses a file that holds something else. Where the variable `ISLE_TYPES` is `write`, the file is written.
    ///
    /// A relative path begins where the program was started; `cargo test` starts tests beside their `Cargo.toml`.
    ///
    /// # Errors
    ///
    /// [`Drift`] says how the file differs.
    pub fn check(&self, path: impl AsRef<Path>) -> Result<(), Drift> {
        let path = path.as_ref();
        let written = env::var_os("ISLE_TYPES").is_some_and(|word| word == "write");
        if written || self.twice.is_some() {
            return self.write(path).map(drop).map_err(Drift::Failed);
        }
        let there = fs::read_to_string(path).map_err(|_| Drift::missing(path))?;
        Drift::between(path, &there, &self.to_string())
    }
}

impl fmt::Display for TypeScript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "// The props of the islands, as Rust sends them. Written by isle: change the Rust.\n",
        )?;
        for (name, (_, shape)) in &self.declared {
            f.write_char('\n')?;
            match shape {
                Shape::Object(fields) => {
                    writeln!(f, "export interface {name} {{")?;
                    for (field, ty) in fields {
                        writeln!(f, "    {field}: {ty};")?;
                    }
                    f.write_str("}\n")?;
                }
                Shape::Other(ty) => writeln!(f, "export type {name} = {ty};")?,
            }
        }
        Ok(())
    }
}

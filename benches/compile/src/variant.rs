//! What is compiled: an engine's pages, alone or with their routes.

use pages::{Page, print};

/// A way to write the pages.
pub struct Variant {
    /// What the table calls it.
    pub name: &'static str,
    /// The variant that it is compared with.
    pub rival: &'static str,
    engine: &'static str,
    routed: bool,
    /// What it depends on; `ISLE` stands for isle's folder.
    pub dependencies: &'static str,
}

/// All of them.
pub const ALL: [Variant; 6] = [
    Variant {
        name: "isle",
        rival: "maud",
        engine: "isle",
        routed: false,
        dependencies: "isle = { path = \"ISLE\" }",
    },
    Variant {
        name: "maud",
        rival: "maud",
        engine: "maud",
        routed: false,
        dependencies: "maud = \"0.27\"",
    },
    Variant {
        name: "hypertext",
        rival: "maud",
        engine: "hypertext",
        routed: false,
        dependencies: "hypertext = \"0.12\"",
    },
    Variant {
        name: "askama",
        rival: "maud",
        engine: "askama",
        routed: false,
        dependencies: "askama = \"0.16\"",
    },
    Variant {
        name: "isle-routed",
        rival: "maud-routed",
        engine: "isle",
        routed: true,
        dependencies: "isle = { path = \"ISLE\" }\naxum = { version = \"0.8\", default-features = false }",
    },
    Variant {
        name: "maud-routed",
        rival: "maud-routed",
        engine: "maud",
        routed: true,
        dependencies: "maud = \"0.27\"\naxum = { version = \"0.8\", default-features = false }",
    },
];

impl Variant {
    /// A page's module.
    pub fn page(&self, page: &Page) -> String {
        let printer = print::ALL
            .into_iter()
            .find(|it| it.name() == self.engine)
            .expect("an engine of `pages`");
        let text = format!(
            "use crate::data::Item;\n{}",
            print::module(printer, &[], page)
        );
        let name = &page.name;
        match (self.routed, self.engine) {
            (false, _) => text,
            (true, "isle") => {
                let plain = format!("pub fn {name}(item: &Item) -> Html {{");
                let routed = format!(
                    "#[page(\"/{name}\")]\npub async fn {name}(State(item): State<std::sync::Arc<Item>>) -> Page {{"
                );
                assert!(text.contains(&plain));
                format!(
                    "use axum::extract::State;\n{}",
                    text.replace(&plain, &routed)
                )
            }
            (true, _) => format!(
                "use axum::{{extract::State, response::Html}};\n{text}\n\
                 pub async fn handler(State(item): State<std::sync::Arc<Item>>) -> Html<String> {{\n    \
                 Html({name}(&item).into_string())\n}}\n"
            ),
        }
    }

    /// The program around `pages`: it keeps each of them.
    pub fn program(&self, pages: &[Page]) -> String {
        let modules: String = pages
            .iter()
            .map(|page| format!("    pub mod {};\n", page.name))
            .collect();
        let each = |entry: fn(&str) -> String| {
            pages
                .iter()
                .map(|page| entry(&page.name))
                .collect::<String>()
        };
        let body = if !self.routed {
            let list = each(|name| {
                format!("        |item| drop(std::hint::black_box(pages::{name}::{name}(item))),\n")
            });
            format!(
                "    let pages: [fn(&data::Item); {}] = [\n{list}    ];\n    let item = data::Item::default();\n    \
                 for page in std::hint::black_box(pages) {{\n        page(&item);\n    }}\n",
                pages.len()
            )
        } else {
            let router = if self.engine == "isle" {
                format!(
                    "isle::router![\n{}    ]",
                    each(|name| format!("        pages::{name}::{name},\n"))
                )
            } else {
                let routes = each(|name| {
                    format!(
                        "\n        .route(\"/{name}\", axum::routing::get(pages::{name}::handler))"
                    )
                });
                format!("axum::Router::new(){routes}")
            };
            format!(
                "    let item = std::sync::Arc::new(data::Item::default());\n    \
                 let router: axum::Router = {router}.with_state(item);\n    drop(std::hint::black_box(router));\n"
            )
        };
        // Printing warnings takes a compiler's time, too: there are to be none.
        format!(
            "#![deny(warnings)]\n\nmod data;\nmod pages {{\n{modules}}}\n\nfn main() {{\n{body}}}\n"
        )
    }
}

/// The values that the pages show.
pub const DATA: &str = "\
#![allow(dead_code)]

#[derive(Default)]
pub struct Item {
    pub id: u32,
    pub name: String,
    pub url: String,
    pub image: String,
    pub summary: String,
    pub badge: String,
    pub chosen: bool,
    pub price: String,
    pub stock: u32,
    pub reviews: u32,
    pub tags: Vec<String>,
}
";

//! A component as it is embedded: what was built from it for the browser and for the server.

use super::graph::{Graph, Mistake, name};
use super::manifest::{self, Built};
use super::module;
use crate::component::Bare;
use proc_macro2::TokenStream;
use quote::quote;
use std::fs;
use std::path::Path;

/// The file for the browser, an expression, and what stands in the place of a body.
pub(super) fn embedded(
    root: &Path,
    path: &str,
    has_slots: bool,
) -> Result<(TokenStream, Bare), Mistake> {
    if !root.join(path).is_file() {
        return super::graph::missing(root, path, &super::COMPONENTS);
    }
    let Built {
        client,
        slots,
        server,
        styles,
        sources,
    } = manifest::built(root, path)?;
    // Only an island that declares slots can be given any.
    let client = if has_slots { slots } else { client };
    if !root.join(&client).is_file() {
        return Err(gone(&client));
    }
    let mut graph = Graph::within(manifest::CLIENT);
    let entry = graph.read(root, &client).map_err(rebuilt)?;
    let file = module::statics(&graph.files, entry);
    let styles = styles
        .iter()
        .map(|path| style(root, path))
        .collect::<Result<Vec<_>, _>>()?;
    if !root.join(&server).is_file() {
        return Err(gone(&server));
    }
    let watched = sources.iter().map(String::as_str);
    let watched = watched.chain([manifest::PATH]).map(module::watched);
    let disk = format!("/{server}");
    Ok((
        file,
        Bare {
            styles: quote!(&[#(#styles),*]),
            server: Some(quote!({
                #(#watched)*
                static SERVER: ::isle::__::ServerModule = ::isle::__::ServerModule {
                    path: #path,
                    file: #server,
                    text: ::core::include_str!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #disk)),
                    disk: if ::core::cfg!(debug_assertions) {
                        ::core::option::Option::Some(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #disk))
                    } else {
                        ::core::option::Option::None
                    },
                };
                &SERVER
            })),
        },
    ))
}

/// A style sheet, an expression.
fn style(root: &Path, path: &str) -> Result<TokenStream, Mistake> {
    let Ok(text) = fs::read_to_string(root.join(path)) else {
        return Err(gone(path));
    };
    if let Some(address) = relative(&text) {
        return Err(Mistake {
            message: format!("`{path}` names the file `{address}`, which nothing serves"),
            help: "let the build put it into the style sheet (`assetsInlineLimit` in `vite.config.js`), or serve it yourself, under a path from the site's root: `/fonts/a.woff2`".to_owned(),
        });
    }
    let name = name(path, &text, "css");
    let watched = module::watched(path);
    Ok(quote!({
        #watched
        static STYLE: ::isle::__::File = ::isle::__::File {
            name: #name,
            text: #text,
            imports: &[],
            later: &[],
        };
        &STYLE
    }))
}

/// The first address in a style sheet that leads to a file beside it.
fn relative(style: &str) -> Option<&str> {
    let addresses = style.split("url(").skip(1).filter_map(|rest| {
        let address = rest.split_once(')')?.0.trim();
        Some(address.trim_matches(['"', '\'']))
    });
    let mut relative = addresses.filter(|address| {
        let leads_elsewhere = address.starts_with(['/', '#']) || address.contains(':');
        !address.is_empty() && !leads_elsewhere
    });
    relative.next()
}

fn gone(path: &str) -> Mistake {
    rebuilt(Mistake {
        message: format!(
            "there is no file `{path}`, which `{}` names",
            manifest::PATH
        ),
        help: String::new(),
    })
}

/// A mistake in what was built is none of the user's.
fn rebuilt(mistake: Mistake) -> Mistake {
    Mistake {
        help: "it is what the build wrote: run `npm run build` beside `Cargo.toml` once more"
            .to_owned(),
        ..mistake
    }
}

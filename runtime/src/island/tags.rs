//! The tags by which a finished page loads its islands, once and in its head.

use std::collections::BTreeSet;
use std::fmt::Write;

use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_LENGTH;
#[cfg(debug_assertions)]
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;

use super::file::File;
use super::head::end_of_head;
use super::printed::{Printed, Wanted};
use crate::route::{Info, Kind, Site};

/// Gives an answer that holds islands the tags that load them.
///
/// A page gets them at the end of its head. A part of a document (a `partial` page, an endpoint) has none: there the
/// script stands before the markup.
pub(crate) async fn add(
    mut response: Response,
    page: &Info,
    site: &Site,
    client: &File,
) -> Response {
    let Some(printed) = response.extensions_mut().remove::<Printed>() else {
        return response;
    };
    if let Some(left) = printed.left() {
        response.extensions_mut().insert(left);
    }
    let document = is_document(page);
    let tags = if document {
        tags(&printed, site, client)
    } else {
        let script = script(&printed, site, client);
        format!("{}{script}", styles(&printed, site))
    };
    put(response, &tags, document).await
}

/// Gives a page the tag of live reload.
#[cfg(debug_assertions)]
pub(crate) async fn add_reload(response: Response, page: &Info, site: &Site) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    let is_html = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_html && is_document(page) {
        put(response, &super::reload::tag(site), true).await
    } else {
        response
    }
}

fn is_document(page: &Info) -> bool {
    page.kind == Kind::Page && !page.partial
}

/// Puts tags at the end of a document's head, or in front of a part of one.
async fn put(response: Response, tags: &str, document: bool) -> Response {
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    // Markup is a body of one piece, so this neither waits nor fails.
    let html = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let html = String::from_utf8_lossy(&html);
    let at = if document { end_of_head(&html) } else { 0 };
    let (before, behind) = html.split_at(at);
    Response::from_parts(parts, Body::from([before, tags, behind].concat()))
}

/// The script that brings islands to life, where any of them wants to live.
fn script(printed: &Printed, site: &Site, client: &File) -> String {
    let Site { base, files, .. } = site;
    if !printed.each().any(|(_, wanted)| wanted > Wanted::Styles) {
        return String::new();
    }
    format!(
        "<script type=\"module\" async src=\"{base}{files}/{}\"></script>",
        client.name
    )
}

/// The style sheets of the islands, each once.
fn styles(printed: &Printed, site: &Site) -> String {
    let Site { base, files, .. } = site;
    let mut seen = BTreeSet::new();
    let all = printed.each().flat_map(|(island, _)| island.styles);
    all.filter(|file| seen.insert(file.name))
        .map(|File { name, .. }| format!("<link rel=\"stylesheet\" href=\"{base}{files}/{name}\">"))
        .collect()
}

/// What loads the modules that are wanted at once, and what brings the islands to life.
fn tags(printed: &Printed, site: &Site, client: &File) -> String {
    let Site { base, files, .. } = site;
    let mut tags = styles(printed, site);
    let mut seen = BTreeSet::new();
    let at_once = |(_, wanted): &(_, Wanted)| *wanted == Wanted::AtOnce;
    for (island, _) in printed.each().filter(at_once) {
        island.file.each_at_once(&mut |file| {
            if seen.insert(file.name) {
                let name = file.name;
                let written = write!(
                    tags,
                    "<link rel=\"modulepreload\" href=\"{base}{files}/{name}\">"
                );
                debug_assert!(written.is_ok(), "a string takes everything");
            }
        });
    }
    tags.push_str(&script(printed, site, client));
    tags
}

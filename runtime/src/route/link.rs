//! `link!`: a literal path, checked against the table at compile time.

use super::accept::accepts;
use super::message::Message;
use super::spelled::Spelled;
use super::table::{Info, Table};

/// The page that answers GET of this path, which begins below the site's base. What stands behind a `?` or `#` is not
/// looked at.
///
/// # Panics
/// Where no page does, or the path has another canonical spelling: at compile time, when a constant calls it.
#[track_caller]
pub const fn find(table: &Table, link: &str) -> &'static Info {
    let spelled = Spelled::path_of(link);
    let path = match spelled.path() {
        Ok(path) => path,
        Err(wrong) => panic!(
            "{}",
            Message::new("the link \"")
                .text(link)
                .text("\" ")
                .text(wrong)
                .as_str()
        ),
    };
    match page_at(table, path) {
        Some(page) => page,
        None => panic!(
            "{}",
            Message::new("no page answers \"")
                .text(link)
                .text("\"")
                .as_str()
        ),
    }
}

const fn page_at(table: &Table, path: &str) -> Option<&'static Info> {
    match table {
        Table::Page(info) if info.can_be_visited() && accepts(info.segments, path) => Some(info),
        Table::Page(_) => None,
        Table::List(list) => {
            let mut at = 0;
            while at < list.len() {
                if let Some(page) = page_at(list[at], path) {
                    return Some(page);
                }
                at += 1;
            }
            None
        }
    }
}

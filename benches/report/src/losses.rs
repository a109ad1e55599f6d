//! What isle loses: limits that it misses, and figures in which another is ahead of it; and why.

use figures::Line;

use crate::document::{Block, Section};
use crate::format;
use crate::sections::limits;
use crate::table::Table;

/// What is said where a limit of these names is missed, or isle is behind in these tables.
const WHY: [(&str, &str); 11] = [
    (
        "isle to the reference",
        "isle makes sure of the room at each value and looks at the scheme of each URL; the reference makes room once a \
         block, and trusts its URLs.",
    ),
    (
        "isle to the fastest other engine",
        "The other engine looks at no URL's scheme, and makes room by other rules.",
    ),
    (
        "server CPU of isle to axum, reference",
        "isle checks the request's host, and sends a policy for scripts and three more headers, which the bare handler \
         doesn't. The row with isle's headers shows what a handler pays that sends the same.",
    ),
    (
        "a page of 1 kB to a handler",
        "isle checks the request's host and its method, and keeps what a page may still ask for: cookies, headers, the \
         URL.",
    ),
    (
        "1,000 routes to 10",
        "More routes are more memory to walk through.",
    ),
    (
        "isle to maud, check",
        "isle reads and checks the markup as HTML, which maud does not.",
    ),
    (
        "isle to maud, release",
        "isle prints in place what maud hands to `String`: more code goes through the optimiser.",
    ),
    (
        "isle to maud, debug",
        "isle's markup becomes more calls, each of which has a type of its own to be checked.",
    ),
    (
        "compile: routed",
        "A page's function becomes a handler, and all routes are compared with each other while they are compiled.",
    ),
    (
        "requests memory",
        "isle's settings, its table of routes and its policy stand in memory.",
    ),
    (
        "requests start",
        "isle makes its table and its policy before it listens.",
    ),
];

/// Tables in which isle competes, and rows in them that are no competitors: another kind of thing, or isle itself.
const CONTESTS: [&str; 5] = [
    "render time",
    "requests cpu",
    "requests memory",
    "requests start",
    "compile",
];

/// The section.
pub fn section(lines: &[Line]) -> Section {
    let mut items = Vec::new();
    for limit in limits(lines).iter().filter(|it| !it.kept()) {
        let (value, most) = limit.figures();
        let what = format!("**{}: {value}**, where {most} is the limit.", limit.name);
        items.push(with_reason(what, &limit.name));
    }
    for name in CONTESTS {
        if let Some(table) = Table::of(name, lines) {
            items.extend(behind(name, &table));
        }
    }
    let blocks = if items.is_empty() {
        vec![Block::Text("Nothing that is measured here.".to_owned())]
    } else {
        vec![Block::List(items)]
    };
    Section {
        title: "What isle loses, and why".to_owned(),
        blocks,
    }
}

/// The columns of a table in which another row has less than isle's.
fn behind(name: &str, table: &Table) -> Vec<String> {
    let Some(isle) = table.rows.iter().position(|it| it == "isle") else {
        return Vec::new();
    };
    let mut items = Vec::new();
    for (column, title) in table.columns.iter().enumerate() {
        let Some(ours) = table.cell(isle, column) else {
            continue;
        };
        let others = (0..table.rows.len()).filter(|row| !is_no_competitor(&table.rows[*row]));
        let best = others
            .filter_map(|row| Some((row, table.cell(row, column)?)))
            .filter(|(_, cell)| cell.value < ours.value)
            .min_by(|one, other| one.1.value.total_cmp(&other.1.value));
        if let Some((row, best)) = best {
            let [ours, best] = [ours, best].map(|it| format::value(it.value, it.unit));
            let what = format!(
                "{}, {title}: {ours}, where {} has {best}.",
                name.replace("cpu", "CPU time"),
                table.rows[row]
            );
            items.push(with_reason(what, name));
        }
    }
    items
}

/// The reference and what it serves are the measure, not an engine; a page with routes is compared with its like.
fn is_no_competitor(row: &str) -> bool {
    row.starts_with("isle") || row.contains("reference") || row.ends_with("-routed")
}

fn with_reason(what: String, name: &str) -> String {
    let why = WHY.iter().find(|(start, _)| name.starts_with(start));
    why.map_or(what.clone(), |(_, why)| format!("{what} {why}"))
}

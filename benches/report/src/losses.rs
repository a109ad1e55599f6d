//! What isle loses: limits that it misses, and figures in which another is ahead of it; and why.

use figures::Line;

use crate::document::{Block, Section};
use crate::format;
use crate::sections::limits;
use crate::table::Table;

/// What is said where a limit is missed, or a table has isle behind, whose name begins so.
const WHY: [(&str, &str); 12] = [
    (
        "isle to the reference",
        "Each value that isle prints makes sure of its room, and URLs are searched for a scheme that runs scripts; the \
         reference makes room once a block, and trusts its URLs.",
    ),
    (
        "isle to the fastest other engine",
        "Each value that isle prints makes sure of its room, and URLs are searched for a scheme that runs scripts.",
    ),
    (
        "server CPU of isle to axum, reference",
        "isle checks the request's host, and sends a policy for scripts and further headers, which the bare handler \
         doesn't; the row with isle's headers is a handler that sends the same.",
    ),
    (
        "server CPU of isle to axum, maud",
        "Most of a small page's request is the server's and the kernel's work, whatever prints it.",
    ),
    (
        "requests CPU time",
        "Most of a small page's request is the server's and the kernel's work, and isle's headers add to it.",
    ),
    (
        "a page of 1 kB to a handler",
        "isle checks the request's host and method, and keeps what a page may still ask for.",
    ),
    (
        "1,000 routes to 10",
        "More pages have more code and a larger table, which the processor's caches don't hold.",
    ),
    (
        "a table of 1,000",
        "Whether two routes answer the same requests is worked out by the compiler's interpreter.",
    ),
    (
        "isle to maud, constants",
        "Nearly all of it is the pages' own text, which is the same for all.",
    ),
    (
        "isle to maud",
        "isle checks the markup as HTML while it compiles, and prints values in place, where maud calls `String`.",
    ),
    (
        "compile",
        "isle checks the markup as HTML while it compiles, and prints values in place, where others call `String`.",
    ),
    (
        "requests memory",
        "The program has more code, of which pages stand in memory: its own server is in it, too.",
    ),
];

/// Differences below this part of a value are chance.
const CHANCE: f64 = 0.02;

/// Tables in which isle competes.
const CONTESTS: [&str; 5] = [
    "render time",
    "requests cpu",
    "requests memory",
    "requests start",
    "compile",
];

/// The section: what is lost for the same reason is one item.
pub fn section(lines: &[Line]) -> Section {
    let mut lost = Vec::new();
    for limit in limits(lines).iter().filter(|it| !it.kept()) {
        let (value, most) = limit.figures();
        let text = format!("**{}: {value}** (limit {most})", limit.name);
        lost.push((why(&limit.name), text));
    }
    for name in CONTESTS {
        if let Some(table) = Table::of(name, lines) {
            let named = name.replace("cpu", "CPU time");
            let behind = behind(&named, &table);
            lost.extend(behind.into_iter().map(|text| (why(&named), text)));
        }
    }
    let mut items: Vec<(Option<&str>, Vec<String>)> = Vec::new();
    for (why, text) in lost {
        match items.iter_mut().find(|it| it.0 == why && why.is_some()) {
            Some((_, texts)) => texts.push(text),
            None => items.push((why, vec![text])),
        }
    }
    let item = |(why, texts): (Option<&str>, Vec<String>)| {
        let reason = why.map_or(String::new(), |why| format!(" {why}"));
        format!("{}.{reason}", texts.join("; "))
    };
    let blocks = if items.is_empty() {
        vec![Block::Text("Nothing that is measured here.".to_owned())]
    } else {
        vec![Block::List(items.into_iter().map(item).collect())]
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
            .filter(|(_, cell)| cell.value < ours.value * (1.0 - CHANCE))
            .min_by(|one, other| one.1.value.total_cmp(&other.1.value));
        if let Some((row, best)) = best {
            let [ours, best] = [ours, best].map(|it| format::value(it.value, it.unit));
            let other = &table.rows[row];
            items.push(format!("{name}, {title}: {ours}, {other} {best}"));
        }
    }
    items
}

/// The reference and what it serves are the measure, not an engine; a page with routes is compared with its like.
fn is_no_competitor(row: &str) -> bool {
    row.starts_with("isle") || row.contains("reference") || row.ends_with("-routed")
}

fn why(name: &str) -> Option<&'static str> {
    let why = WHY.iter().find(|(start, _)| name.starts_with(start));
    why.map(|(_, why)| *why)
}

#[cfg(test)]
mod tests {
    use super::section;
    use crate::document::Block;
    use figures::Line;

    fn items(lines: &[Line]) -> Vec<String> {
        match section(lines).blocks.remove(0) {
            Block::List(items) => items,
            _ => Vec::new(),
        }
    }

    fn limit(name: &str, value: f64) -> Line {
        Line::Limit {
            name: name.to_owned(),
            value,
            most: 1.1,
            digits: 3,
        }
    }

    fn start(row: &str, value: f64) -> Line {
        Line::Figure {
            table: "requests start".to_owned(),
            row: row.to_owned(),
            column: "start".to_owned(),
            value,
            unit: "ms".to_owned(),
            ratio: None,
        }
    }

    #[test]
    fn missed_limits_are_lost_and_others_are_not() {
        let items = items(&[
            limit("isle to the reference, teams", 0.9),
            limit("isle to the reference, product", 1.2),
            limit("isle to the reference, comments", 1.3),
        ]);
        let [item] = &items[..] else {
            panic!("{items:?}")
        };
        assert!(item.contains("product: 1.200") && item.contains("comments: 1.300"));
        assert!(!item.contains("teams"));
    }

    #[test]
    fn another_who_needs_less_is_named_unless_it_is_the_measure_or_chance() {
        let isle = start("isle", 3.0);
        let named = items(&[isle.clone(), start("axum, maud", 2.0)]);
        assert_eq!(
            named,
            ["requests start, start: 3.00 ms, axum, maud 2.00 ms."]
        );
        assert!(items(&[isle.clone(), start("axum, reference", 2.0)]).is_empty());
        assert!(items(&[isle, start("axum, maud", 2.99)]).is_empty());
    }
}

//! The document as Markdown, without its plots.

use std::fmt::Write as _;

use crate::document::{Block, Document};
use crate::format;

/// The text.
pub fn text(document: &Document) -> String {
    let mut text = format!("# {}\n", document.title);
    for section in &document.sections {
        if !section.title.is_empty() {
            let _ = write!(text, "\n## {}\n", section.title);
        }
        for block in &section.blocks {
            text.push('\n');
            write(block, &mut text);
        }
    }
    // A plot leaves an empty line behind.
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text
}

fn write(block: &Block, text: &mut String) {
    match block {
        Block::Text(it) => *text += &format!("{it}\n"),
        Block::List(items) => items.iter().for_each(|it| *text += &format!("- {it}\n")),
        Block::Plot { .. } => {}
        Block::Limits(limits) => {
            *text += "| limit | measured | at most | |\n|---|--:|--:|---|\n";
            for limit in limits {
                let (value, most) = limit.figures();
                let verdict = if limit.kept() { "ok" } else { "**missed**" };
                *text += &format!("| {} | {value} | {most} | {verdict} |\n", limit.name);
            }
        }
        Block::Table { title, table } => {
            *text += &format!("| {title} | {} |\n", table.columns.join(" | "));
            *text += &format!("|---|{}\n", "--:|".repeat(table.columns.len()));
            for (row, name) in table.rows.iter().enumerate() {
                let cells = (0..table.columns.len()).map(|column| {
                    let (value, ratio) = format::cell(table.cell(row, column));
                    ratio.map_or(value.clone(), |ratio| format!("{value} · {ratio}"))
                });
                let name = if name.starts_with("isle") {
                    format!("**{name}**")
                } else {
                    name.clone()
                };
                *text += &format!("| {name} | {} |\n", cells.collect::<Vec<_>>().join(" | "));
            }
        }
    }
}

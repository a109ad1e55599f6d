//! The document as a page: one file, which needs nothing else.

use crate::document::{Block, Document};
use crate::format;
use crate::plot::escaped;

/// The page.
pub fn page(document: &Document) -> String {
    let mut body = String::new();
    for (index, section) in document.sections.iter().enumerate() {
        let head = match section.title.as_str() {
            "" => String::new(),
            title => format!("<h2>{}</h2>", escaped(title)),
        };
        body += &format!("<section id='part-{index}'>{head}");
        section
            .blocks
            .iter()
            .for_each(|block| write(block, &mut body));
        body += "</section>\n";
    }
    let links: String = document
        .sections
        .iter()
        .enumerate()
        .filter(|(_, section)| !section.title.is_empty())
        .map(|(index, section)| format!("<a href='#part-{index}'>{}</a> ", escaped(&section.title)))
        .collect();
    format!(
        "<!DOCTYPE html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n\
         <meta name='viewport' content='width=device-width, initial-scale=1'>\n<title>{0}</title>\n\
         <style>\n{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n<nav>{links}</nav>\n{body}</body>\n</html>\n",
        escaped(document.title),
        include_str!("style.css")
    )
}

fn write(block: &Block, body: &mut String) {
    match block {
        Block::Text(it) => *body += &format!("<p>{}</p>\n", marked(it)),
        Block::List(items) => {
            let items: String = items
                .iter()
                .map(|it| format!("<li>{}</li>", marked(it)))
                .collect();
            *body += &format!("<ul>{items}</ul>\n");
        }
        Block::Plot { title, svg } => {
            *body += &format!(
                "<figure><figcaption>{}</figcaption>{svg}</figure>\n",
                marked(title)
            );
        }
        Block::Limits(limits) => {
            let rows: String = limits
                .iter()
                .map(|limit| {
                    let (value, most) = limit.figures();
                    let (class, verdict) = if limit.kept() { ("ok", "ok") } else { ("missed", "missed") };
                    format!(
                        "<tr><th scope='row'>{}</th><td>{value}</td><td>{most}</td><td class='{class}'>{verdict}</td></tr>",
                        escaped(&limit.name)
                    )
                })
                .collect();
            *body += &format!(
                "<div class='wide' tabindex='0'><table class='limits'><thead><tr><th>limit</th><th>measured</th>\
                 <th>at most</th><th></th></tr></thead><tbody>{rows}</tbody></table></div>\n"
            );
        }
        Block::Table { title, table } => {
            let heads: String = table
                .columns
                .iter()
                .map(|it| format!("<th scope='col'>{}</th>", escaped(it)))
                .collect();
            let mut rows = String::new();
            for (row, name) in table.rows.iter().enumerate() {
                let class = if name.starts_with("isle") {
                    " class='isle'"
                } else {
                    ""
                };
                rows += &format!("<tr{class}><th scope='row'>{}</th>", escaped(name));
                for column in 0..table.columns.len() {
                    let (value, ratio) = format::cell(table.cell(row, column));
                    let ratio = ratio.map_or(String::new(), |it| format!(" <small>{it}</small>"));
                    rows += &format!("<td>{value}{ratio}</td>");
                }
                rows += "</tr>";
            }
            *body += &format!(
                "<div class='wide' tabindex='0'><table><thead><tr><th>{}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>\n",
                marked(title)
            );
        }
    }
}

/// Text with `code` and **words that stand out**.
fn marked(text: &str) -> String {
    let mut html = String::new();
    for (index, part) in escaped(text).split("**").enumerate() {
        let (open, close) = if index % 2 == 1 {
            ("<b>", "</b>")
        } else {
            ("", "")
        };
        html += &format!("{open}{part}{close}");
    }
    let mut marked = String::new();
    for (index, part) in html.split('`').enumerate() {
        let (open, close) = if index % 2 == 1 {
            ("<code>", "</code>")
        } else {
            ("", "")
        };
        marked += &format!("{open}{part}{close}");
    }
    marked
}

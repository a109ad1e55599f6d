//! Attributes: what stands in a tag.

use super::lower::Lowering;
use super::operation::Operation;
use isle_syntax::markup::tree::{Attribute, Code, Name, Sort, Value};

/// Lowers a tag's attributes; `set:html` and `set:text` come back as the element's content.
pub(super) fn lower<'t>(
    attributes: &'t [Attribute],
    lowering: &mut Lowering<'_>,
) -> Option<(&'static str, &'t Code)> {
    let mut content = None;
    for attribute in attributes {
        match attribute {
            Attribute::Plain { name, value, sort } => plain(name, value, *sort, lowering),
            Attribute::Spread(code) => {
                lowering.check(code);
                lowering.push(Operation::Spread {
                    code: code.clone(),
                    written: attributes.iter().filter_map(written).collect(),
                });
            }
            Attribute::ClassList { base, items, .. } => {
                let mut open = String::from(" class=\"");
                if let Some(base) = base {
                    super::escape::value(&base.value, &mut open);
                }
                items.iter().for_each(|item| lowering.check(item));
                lowering.push(Operation::Classes {
                    open,
                    items: items.clone(),
                });
            }
            Attribute::Style { items, .. } => {
                for (property, value) in items {
                    property.iter().for_each(|code| lowering.check(code));
                    lowering.check(value);
                }
                lowering.push(Operation::Styles {
                    items: items.clone(),
                });
            }
            Attribute::SetHtml(code) => content = Some(("html", code)),
            Attribute::SetText(code) => content = Some(("text", code)),
        }
    }
    content
}

/// The name of an attribute that the tag writes out: it wins over one that is spread.
fn written(attribute: &Attribute) -> Option<String> {
    match attribute {
        Attribute::Plain { name, .. } => Some(name.text.clone()),
        Attribute::ClassList { .. } => Some("class".to_owned()),
        Attribute::Style { .. } => Some("style".to_owned()),
        Attribute::Spread(_) | Attribute::SetHtml(_) | Attribute::SetText(_) => None,
    }
}

fn plain(name: &Name, value: &Value, sort: Sort, lowering: &mut Lowering<'_>) {
    let name = name.text.as_str();
    match value {
        Value::Bare => {
            lowering.raw(" ");
            lowering.raw(name);
        }
        Value::Text(text) => {
            lowering.raw(" ");
            lowering.raw(name);
            lowering.raw("=\"");
            lowering.value(&text.value);
            lowering.raw("\"");
        }
        Value::Code(code) => {
            let method = match sort {
                Sort::Text => "attr",
                Sort::TrueFalse => "truth",
                Sort::Url => "url",
                Sort::ImageUrl => "image_url",
                Sort::UrlList => "url_list",
                Sort::Json => "json_value",
                Sort::Boolean => return lowering.flag("flag", format!(" {name}"), code),
                Sort::BooleanOrText => return lowering.flag("flag_or", format!(" {name}"), code),
            };
            lowering.print(method, Some(format!(" {name}=\"")), code);
        }
    }
}

//! What is wrong with a tag's attributes.

use crate::diagnostic::Diagnostic;
use crate::markup::parse::{Parser, Raw};
use crate::markup::tree::{Name, Sort, Value};

/// When an island becomes alive.
const CLIENT: [&str; 6] = ["load", "idle", "visible", "media", "event", "only"];

impl Parser {
    /// A component's directive.
    pub(in crate::markup) fn check_client(&mut self, name: &Name, value: &Value) {
        let known = name
            .text
            .strip_prefix("client:")
            .is_some_and(|word| CLIENT.contains(&word));
        if !known {
            let mistake = Diagnostic::between(
                name.start,
                name.end,
                format!("there is no directive `{}`", name.text),
            );
            let all = CLIENT.map(|word| format!("`client:{word}`")).join(", ");
            self.diagnostics
                .push(mistake.help(format!("an island takes {all}")));
        } else if name.text == "client:media" && matches!(value, Value::Bare) {
            let mistake =
                Diagnostic::between(name.start, name.end, "`client:media` needs a media query");
            self.diagnostics
                .push(mistake.help("write `client:media=\"(min-width: 40em)\"`"));
        }
    }

    /// The names in an element's tag.
    pub(in crate::markup) fn check_attributes(&mut self, _element: &Name, raw: &[Raw]) {
        for (at, raw_) in raw.iter().enumerate() {
            let Raw::Named(name, _) = raw_ else { continue };
            let twin = raw[..at].iter().find_map(|other| match other {
                Raw::Named(other, _) if other.text == name.text => Some(other),
                _ => None,
            });
            if let Some(first) = twin {
                let message = format!("`{}` stands twice in this tag", name.text);
                self.diagnostics.push(
                    Diagnostic::between(first.start, name.end, message).help("remove one of them"),
                );
            }
        }
    }

    /// A value against its place.
    pub(in crate::markup) fn check_value(
        &mut self,
        _element: &Name,
        name: &Name,
        sort: Sort,
        value: Value,
    ) -> Option<Value> {
        if let (Sort::Boolean, Value::Text(text)) = (sort, &value) {
            let message = format!("`{}` is either there or not: it takes no text", name.text);
            let help = format!("write `{0}`, or `{0}={{condition}}`", name.text);
            self.diagnostics
                .push(Diagnostic::between(name.start, text.end, message).help(help));
            return Some(Value::Bare);
        }
        if let (true, Value::Code(_)) =
            (name.text.starts_with("on") || name.text == "srcdoc", &value)
        {
            let message = format!(
                "a value can't be escaped safely in `{}`, whose text is code",
                name.text
            );
            let help = "put the value into a `data-…` attribute, and read it in the code";
            self.diagnostics
                .push(Diagnostic::between(name.start, name.end, message).help(help));
            return None;
        }
        Some(value)
    }
}

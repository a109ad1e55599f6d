//! What is wrong with an attribute's value: texts that it doesn't take, values where no escaping is safe.

use crate::diagnostic::Diagnostic;
use crate::markup::nearest::nearest;
use crate::markup::parse::Parser;
use crate::markup::table::{self, Facts, Runs};
use crate::markup::tree::{Name, Sort, Value};

/// How many words an error lists.
const MOST_LISTED: usize = 24;

impl Parser {
    /// A value against its place; `None` if it can't be printed there.
    pub(in crate::markup) fn check_value(
        &mut self,
        name: &Name,
        sort: Sort,
        value: Value,
    ) -> Option<Value> {
        match (sort, &value) {
            (Sort::Boolean, Value::Text(text)) => {
                let message = format!("`{}` is either there or not: it takes no text", name.text);
                let help = format!("write `{0}`, or `{0}={{condition}}`", name.text);
                self.diagnostics
                    .push(Diagnostic::between(name.start, text.end, message).help(help));
                return Some(Value::Bare);
            }
            (Sort::Json, _) | (_, Value::Bare | Value::Text(_)) => {}
            (_, Value::Code(_)) => {
                if let Some(help) = code_help(&name.text) {
                    let message = format!(
                        "a value can't be escaped safely in `{}`: its text is code",
                        name.text
                    );
                    self.diagnostics.push(name.mistake(message).help(help));
                    return None;
                }
            }
        }
        Some(value)
    }
}

/// What to write instead of a value in an attribute whose text is code; `None` where it is not.
fn code_help(attribute: &str) -> Option<String> {
    let lower = attribute.to_ascii_lowercase();
    let bound = [":", "v-bind:", "x-bind:"]
        .iter()
        .find_map(|begin| lower.strip_prefix(begin));
    let help = match (table::runs(attribute), lower.as_str()) {
        (_, "style") => {
            "write the declarations as pairs: `style={[(\"color\", value)]}`".to_owned()
        }
        (Runs::Nothing, _) => return None,
        (Runs::Expression, _) => format!("write `{attribute}={{json(&value)}}`: JSON runs nothing"),
        (_, "srcdoc") => "let the `<iframe>` load a page of its own: `src={…}`".to_owned(),
        (_, "v-html" | "x-html") => {
            "write `{value}` between the tags, or `set:html={…}` for markup".to_owned()
        }
        (_, "hx-trigger" | "data-hx-trigger") => {
            "write the trigger as a text: `hx-trigger=\"every 2s\"`".to_owned()
        }
        _ => match bound {
            Some(name) if !name.is_empty() && table::runs(name) == Runs::Nothing => {
                format!("write `{name}={{value}}`: the server checks it")
            }
            _ => {
                "put the value into a `data-…` attribute, and let the code read it there".to_owned()
            }
        },
    };
    Some(help)
}

/// What is wrong with an attribute's text: a character reference that there is not, a word that it doesn't take.
pub(super) fn text(
    facts: &Facts<'_>,
    element: &str,
    name: &Name,
    value: &Value,
) -> Option<Diagnostic> {
    let Value::Text(text) = value else {
        return None;
    };
    if let Some(mistake) = table::first_mistaken(&text.value) {
        let diagnostic = Diagnostic::between(text.start, text.end, mistake.message());
        return Some(diagnostic.help(mistake.help()));
    }
    let (several, words) = facts.words(&name.text)?;
    let mut written = match several {
        true => text.value.split_ascii_whitespace().collect(),
        false => vec![text.value.as_str()],
    };
    // Anything may be the name of a tab or frame, unless it begins with an underscore.
    let frame = name.text.ends_with("target");
    written.retain(|word| {
        let known = words.iter().any(|known| match known.strip_suffix('*') {
            Some(begin) => word.starts_with(begin),
            None => known.eq_ignore_ascii_case(word),
        });
        !(known || word.contains('&') || frame && !word.starts_with('_'))
    });
    let word = written.first()?;
    let attribute = &name.text;
    let message = match word.is_empty() {
        true => format!("`{attribute}` of `<{element}>` needs a value"),
        false => format!("`{attribute}` of `<{element}>` has no value `{word}`"),
    };
    let named = words.iter().copied().filter(|word| !word.is_empty());
    let help = match nearest(word, named) {
        Some(near) => format!("did you mean `{near}`?"),
        None if frame => format!("write {}, or a name without `_` in front", listed(words)),
        None if words.len() <= MOST_LISTED => format!("it takes {}", listed(words)),
        None => "it takes only the words that the standard names".to_owned(),
    };
    let unchecked = format!("`attr:{attribute}=\"{}\"` is printed unchecked", text.value);
    let mistake = Diagnostic::between(text.start, text.end, message);
    Some(mistake.help(format!("{help} ({unchecked})")))
}

/// `a`, `b` or `c`
fn listed(words: &[&str]) -> String {
    let words: Vec<_> = words
        .iter()
        .filter(|word| !word.is_empty())
        .map(|word| format!("`{word}`"))
        .collect();
    match words.as_slice() {
        [some @ .., last] if !some.is_empty() => format!("{} or {last}", some.join(", ")),
        all => all.concat(),
    }
}

//! What is wrong with the names in a tag. This is asked while the tag is read, when `attr:` still shows.

use crate::diagnostic::Diagnostic;
use crate::markup::nearest::distance;
use crate::markup::parse::{Parser, Raw};
use crate::markup::table::{self, Facts, Known};
use crate::markup::tree::{Name, Value};

/// What comes before the `:` of a directive of ours, or of Astro's.
const DIRECTIVES: [&str; 8] = [
    "attr",
    "class",
    "client",
    "define",
    "is",
    "server",
    "set",
    "transition",
];

impl Parser {
    /// The names in an element's tag.
    pub(in crate::markup) fn check_attributes(
        &mut self,
        facts: &Facts<'_>,
        element: &str,
        attributes: &[Raw],
    ) {
        for (index, raw) in attributes.iter().enumerate() {
            let Raw::Named(name, value) = raw else {
                continue;
            };
            let before = attributes[..index].iter().filter_map(|raw| match raw {
                Raw::Named(name, value) => Some((name, value)),
                Raw::Spread(..) | Raw::Mistaken(_) => None,
            });
            let mistake = twin(before, name, value)
                .or_else(|| self.directive(element, name))
                .or_else(|| unknown(facts, element, name))
                .or_else(|| super::value::text(facts, element, name, value));
            self.diagnostics.extend(mistake);
        }
        self.meta_refresh(element, attributes);
        self.animation(element, attributes);
    }

    /// A name with a `:` that is no framework's.
    pub(in crate::markup) fn directive(&self, element: &str, name: &Name) -> Option<Diagnostic> {
        let (prefix, word) = name
            .text
            .split_once(':')
            .filter(|(prefix, _)| !prefix.is_empty())?;
        let help = match (prefix, word) {
            ("attr", "") => "write the attribute's name behind it: `attr:name`".to_owned(),
            ("attr", _) | ("class", "list") | ("set", "html" | "text") => return None,
            ("is", "inline") if matches!(element, "script" | "style" | "slot") => return None,
            ("class", word) => format!("write `class:list={{[(\"{word}\", condition)]}}`"),
            ("set", _) => "there are `set:html={…}` and `set:text={…}`".to_owned(),
            ("client", _) => "a component that is an island takes it; an element is there from the start".to_owned(),
            ("define", _) => "in a `<script>` write `{json(&value)}`; for CSS set a custom property: `style={[(\"--name\", value)]}`".to_owned(),
            ("is", "raw") => "quote the text: a quoted text is printed as it is".to_owned(),
            ("is" | "server" | "transition", _) => format!("remove it, or write `attr:{}` if the browser is to see it", name.text),
            _ => {
                let near = DIRECTIVES.iter().find(|known| distance(prefix, known) == 1)?;
                if XML.contains(&prefix) {
                    return None;
                }
                format!("did you mean `{near}:{word}`? (`attr:{}` is printed unchecked)", name.text)
            }
        };
        Some(
            name.mistake(format!(
                "there is no directive `{}` on an element",
                name.text
            ))
            .help(help),
        )
    }

    /// `<meta http-equiv="refresh" content={…}>` goes to whatever URL the value holds.
    fn meta_refresh(&mut self, element: &str, attributes: &[Raw]) {
        let refresh = find(attributes, "http-equiv").is_some_and(|(_, value)| match value {
            Value::Text(text) => text.value.trim().eq_ignore_ascii_case("refresh"),
            Value::Code(_) => true,
            Value::Bare => false,
        });
        if let Some((name, Value::Code(_))) = find(attributes, "content")
            && refresh
            && element == "meta"
        {
            let mistake = name.mistake(
                "a value can't be escaped safely here: this may send the browser to another page",
            );
            self.diagnostics
                .push(mistake.help("answer with `redirect(…)` instead"));
        }
    }

    /// `<animate attributeName="href" to={…}>` sets a URL that nothing checks.
    fn animation(&mut self, element: &str, attributes: &[Raw]) {
        if !matches!(element, "animate" | "set") {
            return;
        }
        let harmless = find(attributes, "attributeName").is_some_and(|(_, value)| match value {
            Value::Text(text) => !text.value.to_ascii_lowercase().ends_with("href"),
            _ => false,
        });
        for name in ["to", "from", "by", "values"] {
            if let Some((name, Value::Code(_))) = find(attributes, name)
                && !harmless
            {
                let mistake =
                    name.mistake("a value can't be checked here: it may become a link's URL");
                self.diagnostics.push(
                    mistake.help(
                        "write the name of another attribute as a text: `attributeName=\"r\"`",
                    ),
                );
            }
        }
    }
}

/// Prefixes of XML's, which SVG uses.
const XML: [&str; 3] = ["xlink", "xml", "xmlns"];

fn find<'r>(attributes: &'r [Raw], wanted: &str) -> Option<(&'r Name, &'r Value)> {
    attributes.iter().find_map(|raw| match raw {
        Raw::Named(name, value) if plain(&name.text) == wanted => Some((name, value)),
        _ => None,
    })
}

/// The name that is printed.
fn plain(name: &str) -> &str {
    name.strip_prefix("attr:").unwrap_or(name)
}

/// An attribute that stands in the tag already: a browser takes the first and drops the second.
fn twin<'r>(
    mut before: impl Iterator<Item = (&'r Name, &'r Value)>,
    name: &Name,
    value: &Value,
) -> Option<Diagnostic> {
    let written = plain(&name.text);
    let merged = |other: &Name, value: &Value, name: &Name, own: &Value| {
        let text = match (other.text.as_str(), name.text.as_str()) {
            ("class", "class:list") => value,
            ("class:list", "class") => own,
            _ => return None,
        };
        Some(matches!(text, Value::Text(_)))
    };
    before.find_map(|(other, others)| match merged(other, others, name, value) {
        Some(true) => None,
        Some(false) => {
            let mistake = name.mistake("beside `class:list`, `class` takes a text only");
            Some(mistake.help("put the value into the list"))
        }
        None if plain(&other.text).eq_ignore_ascii_case(written) => {
            let mistake = name.mistake(format!("`{written}` stands twice in this tag"));
            Some(mistake.help("remove one of them: a browser takes the first"))
        }
        None => None,
    })
}

fn unknown(facts: &Facts<'_>, element: &str, name: &Name) -> Option<Diagnostic> {
    let text = name.text.as_str();
    if table::is_foreign(text) {
        return None;
    }
    match facts.takes(text) {
        Known::Yes => None,
        Known::Obsolete => {
            let help = match text {
                "name" => "write `id`".to_owned(),
                "type" | "language" | "charset" => "leave it out".to_owned(),
                _ => format!("use CSS instead, or write `attr:{text}` to print it all the same"),
            };
            Some(
                name.mistake(format!("`{text}` is obsolete on `<{}>`", element))
                    .help(help),
            )
        }
        Known::No => {
            let mistake = name.mistake(format!("`<{}>` takes no attribute `{text}`", element));
            if text.starts_with("data_") {
                return Some(mistake.help(format!("did you mean `{}`?", text.replace('_', "-"))));
            }
            Some(mistake.help(match facts.nearest_attribute(text) {
                Some(near) => format!("did you mean `{near}`? (`attr:{text}` is printed unchecked)"),
                None => format!("write `data-{text}` for one of your own, or `attr:{text}` to print it unchecked"),
            }))
        }
    }
}

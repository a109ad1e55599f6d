//! Attributes whose values the browser runs: HTML's handlers, and what frameworks evaluate.
//!
//! Alpine: <https://alpinejs.dev/start-here>. Vue: <https://vuejs.org/api/built-in-directives>. htmx:
//! <https://htmx.org/reference/>. Datastar: <https://data-star.dev/reference/attributes>.

use crate::is_url_anywhere;

/// What becomes of an attribute's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runs {
    /// It is text, or a URL: escaped, it does no harm.
    Nothing,
    /// An expression is evaluated, and does no harm by its result: JSON is one that can be printed safely.
    Expression,
    /// Statements are run, or the result of an expression becomes markup, a URL or more attributes.
    Code,
}

/// What becomes of an attribute's value in the browser.
pub fn runs(attribute: &str) -> Runs {
    let lower = attribute.to_ascii_lowercase();
    // htmx takes its attributes as `data-…`, too.
    let name = match lower.strip_prefix("data-") {
        Some(name) if name.starts_with("hx-") => name,
        _ => &lower,
    };
    match name.as_bytes() {
        b"srcdoc" | b"_" => Runs::Code,
        [b'@' | b'#', ..] => Runs::Code,
        [b':' | b'.', ..] => bound(&name[1..]),
        [b'o', b'n', _, ..] if !name.contains('-') => Runs::Code,
        [b'x', b'-', ..] => alpine(&name[2..]),
        [b'v', b'-', ..] => vue(&name[2..]),
        [b'h', b'x', b'-', ..] => htmx(&name[3..]),
        // AngularJS.
        [b'n', b'g', b'-', ..] => Runs::Code,
        // Datastar: `data-on:click`, `data-class:hot`.
        [b'd', b'a', b't', b'a', b'-', ..] if name.contains(':') => Runs::Code,
        _ if ["wire:", "up-on-", "ic-on-"]
            .iter()
            .any(|begin| name.starts_with(begin)) =>
        {
            Runs::Code
        }
        _ => Runs::Nothing,
    }
}

/// Alpine's `x-…`.
fn alpine(directive: &str) -> Runs {
    let end = directive.find([':', '.']).unwrap_or(directive.len());
    let (word, argument) = directive.split_at(end);
    match (word, argument.strip_prefix(':')) {
        ("cloak" | "ignore" | "ref" | "teleport" | "transition", _) => Runs::Nothing,
        ("mask", None) => Runs::Nothing,
        ("data" | "if" | "show" | "text", None) => Runs::Expression,
        ("bind", Some(argument)) => bound(argument),
        _ => Runs::Code,
    }
}

/// Vue's `v-…`.
fn vue(directive: &str) -> Runs {
    let end = directive.find([':', '.']).unwrap_or(directive.len());
    let (word, argument) = directive.split_at(end);
    match (word, argument.strip_prefix(':')) {
        ("cloak" | "once" | "pre", _) => Runs::Nothing,
        ("else-if" | "if" | "show" | "text", None) => Runs::Expression,
        ("bind", Some(argument)) => bound(argument),
        _ => Runs::Code,
    }
}

/// An attribute that is bound to an expression: `:class`, `x-bind:class`, `v-bind:class`.
fn bound(argument: &str) -> Runs {
    let name = argument.split('.').next().unwrap_or_default();
    let becomes = [
        "",
        "data",
        "innerhtml",
        "is",
        "outerhtml",
        "srcdoc",
        "style",
    ];
    match name.starts_with("on") || becomes.contains(&name) || is_url_anywhere(name) {
        true => Runs::Code,
        false => Runs::Expression,
    }
}

/// htmx's `hx-…`.
fn htmx(word: &str) -> Runs {
    match word {
        // They are JSON, and run what stands behind `js:`.
        "vals" | "headers" | "request" => Runs::Expression,
        // Filters: `click[event.ctrlKey]`.
        "trigger" | "vars" => Runs::Code,
        _ if word.starts_with("on") => Runs::Code,
        _ => Runs::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::{Runs, runs};

    #[test]
    fn what_runs_and_what_does_not() {
        let code = "onclick ONCLICK onanything srcdoc _ @click @click.prevent x-on:click x-html x-init x-effect x-model \
            x-for x-id x-bind x-unknown x-mask:dynamic v-on:click v-html v-bind v-model v-for v-slot:a v-custom #item \
            hx-on hx-on:click hx-on--load hx-trigger hx-vars data-hx-on:click data-hx-trigger :href :src :onclick \
            :innerHTML .innerHTML x-bind:href x-bind:style v-bind:srcdoc v-bind:href.prop : ng-click wire:click \
            up-on-loaded data-on:click data-class:hot";
        let expression = "x-data x-show x-if x-text :class :disabled :aria-label x-bind:class v-bind:title.sync .value \
            v-if v-else-if v-show v-text hx-vals hx-headers hx-request data-hx-vals";
        let nothing = "class id title data-x data-on data-on-sale on-sale on x-cloak x-ref x-teleport x-mask x-transition \
            x-transition:enter.duration hx-get hx-post hx-target hx-swap hx-include hx-confirm data-hx-get v-cloak v-once \
            up-target xlink:href xml:lang aria-label style href open";
        for (names, kind) in [
            (code, Runs::Code),
            (expression, Runs::Expression),
            (nothing, Runs::Nothing),
        ] {
            for name in names.split_whitespace() {
                assert_eq!(runs(name), kind, "{name}");
            }
        }
    }
}

//! What components look for on the server and don't find, and what to do instead.

/// What browsers and Node have beside the language.
const ELSEWHERE: [&str; 24] = [
    "Buffer",
    "URL",
    "URLSearchParams",
    "addEventListener",
    "alert",
    "crypto",
    "document",
    "fetch",
    "history",
    "localStorage",
    "location",
    "matchMedia",
    "module",
    "navigator",
    "performance",
    "process",
    "removeEventListener",
    "requestAnimationFrame",
    "require",
    "self",
    "sessionStorage",
    "setInterval",
    "setTimeout",
    "window",
];

/// What to do without the name that this error says is not defined; nothing where it is a name of the component's own.
pub(super) fn advice(message: &str) -> Option<&'static str> {
    let name = message.strip_suffix(" is not defined")?.trim_matches('\'');
    if name == "Intl" {
        return Some(
            "format in Rust and give the text as a prop, or format in the browser, in an effect",
        );
    }
    ELSEWHERE.contains(&name).then_some(
        "components are rendered without it: use it in an effect, which runs in the browser, or give what comes of it as a prop",
    )
}

//! Made by `data/generate.js` on 2026-11-25: do not edit.
//!
//! From the HTML standard (<https://html.spec.whatwg.org/>) and WAI-ARIA, by way of the npm packages
//! aria-query 5.3.2, html-validate 10.17.0; `data/values.js` says what they lack.

/// An attribute's words: the elements (none: any), whether it takes several, and the words.
pub(super) type Words = (&'static [&'static str], bool, &'static [&'static str]);

/// Attributes that take certain words only.
#[rustfmt::skip]
pub(super) static VALUES: &[(&str, &[Words])] = &[
    ("aria-atomic", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-autocomplete", &[
        (&[], false, &[
            "inline", "list", "both", "none",
        ]),
    ]),
    ("aria-busy", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-checked", &[
        (&[], false, &[
            "true", "false", "mixed", "undefined",
        ]),
    ]),
    ("aria-current", &[
        (&[], false, &[
            "page", "step", "location", "date", "time", "true", "false",
        ]),
    ]),
    ("aria-disabled", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-dropeffect", &[
        (&[], true, &[
            "copy", "execute", "link", "move", "none", "popup",
        ]),
    ]),
    ("aria-expanded", &[
        (&[], false, &[
            "true", "false", "undefined",
        ]),
    ]),
    ("aria-grabbed", &[
        (&[], false, &[
            "true", "false", "undefined",
        ]),
    ]),
    ("aria-haspopup", &[
        (&[], false, &[
            "false", "true", "menu", "listbox", "tree", "grid", "dialog",
        ]),
    ]),
    ("aria-hidden", &[
        (&[], false, &[
            "true", "false", "undefined",
        ]),
    ]),
    ("aria-invalid", &[
        (&[], false, &[
            "grammar", "false", "spelling", "true",
        ]),
    ]),
    ("aria-live", &[
        (&[], false, &[
            "assertive", "off", "polite",
        ]),
    ]),
    ("aria-modal", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-multiline", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-multiselectable", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-orientation", &[
        (&[], false, &[
            "vertical", "undefined", "horizontal",
        ]),
    ]),
    ("aria-pressed", &[
        (&[], false, &[
            "true", "false", "mixed", "undefined",
        ]),
    ]),
    ("aria-readonly", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-relevant", &[
        (&[], true, &[
            "additions", "all", "removals", "text",
        ]),
    ]),
    ("aria-required", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("aria-selected", &[
        (&[], false, &[
            "true", "false", "undefined",
        ]),
    ]),
    ("aria-sort", &[
        (&[], false, &[
            "ascending", "descending", "none", "other",
        ]),
    ]),
    ("as", &[
        (&["link"], false, &[
            "audio", "audioworklet", "document", "embed", "fetch", "font", "frame", "iframe", "image", "manifest",
            "object", "paintworklet", "report", "script", "serviceworker", "sharedworker", "style", "track", "video",
            "webidentity", "worker", "xslt", "json", "speculationrules", "text",
        ]),
    ]),
    ("autocapitalize", &[
        (&[], false, &[
            "off", "none", "on", "sentences", "words", "characters",
        ]),
    ]),
    ("autocomplete", &[
        (&["form"], false, &[
            "on", "off",
        ]),
        (&["input", "select", "textarea"], true, &[
            "on", "off", "section-*", "shipping", "billing", "home", "work", "mobile", "fax", "pager", "webauthn", "name",
            "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix", "nickname",
            "organization-title", "username", "new-password", "current-password", "one-time-code", "organization",
            "street-address", "address-line1", "address-line2", "address-line3", "address-level4", "address-level3",
            "address-level2", "address-level1", "country", "country-name", "postal-code", "cc-name", "cc-given-name",
            "cc-additional-name", "cc-family-name", "cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc",
            "cc-type", "transaction-currency", "transaction-amount", "language", "bday", "bday-day", "bday-month",
            "bday-year", "sex", "url", "photo", "tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local",
            "tel-local-prefix", "tel-local-suffix", "tel-extension", "email", "impp",
        ]),
    ]),
    ("autocorrect", &[
        (&[], false, &[
            "", "on", "off",
        ]),
    ]),
    ("blocking", &[
        (&["link", "script", "style"], true, &[
            "render",
        ]),
    ]),
    ("capture", &[
        (&["input"], false, &[
            "", "environment", "user",
        ]),
    ]),
    ("charset", &[
        (&["meta"], false, &[
            "utf-8",
        ]),
    ]),
    ("closedby", &[
        (&["dialog"], false, &[
            "any", "closerequest", "none",
        ]),
    ]),
    ("colorspace", &[
        (&["input"], false, &[
            "limited-srgb", "display-p3",
        ]),
    ]),
    ("command", &[
        (&["button"], false, &[
            "toggle-popover", "show-popover", "hide-popover", "close", "request-close", "show-modal", "--*",
        ]),
    ]),
    ("contenteditable", &[
        (&[], false, &[
            "", "true", "false", "plaintext-only",
        ]),
    ]),
    ("controlslist", &[
        (&["audio", "video"], true, &[
            "nodownload", "nofullscreen", "noplaybackrate", "noremoteplayback",
        ]),
    ]),
    ("crossorigin", &[
        (&["audio", "img", "link", "script", "video"], false, &[
            "", "anonymous", "use-credentials",
        ]),
    ]),
    ("decoding", &[
        (&["img"], false, &[
            "sync", "async", "auto",
        ]),
    ]),
    ("dir", &[
        (&[], false, &[
            "ltr", "rtl", "auto",
        ]),
        (&["math"], false, &[
            "ltr", "rtl",
        ]),
    ]),
    ("display", &[
        (&["math"], false, &[
            "block", "inline",
        ]),
    ]),
    ("draggable", &[
        (&[], false, &[
            "true", "false",
        ]),
    ]),
    ("enctype", &[
        (&["form"], false, &[
            "application/x-www-form-urlencoded", "multipart/form-data", "text/plain",
        ]),
    ]),
    ("enterkeyhint", &[
        (&[], false, &[
            "enter", "done", "go", "next", "previous", "search", "send",
        ]),
    ]),
    ("fetchpriority", &[
        (&["img", "link", "script"], false, &[
            "high", "low", "auto",
        ]),
    ]),
    ("formenctype", &[
        (&["button", "input"], false, &[
            "application/x-www-form-urlencoded", "multipart/form-data", "text/plain",
        ]),
    ]),
    ("formmethod", &[
        (&["button", "input"], false, &[
            "get", "post", "dialog",
        ]),
    ]),
    ("formtarget", &[
        (&["button", "input"], false, &[
            "_blank", "_self", "_parent", "_top", "_unfencedTop",
        ]),
    ]),
    ("hidden", &[
        (&[], false, &[
            "", "hidden", "until-found",
        ]),
    ]),
    ("http-equiv", &[
        (&["meta"], false, &[
            "content-type", "default-style", "refresh", "x-ua-compatible", "content-security-policy", "accept-ch",
            "delegate-ch", "origin-trial",
        ]),
    ]),
    ("inputmode", &[
        (&[], false, &[
            "none", "text", "decimal", "numeric", "tel", "search", "email", "url",
        ]),
    ]),
    ("kind", &[
        (&["track"], false, &[
            "subtitles", "captions", "descriptions", "chapters", "metadata",
        ]),
    ]),
    ("loading", &[
        (&["iframe", "img"], false, &[
            "eager", "lazy",
        ]),
    ]),
    ("method", &[
        (&["form"], false, &[
            "get", "post", "dialog",
        ]),
    ]),
    ("popover", &[
        (&[], false, &[
            "", "auto", "hint", "manual",
        ]),
    ]),
    ("popovertargetaction", &[
        (&["button", "input"], false, &[
            "toggle", "show", "hide",
        ]),
    ]),
    ("preload", &[
        (&["audio", "video"], false, &[
            "", "none", "metadata", "auto",
        ]),
    ]),
    ("referrerpolicy", &[
        (&["a", "area", "iframe", "img", "link", "script"], false, &[
            "", "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
            "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url",
        ]),
    ]),
    ("role", &[
        (&[], true, &[
            "alert", "alertdialog", "application", "article", "banner", "blockquote", "button", "caption", "cell",
            "checkbox", "code", "columnheader", "combobox", "complementary", "contentinfo", "definition", "deletion",
            "dialog", "directory", "document", "emphasis", "feed", "figure", "form", "generic", "grid", "gridcell",
            "group", "heading", "img", "insertion", "link", "list", "listbox", "listitem", "log", "main", "mark",
            "marquee", "math", "menu", "menubar", "menuitem", "menuitemcheckbox", "menuitemradio", "meter", "navigation",
            "none", "note", "option", "paragraph", "presentation", "progressbar", "radio", "radiogroup", "region", "row",
            "rowgroup", "rowheader", "scrollbar", "search", "searchbox", "separator", "slider", "spinbutton", "status",
            "strong", "subscript", "superscript", "switch", "tab", "table", "tablist", "tabpanel", "term", "textbox",
            "time", "timer", "toolbar", "tooltip", "tree", "treegrid", "treeitem", "doc-abstract", "doc-acknowledgments",
            "doc-afterword", "doc-appendix", "doc-backlink", "doc-biblioentry", "doc-bibliography", "doc-biblioref",
            "doc-chapter", "doc-colophon", "doc-conclusion", "doc-cover", "doc-credit", "doc-credits", "doc-dedication",
            "doc-endnote", "doc-endnotes", "doc-epigraph", "doc-epilogue", "doc-errata", "doc-example", "doc-footnote",
            "doc-foreword", "doc-glossary", "doc-glossref", "doc-index", "doc-introduction", "doc-noteref", "doc-notice",
            "doc-pagebreak", "doc-pagefooter", "doc-pageheader", "doc-pagelist", "doc-part", "doc-preface", "doc-prologue",
            "doc-pullquote", "doc-qna", "doc-subtitle", "doc-tip", "doc-toc", "graphics-document", "graphics-object",
            "graphics-symbol", "comment", "image", "sectionfooter", "sectionheader", "suggestion",
        ]),
    ]),
    ("sandbox", &[
        (&["iframe"], true, &[
            "allow-downloads", "allow-forms", "allow-modals", "allow-orientation-lock", "allow-pointer-lock",
            "allow-popups", "allow-popups-to-escape-sandbox", "allow-presentation", "allow-same-origin", "allow-scripts",
            "allow-storage-access-by-user-activation", "allow-top-navigation", "allow-top-navigation-by-user-activation",
            "allow-top-navigation-to-custom-protocols",
        ]),
    ]),
    ("scope", &[
        (&["th"], false, &[
            "row", "col", "rowgroup", "colgroup",
        ]),
    ]),
    ("shadowrootmode", &[
        (&["template"], false, &[
            "open", "closed",
        ]),
    ]),
    ("shape", &[
        (&["area"], false, &[
            "rect", "circle", "poly", "default",
        ]),
    ]),
    ("spellcheck", &[
        (&[], false, &[
            "", "true", "false",
        ]),
    ]),
    ("target", &[
        (&["a", "area", "base", "form"], false, &[
            "_blank", "_self", "_parent", "_top", "_unfencedTop",
        ]),
    ]),
    ("translate", &[
        (&[], false, &[
            "", "yes", "no",
        ]),
    ]),
    ("type", &[
        (&["button"], false, &[
            "submit", "reset", "button",
        ]),
        (&["input"], false, &[
            "button", "checkbox", "color", "date", "datetime-local", "email", "file", "hidden", "image", "month", "number",
            "password", "radio", "range", "reset", "search", "submit", "tel", "text", "time", "url", "week",
        ]),
        (&["ol"], false, &[
            "a", "A", "i", "I", "1",
        ]),
    ]),
    ("virtualkeyboardpolicy", &[
        (&[], false, &[
            "", "auto", "manual",
        ]),
    ]),
    ("wrap", &[
        (&["textarea"], false, &[
            "hard", "soft",
        ]),
    ]),
    ("writingsuggestions", &[
        (&[], false, &[
            "", "true", "false",
        ]),
    ]),
];

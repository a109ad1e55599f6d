//! Values that look like markup, code or URLs: what visitors type who mean harm, or who mean none.

use std::sync::LazyLock;

use crate::conformance::{Conformance, say};

/// Cases written here: each character that means something to HTML, each way out of each place.
const WRITTEN: &[&str] = &[
    "plain",
    " ",
    "  two  spaces  ",
    "\n",
    "\nfirst line",
    "\r\nfirst line",
    "\rfirst line",
    "\n\n",
    "\t",
    "\0",
    "a\0b",
    "\u{1}\u{7f}\u{80}\u{9f}",
    "\u{feff}bom",
    "\u{202e}right to left",
    "\u{2028}\u{2029}",
    "\u{fffd}\u{fffe}\u{10ffff}",
    "é — 𝄞 你好",
    "&",
    "&amp;",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "&#x3C;b",
    "&notin;",
    "&copy=1&lt=2",
    "<",
    ">",
    "\"",
    "'",
    "`",
    "=",
    "/",
    "<b>bold</b>",
    "<!--",
    "-->",
    "--!>",
    "<!-- --><b>",
    "<![CDATA[<b>]]>",
    "]]>",
    "<?php ?>",
    "<!DOCTYPE html>",
    "</p><p>",
    "</title><script>alert(1)</script>",
    "</textarea><b>",
    "</pre><b>",
    "</option><option>",
    "</select><b>",
    "</td></tr></table><b>",
    "</text></svg><b>",
    "</template><b>",
    "</noscript><b>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "</style><b>",
    "</body></html><b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "' onfocus='alert(1)' autofocus='",
    " onfocus=alert(1) autofocus ",
    "x onfocus=alert(1)",
    "\"><b>",
    "'><b>",
    "${alert(1)}",
    "{{alert(1)}}",
    "\\",
    "\\\"",
    "\\u003cb\\u003e",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\r\nscript:alert(1)",
    "javascript\t:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "\u{a0}javascript:alert(1)",
    "vbscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "data:image/png;base64,AAAA",
    "DATA:image/gif,x",
    "blob:https://site.example/x",
    "file:///etc/passwd",
    "x:y",
    "a1+-.:b",
    "1a:b",
    ":",
    "//site.example/x",
    "\\\\site.example\\x",
    "https://site.example/a?b=c&d=e#f",
    "HTTP://site.example",
    "https:x",
    "mailto:a@site.example?subject=<b>",
    "tel:+15550100",
    "/a/b c",
    "#blocked",
    "?a:b",
    "a/b:c",
    "x.png 1x, javascript:alert(1) 2x",
    "x.png 1x,javascript:alert(1)",
    "data:image/png;base64,AAAA 1x, /b 2x",
    "a,b",
    "red",
    "1px",
    "red;background:url(//site.example)",
    "url(javascript:alert(1))",
    "expression(alert(1))",
    "red}b{color:blue",
    "red/*",
    "\"red",
    "(red",
    "\\3c b",
    "red!important",
    "calc(1px + (2px * 3))",
    "undefined",
    "null",
    "NaN",
    "__proto__",
];

/// All of them: those of the public suites where they are there, and those written here.
///
/// # Panics
///
/// If the suites are missing and `CI` is `true`.
pub fn payloads() -> &'static [String] {
    static ALL: LazyLock<Vec<String>> = LazyLock::new(|| {
        let suites = Conformance::read("xss_payloads");
        let rows = suites.iter().flat_map(|suites| suites.rows("payloads"));
        let mut all: Vec<String> = rows
            .map(|row| row[0].as_str().expect("a payload is text").to_owned())
            .collect();
        let (suites, written) = (all.len(), WRITTEN.len());
        say(&format!(
            "payloads: {suites} of the suites, {written} written down"
        ));
        all.extend(WRITTEN.iter().map(|text| (*text).to_owned()));
        all
    });
    &ALL
}

//! The oracle's twin in a real browser: all payloads on one page, in every kind of place. None runs, and each is found
//! where it was put, as it was.
#![forbid(unsafe_code)]

use isle::html::json;
use isle::prelude::*;
use isle_tests::browser::Browser;
use isle_tests::payloads::payloads;
use serde_json::Value;

/// Notes what runs.
const HOOK: &str = r#"
    window.executed = [];
    for (const name of ["alert", "confirm", "prompt", "print"]) {
        window[name] = (...all) => { window.executed.push([name, ...all].map(String).join(" ")); };
    }
"#;

/// Compares what the page holds with the list of payloads.
const CHECK: &str = r##"
    const read = text => text.replace(/\r\n?/g, "\n").replace(/\0/g, "\ufffd");
    const check = () => {
        const wrong = [];
        const sections = document.querySelectorAll("body > section");
        sections.forEach((section, index) => {
            const payload = LIST[index], text = read(payload);
            const part = place => section.querySelector(`[data-place=${place}]`);
            const expect = (place, holds, found) => { if (!holds) wrong.push([place, payload, String(found)]); };
            const same = (place, found, wanted = text) => expect(place, found === wanted, found);
            expect("structure", section.querySelectorAll("*").length === 19, section.innerHTML);
            same("text", part("text").textContent);
            same("attribute", part("attribute").getAttribute("title"));
            expect("attributes", part("attribute").attributes.length === 2, part("attribute").outerHTML);
            same("textarea", part("textarea").value);
            same("option", part("option").textContent);
            same("pre", part("pre").textContent);
            same("svg", part("svg").textContent);
            expect("noscript", part("noscript").childElementCount === 0, part("noscript").innerHTML);
            same("template", part("template").content.querySelector("p").textContent);
            same("class", part("class").getAttribute("class"), "a " + text);
            same("json", JSON.parse(part("json").textContent), payload);
            same("props", JSON.parse(section.querySelector("isle-island").getAttribute("props")).value, payload);
            const link = part("link"), href = link.getAttribute("href");
            expect("href", href === text || href === "#blocked", href);
            const parsed = URL.canParse(link.href);
            expect("protocol", !parsed || ["http:", "https:", "mailto:", "tel:"].includes(link.protocol), link.href);
            for (const [place, property] of [["color", "color"], ["custom", "--x"], ["background", "background"]]) {
                const { style } = part(place);
                const names = [...style].filter(name => !name.startsWith(property));
                expect(place, names.join() === "top" && style.top === "1px", style.cssText);
                expect(place, !style.cssText.includes("url("), style.cssText);
            }
        });
        return { count: sections.length, wrong, executed: window.executed };
    };
    window.addEventListener("load", () => setTimeout(() => {
        document.getElementById("result").textContent = JSON.stringify(check());
    }, 2000));
"##;

#[island("islands/echo.js")]
fn Echo(value: &str) -> Html {
    html! { <b>"x"</b> }
}

#[page("/")]
fn all_cases() -> Html {
    html! { {for payload in payloads() { <Case payload={payload} /> }} }
}

#[component]
fn Case(payload: &str) -> Html {
    html! {
        <section>
            <p data-place="text">{payload}</p>
            <p data-place="attribute" title={payload}>"x"</p>
            <textarea data-place="textarea">{payload}</textarea>
            <select><option data-place="option">{payload}</option></select>
            <pre data-place="pre">{payload}</pre>
            <svg><text data-place="svg">{payload}</text></svg>
            <noscript data-place="noscript"><img alt={payload} src="data:,"></noscript>
            <template data-place="template"><p>{payload}</p></template>
            <p data-place="class" class:list={["a", payload]}>"x"</p>
            <script type="application/json" data-place="json">{json(&payload)}</script>
            <a data-place="link" href={payload}>"x"</a>
            <p><b data-place="color" style={[("color", payload), ("top", "1px")]}>"x"</b></p>
            <i data-place="custom" style={[("--x", payload), ("top", "1px")]}>"x"</i>
            <i data-place="background" style={[("background", payload), ("top", "1px")]}>"x"</i>
            <Echo value={payload} client:load />
        </section>
    }
}

fn page(cases: Html) -> String {
    let hook = Html::trusted(HOOK);
    let check = Html::trusted(CHECK);
    html! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8">
                <base href="https://site.example/dir/page">
                <title>"Payloads"</title>
                <script set:html={&hook} />
            </head>
            <body>{cases}<pre id="result"></pre></body>
        </html>
    }
    .to_string()
    .replace(
        "</body>",
        &format!("<script src=\"FOLDER/list.js\"></script><script>{check}</script></body>"),
    )
}

fn result(browser: &Browser, cases: Html) -> Value {
    let list = serde_json::to_string(payloads()).unwrap();
    let list = browser.file("list.js", &format!("const LIST = {list};"));
    let html = page(cases).replace("FOLDER/list.js", &format!("file://{}", list.display()));
    let page = browser.file("page.html", &html);
    serde_json::from_str(&browser.result(&page)).unwrap()
}

#[test]
fn no_payload_runs_and_each_is_found_as_it_was() {
    let Some(browser) = Browser::from_env("payloads") else {
        return;
    };
    let _: axum::Router = isle::router![all_cases];
    let result = result(&browser, all_cases());
    assert_eq!(result["executed"], Value::Array(Vec::new()));
    let wrong = result["wrong"].as_array().unwrap();
    assert!(
        wrong.is_empty(),
        "{} differences, such as {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(5)]
    );
    assert_eq!(result["count"], payloads().len());
    eprintln!(
        "browser: {} payloads in 15 places: none ran, none was changed",
        payloads().len()
    );
}

/// Otherwise the test above could not fail.
#[test]
fn what_is_not_escaped_runs() {
    let Some(browser) = Browser::from_env("control") else {
        return;
    };
    let raw = [
        "<script>alert(1)</script>",
        "<img src=x onerror=confirm(2)>",
        "<svg onload=prompt(3)></svg>",
    ];
    let cases = html! { {for raw in raw { <section>{Html::trusted(raw)}</section> }} };
    // The sections are not those that the check knows, so only what ran is of interest; it is noted before.
    let html = page(cases).replace(
        "const check = () => {",
        "const check = () => { return { executed: window.executed };",
    );
    let list = browser.file("list.js", "const LIST = [];");
    let html = html.replace("FOLDER/list.js", &format!("file://{}", list.display()));
    let result: Value =
        serde_json::from_str(&browser.result(&browser.file("page.html", &html))).unwrap();
    let mut executed: Vec<&str> = result["executed"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    executed.sort_unstable();
    assert_eq!(executed, ["alert 1", "confirm 2", "prompt 3"]);
}

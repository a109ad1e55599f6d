// What `client:…` waits for.

import assert from "node:assert/strict";
import { island, scenario, waiting } from "./harness/scenario.js";

const says = (site, ...names) => names.forEach((name) => site.island(`${name}.js`, `log("${name}");`));
const below = '<div style="height:5000px"></div>';

scenario("client:load mounts at once, with its props", async (visit) => {
    visit.site.island("a.js", "log(JSON.stringify([props, el.localName, signal.aborted]));");
    await visit.open(
        island("a.js", `props='{"n":1,"s":"&lt;&amp;"}' client:load`) + island("a.js", "client:load"),
    );
    await visit.until(async () => (await visit.log()).length === 2);
    // In no order: neither waits for the other.
    assert.deepEqual((await visit.log()).toSorted(), ['[{"n":1,"s":"<&"},"isle-island",false]', '[{},"isle-island",false]']);
});

scenario("client:only mounts at once, in the place of the fallback", async (visit) => {
    visit.site.island("a.js", 'log(el.textContent); el.textContent = "mounted";');
    await visit.open(island("a.js", "client:only", "Loading"));
    await visit.logs("Loading");
    assert.equal(await visit.run(() => document.body.textContent), "mounted");
});

waiting("client:idle waits for an idle browser, at most its timeout", async (visit) => {
    says(visit.site, "a");
    await visit.page.evaluateOnNewDocument(() => {
        globalThis.requestIdleCallback = (call, options) => (globalThis.idle = { call, options });
    });
    await visit.open(island("a.js", 'client:idle="500"'));
    await visit.until(() => visit.run(() => !!globalThis.idle));
    await visit.settle();
    assert.equal(visit.site.count("/_isle/a.js"), 0);
    assert.deepEqual(await visit.run(() => idle.options), { timeout: 500 });
    await visit.run(() => idle.call());
    await visit.logs("a");
});

scenario("client:idle mounts where the browser has no requestIdleCallback", async (visit) => {
    says(visit.site, "a");
    await visit.page.evaluateOnNewDocument(() => delete globalThis.requestIdleCallback);
    await visit.open(island("a.js", "client:idle"));
    await visit.logs("a");
});

waiting("client:visible waits until it is scrolled into view", async (visit) => {
    says(visit.site, "a", "b");
    await visit.open(island("a.js", "client:visible") + below + island("b.js", "client:visible"));
    await visit.logs("a");
    await visit.settle();
    assert.equal(visit.site.count("/_isle/b.js"), 0);
    await visit.run(() => scrollTo(0, 9999));
    await visit.logs("a", "b");
});

waiting("client:visible takes a margin", async (visit) => {
    says(visit.site, "near", "far");
    await visit.open(
        '<div style="height:calc(100vh + 100px)"></div>' +
            island("far.js", "client:visible") +
            island("near.js", 'client:visible="300px"'),
    );
    await visit.logs("near");
    await visit.settle();
    assert.deepEqual(await visit.log(), ["near"]);
});

waiting("client:visible sees an island of text, an empty one, and one around another", async (visit) => {
    says(visit.site, "text", "empty", "outer", "far");
    await visit.open(
        `<p>${island("text.js", "client:visible", "text")}</p>` +
            `<p>${island("empty.js", "client:visible", "")}</p>` +
            `<p>${island("outer.js", "client:visible", island("far.js", 'client:media="not all"'))}</p>` +
            below +
            island("far.js", "client:visible", island("far.js", "client:visible")),
    );
    await visit.until(async () => (await visit.log()).length === 3);
    await visit.settle();
    assert.deepEqual((await visit.log()).toSorted(), ["empty", "outer", "text"]);
});

waiting("client:media waits until its query matches", async (visit) => {
    says(visit.site, "narrow", "wide");
    await visit.page.setViewport({ width: 1000, height: 600 });
    await visit.open(
        island("narrow.js", 'client:media="(max-width: 500px)"') + island("wide.js", 'client:media="(min-width: 501px)"'),
    );
    await visit.logs("wide");
    await visit.settle();
    assert.equal(visit.site.count("/_isle/narrow.js"), 0);
    await visit.page.setViewport({ width: 400, height: 600 });
    await visit.logs("wide", "narrow");
});

waiting("two directives are awaited one after the other", async (visit) => {
    says(visit.site, "a");
    await visit.page.setViewport({ width: 1000, height: 600 });
    await visit.open(below + island("a.js", 'client:media="(max-width: 500px)" client:visible'));
    await visit.run(() => scrollTo(0, 9999));
    await visit.settle();
    assert.equal(visit.site.count("/_isle/a.js"), 0, "it is visible, and the query doesn't match");
    await visit.run(() => scrollTo(0, 0));
    await visit.page.setViewport({ width: 400, height: 600 });
    await visit.settle();
    assert.equal(visit.site.count("/_isle/a.js"), 0, "the query matches, and it isn't visible");
    await visit.run(() => scrollTo(0, 9999));
    await visit.logs("a");
});

waiting("a page without directives in sight asks for no island", async (visit) => {
    says(visit.site, "a");
    await visit.open(below + island("a.js", "client:visible"));
    await visit.settle();
    assert.deepEqual(
        visit.site.requests.filter((path) => path.startsWith("/_isle/")),
        ["/_isle/isle.js"],
    );
});

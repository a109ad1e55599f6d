// Islands in islands: parents first, and nobody waits in vain.

import assert from "node:assert/strict";
import { island, scenario, waiting } from "./harness/scenario.js";

const says = (site, ...names) => names.forEach((name) => site.island(`${name}.js`, `log("${name}");`));
const nested = (outer, inner = "client:load") => island("outer.js", outer, `<div>${island("inner.js", inner)}</div>`);

scenario("an island waits for the one around it, whose file comes later", async (visit) => {
    says(visit.site, "outer", "inner");
    const release = visit.site.delay("outer.js");
    visit.site.page("/", nested("client:load"));
    await visit.goto("/");
    await visit.until(() => visit.site.count("/_isle/inner.js") === 1);
    await visit.settle();
    assert.deepEqual(await visit.log(), []);
    release();
    await visit.logs("outer", "inner");
});

scenario("an island waits for an asynchronous mount around it", async (visit) => {
    visit.site.island("outer.js", 'await new Promise((resolve) => setTimeout(resolve, 100)); log("outer");');
    says(visit.site, "inner");
    await visit.open(nested("client:load"));
    await visit.logs("outer", "inner");
});

waiting("an island waits for one around it that waits for an idle browser", async (visit) => {
    says(visit.site, "outer", "inner");
    await visit.page.evaluateOnNewDocument(() => {
        globalThis.requestIdleCallback = (call) => (globalThis.idle = call);
    });
    await visit.open(nested("client:idle"));
    await visit.until(() => visit.run(() => !!globalThis.idle));
    await visit.settle();
    assert.deepEqual(await visit.log(), []);
    await visit.run(() => idle());
    await visit.logs("outer", "inner");
});

for (const [why, directive] of [
    ["whose query doesn't match", 'client:media="not all"'],
    ["that waits for an event", "client:event"],
    ["whose turn may come, after idling", 'client:idle client:media="not all"'],
])
    waiting(`an island doesn't wait for one around it ${why}`, async (visit) => {
        says(visit.site, "outer", "inner");
        await visit.open(nested(directive));
        await visit.logs("inner");
    });

waiting("an island doesn't wait for one around it that isn't visible", async (visit) => {
    says(visit.site, "outer", "inner");
    await visit.open(`<div style="height:5000px"></div>${nested("client:visible")}`);
    await visit.logs("inner");
});

waiting("past one that may never come, an island waits for the next around it", async (visit) => {
    says(visit.site, "first", "outer", "inner");
    const release = visit.site.delay("first.js");
    visit.site.page("/", island("first.js", "client:load", nested('client:media="not all"')));
    await visit.goto("/");
    await visit.until(() => visit.site.count("/_isle/inner.js") === 1);
    await visit.settle();
    assert.deepEqual(await visit.log(), []);
    release();
    await visit.logs("first", "inner");
});

waiting("an island waits for one around it that was triggered in the meantime", async (visit) => {
    says(visit.site, "outer", "inner");
    const release = visit.site.delay("outer.js");
    await visit.page.setViewport({ width: 1000, height: 600 });
    visit.site.page("/", nested('client:media="(max-width: 500px)"', "client:event"));
    await visit.goto("/");
    await visit.page.setViewport({ width: 400, height: 600 });
    await visit.until(() => visit.site.count("/_isle/outer.js") === 1);
    await visit.page.click("button");
    await visit.until(() => visit.site.count("/_isle/inner.js") === 1);
    await visit.settle();
    assert.deepEqual(await visit.log(), []);
    release();
    await visit.logs("outer", "inner");
});

scenario("a failure holds nobody back, neither in its file nor in its fetching", async (visit) => {
    visit.site.file("outer.js", 'export default () => { throw new Error("outer"); };');
    says(visit.site, "inner");
    await visit.open(nested("client:load") + island("missing.js", "client:load", island("inner.js", "client:load")));
    await visit.logs("inner", "inner");
});

scenario("an island that the one around it takes away is not mounted", async (visit) => {
    visit.site.island("outer.js", 'el.replaceChildren("rendered anew"); log("outer");');
    says(visit.site, "inner");
    await visit.open(nested("client:load"));
    await visit.logs("outer");
    await visit.pause(200);
    assert.deepEqual(await visit.log(), ["outer"]);
});

scenario("what stands in a slot outlives its surroundings: before it is mounted, and after", async (visit) => {
    // A component that renders anew and puts the slot's nodes where they belong, now and a moment later.
    visit.site.island(
        "outer.js",
        `const slot = [...el.childNodes];
        const render = () => { const box = document.createElement("section"); box.append(...slot); el.replaceChildren(box); };
        render();
        log("outer");
        setTimeout(async () => { el.replaceChildren(); await null; render(); log("again"); }, 300);`,
    );
    visit.site.island("inner.js", 'el.firstChild.textContent += "!"; log("inner"); return () => log("left");');
    await visit.open(island("outer.js", "client:load", `<p>slot</p>${island("inner.js", "client:load", "<b>hey</b>")}`));
    await visit.logs("outer", "inner", "again");
    await visit.settle();
    assert.deepEqual(await visit.log(), ["outer", "inner", "again"]);
    assert.equal(await visit.run(() => document.querySelector("section").textContent), "slothey!");
});

scenario("an island in a shadow root waits for the one around its host", async (visit) => {
    says(visit.site, "outer", "inner");
    const release = visit.site.delay("outer.js");
    const inner = `<div><template shadowrootmode="open">${island("inner.js", "client:load")}</template></div>`;
    visit.site.page("/", island("outer.js", "client:load", inner));
    await visit.goto("/");
    await visit.until(() => visit.site.count("/_isle/inner.js") === 1);
    await visit.settle();
    assert.deepEqual(await visit.log(), []);
    release();
    await visit.logs("outer", "inner");
});

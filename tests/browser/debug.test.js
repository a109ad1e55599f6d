// Debug builds: the script that looks at what mounting did to the markup, and live reload.

import assert from "node:assert/strict";
import { island, scenario } from "./harness/scenario.js";
import { script } from "./harness/site.js";

const debug = { head: '<script type="module" async src="/_isle/isle.debug.js"></script>' };
const warnings = (visit) => visit.console.filter(([type]) => type.startsWith("warn")).map(([, text]) => text);

scenario("the debug script says where mounting changed the server's markup", async (visit) => {
    visit.site.island("a.js", 'el.querySelector("b").textContent = "two"; log("a");');
    await visit.open(island("a.js", "client:load", "<p>It is <b>one</b></p>"), debug);
    await visit.logs("a");
    await visit.until(() => warnings(visit).length === 1);
    const [warning] = warnings(visit);
    for (const part of ["a.js", "<p>It is <b>one</b></p>", "<p>It is <b>two</b></p>"])
        assert.ok(warning.includes(part), warning);
});

scenario("the debug script is silent where nothing changed, or everything was to", async (visit) => {
    visit.site.island("a.js", 'el.onclick = () => {}; log("a");');
    visit.site.island("b.js", 'el.textContent = "mounted"; log("b");');
    await visit.open(island("a.js", "client:load") + island("b.js", "client:only", "Loading"), debug);
    await visit.until(async () => (await visit.log()).length === 2);
    await visit.settle();
    assert.deepEqual(warnings(visit), []);
});

scenario("the release script looks at no markup", async (visit) => {
    assert.ok(!/innerHTML|warn/.test(await script("isle.js")));
    visit.site.island("a.js", 'el.textContent = "changed"; log("a");');
    await visit.open(island("a.js", "client:load"));
    await visit.logs("a");
    await visit.settle();
    assert.deepEqual(warnings(visit), []);
});

/** What a debug build's server does: a page with the id of its start, and the id again for who listens. */
function start(visit, id) {
    visit.listening = new Set();
    visit.site.page("/", `<p>${id}</p>`, { head: `<script type="module" async src="/_isle/reload.js?${id}"></script>` });
    visit.site.on("/_isle/reload", (request, response) => {
        response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
        response.write(`data: ${id}\n\n`);
        visit.listening.add(response);
        request.on("close", () => visit.listening.delete(response));
    });
}

const text = (visit) => visit.run(() => document.body.textContent).catch(() => "");

async function restart(visit, id, pause = 0) {
    const { port } = visit.site;
    await visit.site.close();
    await visit.pause(pause);
    start(visit, id);
    await visit.site.listen(port);
}

scenario("an open page reloads when its program was built and started again", async (visit) => {
    start(visit, "1a");
    await visit.goto("/");
    await visit.until(() => visit.listening.size === 1);
    await restart(visit, "2b", 700);
    await visit.until(async () => (await text(visit)) === "2b");
    await visit.until(() => visit.listening.size === 1);
    await restart(visit, "3c");
    await visit.until(async () => (await text(visit)) === "3c");
});

scenario("a connection that broke reloads nothing", async (visit) => {
    start(visit, "1a");
    await visit.goto("/");
    await visit.until(() => visit.listening.size === 1);
    await visit.run(() => (globalThis.same = true));
    await restart(visit, "1a", 300);
    await visit.until(() => visit.listening.size === 1);
    await visit.settle();
    assert.equal(await visit.run(() => globalThis.same), true);
});

scenario("a page that was rendered before the restart, and listens after it, reloads", async (visit) => {
    start(visit, "2b");
    visit.site.page("/", "<p>1a</p>", { head: '<script type="module" async src="/_isle/reload.js?1a"></script>' });
    const release = visit.site.delay("reload.js");
    await visit.goto("/");
    visit.site.page("/", "<p>2b</p>", { head: '<script type="module" async src="/_isle/reload.js?2b"></script>' });
    release();
    await visit.until(async () => (await text(visit)) === "2b");
});

scenario("live reload keeps no page out of the back/forward cache, and goes on in one that comes back", async (visit) => {
    start(visit, "1a");
    visit.site.page("/other", "other");
    await visit.goto("/");
    await visit.until(() => visit.listening.size === 1);
    await visit.goto("/other");
    await visit.until(() => visit.listening.size === 0);
    await visit.back();
    await visit.until(() => visit.listening.size === 1);
    await restart(visit, "2b");
    await visit.until(async () => (await text(visit)) === "2b");
    // Firefox decides before it says that the page is hidden, and loads it anew.
}, { only: ["chromium"] });

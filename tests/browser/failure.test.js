// What goes wrong: files that don't arrive, modules that throw, markup that makes no sense.

import assert from "node:assert/strict";
import { island, scenario } from "./harness/scenario.js";

const status = (code) => (_request, response) => response.writeHead(code).end();
const broken = (_request, response) => {
    response.writeHead(200, { "content-type": "text/javascript", "content-length": 500 });
    response.write("export default ");
    setTimeout(() => response.destroy(), 20);
};
/** What a network's login page does, which caches may keep. */
const page = (_request, response) => {
    response.writeHead(200, { "content-type": "text/html", "cache-control": "max-age=600" });
    response.end("<p>Log in to the network</p>");
};

/** Logs each `isle:error` that arrives at the document. */
const listen = (visit, prevent = false) =>
    visit.page.evaluateOnNewDocument((prevent) => {
        document.addEventListener("isle:error", (event) => {
            (globalThis.log ??= []).push(`${event.detail.src}: ${event.detail.error.message}`);
            if (prevent) event.preventDefault();
        });
    }, prevent);

for (const [what, how] of [
    ["a server's error", status(503)],
    ["a broken connection", broken],
    ["another's page", page],
])
    for (const preload of ["", '<link rel="modulepreload" href="/_isle/a.js">'])
        scenario(`after ${what}, a file is fetched once more${preload && ", preloaded or not"}`, async (visit) => {
            visit.site.island("a.js", 'log("a");');
            visit.site.fail("a.js", 1, how);
            await listen(visit);
            await visit.open(island("a.js", "client:load"), {
                head: `${preload}<script type="module" async src="/_isle/isle.js"></script>`,
            });
            await visit.logs("a");
            assert.ok(visit.site.requests.every((path) => !path.startsWith("/_isle/a.js?")), "under the same URL");
            // Whatever asks for it from now on gets the same file.
            await visit.run(() => document.body.append(document.querySelector("isle-island").cloneNode(true)));
            await visit.logs("a", "a");
        });

scenario("islands of one file share its module, also after a failure", async (visit) => {
    visit.site.file(
        "a.js",
        'import { log } from "./log.js"; let count = 0; export default () => { count++; log(String(count)); };',
    );
    visit.site.fail("a.js", 1, status(503));
    await visit.open(island("a.js", "client:load") + island("a.js", "client:load"));
    await visit.logs("1", "2");
    await visit.run(() => document.body.append(document.querySelector("isle-island").cloneNode(true)));
    await visit.logs("1", "2", "3");
});

scenario(
    "after an error in what a file imports, it is fetched once more",
    async (visit) => {
        visit.site.file("part.js", "export const text = 'part';");
        visit.site.file("a.js", 'import { log } from "./log.js"; import { text } from "./part.js"; export default () => log(text);');
        visit.site.fail("part.js", 1, status(503));
        await visit.open(island("a.js", "client:load"));
        await visit.logs("part");
    },
    // Firefox keeps the failure of what is imported as long as the document lives.
    { only: ["chromium"] },
);

scenario("a file that doesn't arrive is an isle:error; the server's markup stays, and so do the others", async (visit) => {
    visit.site.island("b.js", 'log("b");');
    await visit.page.evaluateOnNewDocument(() => {
        addEventListener("isle:error", ({ detail, target, bubbles, cancelable }) =>
            (globalThis.errors ??= []).push([detail.src, detail.error instanceof TypeError, target.localName, bubbles, cancelable]),
        );
    });
    await visit.open(island("missing.js", "client:load", "<p>From the server</p>") + island("b.js", "client:load"));
    await visit.logs("b");
    await visit.until(() => visit.run(() => !!globalThis.errors));
    assert.deepEqual(await visit.run(() => errors), [["missing.js", true, "isle-island", true, true]]);
    assert.equal(await visit.run(() => document.querySelector("p").outerHTML), "<p>From the server</p>");
    await visit.until(() => visit.console.some(([type]) => type === "error"));
});

scenario("what a module throws is an isle:error, on the console too", async (visit) => {
    visit.site.file("a.js", 'export default () => { throw new Error("from the module"); };');
    await listen(visit);
    await visit.open(island("a.js", "client:load"));
    await visit.logs("a.js: from the module");
    await visit.until(() => visit.console.some(([type]) => type === "error"));
    assert.equal(visit.site.count("/_isle/a.js"), 1);
});

scenario("an isle:error that is prevented stays off the console", async (visit) => {
    visit.site.file("a.js", 'export default () => { throw new Error("from the module"); };');
    await listen(visit, true);
    await visit.open(island("a.js", "client:load"));
    await visit.logs("a.js: from the module");
    await visit.settle();
    assert.deepEqual(visit.console, []);
});

scenario("what an update throws is an isle:error, and the next update arrives", async (visit) => {
    visit.site.island("a.js", 'return { update({ n }) { if (n < 2) throw new Error("too few"); log("updated " + n); } };');
    await listen(visit);
    await visit.open(island("a.js", "client:load"));
    await visit.until(() => visit.site.count("/_isle/log.js") === 1);
    await visit.settle();
    await visit.run(() => document.querySelector("isle-island").setAttribute("props", '{"n":1}'));
    await visit.logs("a.js: too few");
    await visit.run(() => document.querySelector("isle-island").setAttribute("props", '{"n":2}'));
    await visit.logs("a.js: too few", "updated 2");
});

scenario("a module that throws while it is read is read once, and its own error is the one reported", async (visit) => {
    visit.site.file("a.js", 'import { log } from "./log.js"; log("read"); throw new Error("from the file");');
    await listen(visit);
    await visit.open(island("a.js", "client:load"));
    await visit.logs("read", "a.js: from the file");
});

scenario("a module without a default export, and props that are no JSON, are errors", async (visit) => {
    visit.site.file("a.js", "export const nothing = 0;");
    visit.site.island("b.js", 'log("b");');
    await visit.page.evaluateOnNewDocument(() => {
        document.addEventListener("isle:error", ({ detail }) => (globalThis.log ??= []).push(`${detail.src} ${detail.error.name}`));
    });
    await visit.open(island("a.js", "client:load"));
    await visit.logs("a.js TypeError");
    await visit.open(island("b.js", "client:load props='{'"));
    await visit.logs("b.js SyntaxError");
});

const elsewhere = [
    "https://example.com/evil.js",
    "//example.com/evil.js",
    "/evil.js",
    "../evil.js",
    "sub/evil.js",
    "..%2Fevil.js",
    "\\evil.js",
    "data:text/javascript,evil.js",
    "javascript:evil.js",
    "blob:evil.js",
    "evil",
    "evil.js?x.js".replace(".js?", "?"),
    "evil.js#x",
    "evil.js\nx",
    " evil.js",
    "..",
    ".",
    "",
];

scenario("a src that isn't a file's name is an error, and asks nobody for anything", async (visit) => {
    await visit.page.evaluateOnNewDocument(() => {
        document.addEventListener("isle:error", ({ detail }) => (globalThis.refused ??= []).push(detail.src));
    });
    const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
    await visit.open(elsewhere.map((src) => island(attribute(src), "client:load")).join("") + "<isle-island client:load></isle-island>");
    await visit.until(() => visit.run((count) => globalThis.refused?.length === count, elsewhere.length + 1));
    assert.deepEqual(await visit.run(() => refused), [...elsewhere, null]);
    const asked = visit.site.requests.filter((path) => path !== "/" && path !== "/favicon.ico");
    assert.deepEqual(asked, ["/_isle/isle.js"]);
});

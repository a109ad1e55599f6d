// Documents: that are still arriving, that are left and come back, that refuse scripts from elsewhere.

import assert from "node:assert/strict";
import { island, scenario, waiting } from "./harness/scenario.js";

const head =
    '<!DOCTYPE html><html lang="en"><head><title>t</title><script type="module" async src="/_isle/isle.js"></script></head><body>';

scenario("an island in a document that is still arriving waits for its end tag, and not for the document's end", async (visit) => {
    visit.site.island("a.js", "log(`${el.children.length} ${document.readyState}`);");
    const send = visit.site.stream("/");
    const arrived = visit.goto("/");
    await send(`${head}<isle-island src="a.js" client:load style="display:contents"><p>one</p>`);
    await visit.until(() => visit.site.count("/_isle/isle.js") === 1);
    await visit.pause(400);
    assert.equal(visit.site.count("/_isle/log.js"), 0, "the end tag isn't there");
    await send("<p>two</p></isle-island><p>more</p>");
    await visit.until(() => visit.site.count("/_isle/log.js") === 1);
    await visit.pause(200);
    await send("</body></html>");
    await send();
    await arrived;
    await visit.logs("2 loading");
});

waiting("client:visible of an island that is still arriving sees the children that come", async (visit) => {
    visit.site.island("a.js", "log(`${el.children.length} ${document.readyState}`);");
    const send = visit.site.stream("/");
    const arrived = visit.goto("/");
    await send(`${head}<div style="height:5000px"></div><isle-island src="a.js" client:visible style="display:contents">`);
    await visit.until(() => visit.site.count("/_isle/isle.js") === 1);
    await visit.pause(200);
    await send('<p style="position:fixed;top:0">one</p></isle-island><p>more</p>');
    await visit.until(() => visit.site.count("/_isle/log.js") === 1);
    await send();
    await arrived;
    await visit.logs("1 loading");
});

scenario("an island at the end of the document is mounted when it is whole", async (visit) => {
    visit.site.island("a.js", "log(`${el.children.length} ${document.readyState !== 'loading'}`);");
    const send = visit.site.stream("/");
    const arrived = visit.goto("/");
    await send(`${head}<isle-island src="a.js" client:load style="display:contents"><p>one</p>`);
    await visit.until(() => visit.site.count("/_isle/isle.js") === 1);
    await visit.pause(100);
    await send("<p>two</p></isle-island></body></html>");
    await send();
    await arrived;
    await visit.logs("2 true");
});

waiting("a page that comes back from the back/forward cache has its islands as they were", async (visit) => {
    visit.site.island("a.js", 'log("mounted"); signal.addEventListener("abort", () => log("aborted")); el.onclick = () => log("clicked");');
    visit.site.island("later.js", 'log("later");');
    visit.site.page("/other", "other");
    await visit.open(`${island("a.js", "client:load")}<div style="height:5000px"></div>${island("later.js", "client:visible")}`);
    await visit.logs("mounted");
    await visit.goto("/other");
    await visit.back();
    await visit.page.click("button");
    await visit.run(() => scrollTo(0, 9999));
    await visit.logs("mounted", "clicked", "later");
});

// CVE-2024-47885: an element's name is a property of the document, and hides what the browser has there.
scenario("named elements turn the script to no other file", async (visit) => {
    visit.site.island("a.js", "log(new URL(import.meta.url).pathname);");
    const names = ["currentScript", "scripts", "readyState", "baseURI", "location", "defaultView"];
    const forms = names.map((name) => `<form name="${name}" action="/elsewhere/"></form>`);
    const links = ["customElements", "URL"].map((name) => `<a id="${name}" href="/elsewhere/a.js">x</a>`);
    await visit.open(`${forms.join("")}${links.join("")}${island("a.js", "client:load")}`);
    await visit.logs("/_isle/a.js");
    assert.equal(visit.site.count("/elsewhere/a.js"), 0);
});

scenario("the policy is in force, and the script needs nothing that it refuses", async (visit) => {
    visit.site.island(
        "a.js",
        `try { el.innerHTML = "<b>x</b>"; log("innerHTML"); } catch { log("no innerHTML"); }
        try { eval("1"); log("eval"); } catch { log("no eval"); }`,
    );
    await visit.open(island("a.js", "client:load"));
    await visit.logs("no innerHTML", "no eval");
    // These two are the island's own; the script has added none.
    await visit.until(() => visit.site.violations.length === 2);
    assert.ok(visit.site.violations.splice(0).every((text) => text.includes("a.js")));
});

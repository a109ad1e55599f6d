// An island's life: moved, updated, removed, put in by a script.

import assert from "node:assert/strict";
import { island, scenario, waiting } from "./harness/scenario.js";

const living = 'log("mounted " + (props.n ?? "")); signal.addEventListener("abort", () => log("aborted")); return () => log("left");';

scenario("moving an island keeps its mount, in one task and across microtasks", async (visit) => {
    visit.site.island("a.js", living);
    await visit.open(`${island("a.js", "client:load")}<main></main>`);
    await visit.logs("mounted ");
    await visit.run(async () => {
        const moved = document.querySelector("isle-island");
        document.querySelector("main").append(moved);
        moved.remove();
        for (let step = 0; step < 5; step++) await null;
        document.body.prepend(moved);
    });
    await visit.pause(100);
    assert.deepEqual(await visit.log(), ["mounted "]);
});

scenario("moving an island while its file is on the way changes nothing", async (visit) => {
    visit.site.island("a.js", living);
    const release = visit.site.delay("a.js");
    visit.site.page("/", `${island("a.js", "client:load")}<main></main>`);
    await visit.goto("/");
    await visit.until(() => visit.site.count("/_isle/a.js") === 1);
    await visit.run(() => document.querySelector("main").append(document.querySelector("isle-island")));
    release();
    await visit.logs("mounted ");
    await visit.pause(100);
    assert.deepEqual(await visit.log(), ["mounted "]);
});

scenario("removing an island aborts its signal and cleans up, once; put back, it lives anew", async (visit) => {
    visit.site.island("a.js", living);
    await visit.open(island("a.js", "client:load"));
    await visit.logs("mounted ");
    await visit.run(() => {
        globalThis.removed = document.querySelector("isle-island");
        removed.remove();
    });
    await visit.logs("mounted ", "aborted", "left");
    await visit.run(() => document.body.append(removed));
    await visit.logs("mounted ", "aborted", "left", "mounted ");
});

scenario("an island that was removed while its file was on the way is not mounted", async (visit) => {
    visit.site.island("a.js", living);
    const release = visit.site.delay("a.js");
    visit.site.page("/", island("a.js", "client:load"));
    await visit.goto("/");
    await visit.until(() => visit.site.count("/_isle/a.js") === 1);
    await visit.run(() => document.querySelector("isle-island").remove());
    await visit.pause(50);
    release();
    await visit.pause(300);
    assert.deepEqual(await visit.log(), []);
});

waiting("an island that is removed before its turn is not loaded any more", async (visit) => {
    visit.site.island("a.js", living);
    await visit.page.evaluateOnNewDocument(() => {
        globalThis.requestIdleCallback = (call) => (globalThis.idle = call);
    });
    await visit.open(island("a.js", "client:idle"));
    await visit.until(() => visit.run(() => !!globalThis.idle));
    await visit.run(() => document.querySelector("isle-island").remove());
    await visit.pause(50);
    await visit.run(() => idle());
    await visit.settle();
    assert.equal(visit.site.count("/_isle/a.js"), 0);
});

scenario("an island that is removed while its module is busy is cleaned up after", async (visit) => {
    visit.site.island(
        "a.js",
        'log("busy"); await new Promise((resolve) => globalThis.finish = resolve); log("done"); return () => log("left " + signal.aborted);',
    );
    await visit.open(island("a.js", "client:load"));
    await visit.logs("busy");
    await visit.run(() => document.addEventListener("isle:mount", () => log.push("event")));
    await visit.run(() => document.querySelector("isle-island").remove());
    await visit.pause(50);
    await visit.run(() => finish());
    await visit.logs("busy", "done", "left true");
});

scenario("changed props are given to the module's update", async (visit) => {
    visit.site.island("a.js", 'log("mounted " + props.n); return { update: ({ n }) => log("updated " + n) };');
    await visit.open(island("a.js", `props='{"n":1}' client:load`));
    await visit.logs("mounted 1");
    await visit.run(() => document.querySelector("isle-island").setAttribute("props", '{"n":2}'));
    await visit.logs("mounted 1", "updated 2");
    await visit.run(() => document.querySelector("isle-island").removeAttribute("props"));
    await visit.logs("mounted 1", "updated 2", "updated undefined");
});

scenario("without an update, changed props begin a new life", async (visit) => {
    visit.site.island("a.js", living);
    await visit.open(island("a.js", `props='{"n":1}' client:load`));
    await visit.logs("mounted 1");
    await visit.run(() => document.querySelector("isle-island").setAttribute("props", '{"n":2}'));
    await visit.logs("mounted 1", "aborted", "left", "mounted 2");
    await visit.run(() => document.querySelector("isle-island").remove());
    await visit.logs("mounted 1", "aborted", "left", "mounted 2", "aborted", "left");
});

scenario("props that change before the mount are the ones it gets, while it is busy an update", async (visit) => {
    visit.site.island(
        "a.js",
        'log("busy " + props.n); await new Promise((resolve) => globalThis.finish = resolve); return { update: ({ n }) => log("updated " + n) };',
    );
    const release = visit.site.delay("a.js");
    visit.site.page("/", island("a.js", `props='{"n":1}' client:load`));
    await visit.goto("/");
    await visit.until(() => visit.site.count("/_isle/a.js") === 1);
    await visit.run(() => document.querySelector("isle-island").setAttribute("props", '{"n":2}'));
    release();
    await visit.logs("busy 2");
    await visit.run(() => document.querySelector("isle-island").setAttribute("props", '{"n":3}'));
    await visit.settle();
    assert.deepEqual(await visit.log(), ["busy 2"]);
    await visit.run(() => finish());
    await visit.logs("busy 2", "updated 3");
});

scenario("updates reach a slow module one after the other", async (visit) => {
    visit.site.island(
        "a.js",
        'return { async update({ n }) { log("begin " + n); await new Promise((resolve) => setTimeout(resolve, 60)); log("end " + n); } };',
    );
    await visit.open(island("a.js", "client:load"));
    await visit.until(() => visit.run(() => document.querySelector("isle-island").textContent === "Press"));
    await visit.until(() => visit.site.count("/_isle/log.js") === 1);
    await visit.settle();
    await visit.run(async () => {
        for (const n of [1, 2]) {
            document.querySelector("isle-island").setAttribute("props", JSON.stringify({ n }));
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
    });
    await visit.until(async () => (await visit.log()).length === 4);
    assert.deepEqual((await visit.log()).map((line) => line.split(" ")[0]), ["begin", "end", "begin", "end"]);
});

scenario("a cleanup that fails is reported, and stops nothing", async (visit) => {
    visit.site.island("a.js", 'log("mounted " + props.n); return () => { throw new Error("cleanup"); };');
    await visit.open(island("a.js", `props='{"n":1}' client:load`));
    await visit.logs("mounted 1");
    await visit.run(() => {
        addEventListener("unhandledrejection", (event) => log.push(event.reason.message));
        document.querySelector("isle-island").setAttribute("props", '{"n":2}');
    });
    await visit.until(async () => (await visit.log()).length === 3);
    assert.deepEqual((await visit.log()).toSorted(), ["cleanup", "mounted 1", "mounted 2"]);
});

scenario("isle:mount says that an island is mounted, through the document and out of shadow roots", async (visit) => {
    visit.site.island("a.js", 'log("mounted");');
    await visit.page.evaluateOnNewDocument(() => {
        document.addEventListener("isle:mount", (event) => (globalThis.log ??= []).push(event.target.localName));
    });
    await visit.open(`<div><template shadowrootmode="open">${island("a.js", "client:load")}</template></div>`);
    await visit.logs("mounted", "div");
});

scenario("islands that a script puts in are mounted; in a template they rest until they are cloned", async (visit) => {
    visit.site.island("a.js", 'log("a");');
    visit.site.island("b.js", 'log("b");');
    await visit.open(`${island("a.js", "client:load")}<template>${island("b.js", "client:load")}</template>`);
    await visit.logs("a");
    await visit.settle();
    assert.equal(visit.site.count("/_isle/b.js"), 0);
    await visit.run(() => document.body.append(document.querySelector("template").content.cloneNode(true)));
    await visit.logs("a", "b");
    await visit.run(() => {
        const made = document.createElement("isle-island");
        made.setAttribute("src", "a.js");
        made.setAttribute("client:load", "");
        document.body.attachShadow({ mode: "closed" }).append(made);
    });
    await visit.logs("a", "b", "a");
});

// The adapters' server halves, in the engine: props, and slots.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Project } from "./project.js";

const components = {
    preact: {
        path: "components/Card.tsx",
        text: "export default ({ title, open, children, sideBar }) => <article><h2>{title}</h2>{children}{open && sideBar}</article>;",
    },
    react: {
        path: "components/Card.jsx",
        text: "export default ({ title, open, children, sideBar }) => <article><h2>{title}</h2>{children}{open && sideBar}</article>;",
    },
    svelte: {
        path: "components/Card.svelte",
        text: "<script>let { title, open, children, sideBar } = $props();</script><article><h2>{title}</h2>{@render children?.()}{#if open}{@render sideBar?.()}{/if}</article>",
    },
    vue: {
        path: "components/Card.vue",
        text: '<script setup>defineProps(["title", "open"]);</script><template><article><h2>{{ title }}</h2><slot /><slot v-if="open" name="side-bar" /></article></template>',
    },
};

/** Without the comments by which some frameworks find their way. */
const plain = (html) => html.replaceAll(/<!--.*?-->/g, "");
const slots = { default: "<p>it's <b>&amp;</b></p>", "side-bar": '<isle-island src="x.js"></isle-island>' };

for (const [name, { path, text }] of Object.entries(components))
    test(`${name} renders props and slots`, async (test) => {
        const project = await Project.open(test, { [path]: text });
        const render = await project.server(await project.build([name]), path);
        const head = "<article><h2>&lt;M&gt; &amp; co</h2>".replace("&gt;", name === "preact" ? ">" : "&gt;").replace("&gt;", name === "svelte" ? ">" : "&gt;");
        const rendered = '<isle-slot style="display:contents"><p>it\'s <b>&amp;</b></p></isle-slot>';
        const side = '<isle-slot name="side-bar" style="display:contents"><isle-island src="x.js"></isle-island></isle-slot>';
        assert.equal(plain(render({ title: "<M> & co", open: true }, slots)), `${head}${rendered}${side}</article>`);
        assert.equal(plain(render({ title: "<M> & co", open: false }, slots)), `${head}${rendered}</article>`);
        assert.equal(plain(render({ title: "<M> & co", open: true })), `${head}</article>`);
    });

test("what a component throws reaches whoever renders it", async (test) => {
    const project = await Project.open(test, {
        "components/Bad.tsx": 'export default ({ bad }) => { if (bad) throw new Error("no stock"); return <b />; };',
        "components/Page.svelte": "<script>let { bad } = $props();</script>{document.title}",
    });
    const manifest = await project.build(["preact", "svelte"]);
    const bad = await project.server(manifest, "components/Bad.tsx");
    assert.throws(() => bad({ bad: true }), /no stock/);
    assert.equal(bad({ bad: false }), "<b></b>");
    const page = await project.server(manifest, "components/Page.svelte");
    assert.throws(() => page({}), /document/);
});

// What is wrong with a project is said with its file, and with what to do.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import isle from "../source/plugin.js";
import { Project } from "./project.js";

const card = { "components/Card.tsx": "export default () => <b />;" };

for (const [title, files, frameworks, options, expected] of [
    ["no island", {}, ["preact"], {}, /no file is an island: none matches `components\/\*\*\/\*\.\{tsx,jsx,svelte,vue\}`\nhelp: write a component there/],
    ["a file that is no component", { ...card, "components/Card.css": "" }, ["preact"], { islands: "components/*" }, /`components\/Card\.css` is no component: no framework's files end with `\.css`\nhelp: .*\.tsx, \.jsx, \.svelte or \.vue/],
    ["no plugin for a file", { "components/Menu.svelte": "<b></b>" }, ["preact"], {}, /no plugin reads `components\/Menu\.svelte`\nhelp: run `npm install svelte @sveltejs\/vite-plugin-svelte`/],
    ["two frameworks for a file", card, ["preact", "react"], {}, /Preact and React both claim `components\/Card\.tsx`\nhelp: say whose it is: `isle\(\{ frameworks: \{ preact: "components\/Card\.tsx" \} \}\)`/],
    ["two globs for a file", card, ["preact"], { frameworks: { preact: "components/*", react: "**/Card.tsx" } }, /Preact and React both claim `components\/Card\.tsx`\nhelp: let the globs/],
    ["a framework that reads no such file", card, ["preact"], { frameworks: { vue: "components/*" } }, /`components\/Card\.tsx` is a component of Vue, whose files end with \.vue/],
    ["a circle of imports", {
        "components/Tree.tsx": 'import { Later } from "./lib/later"; export default () => <Later />;',
        "components/lib/later.tsx": 'export const name = "tree"; export const Later = () => { import("./branch"); return <b />; };',
        "components/lib/branch.tsx": 'import { name } from "./later"; export default name;',
    }, ["preact"], {}, /^isle: `components\/lib\/later\.tsx` imports `components\/lib\/branch\.tsx` imports `components\/lib\/later\.tsx`: a circle of files\nhelp: a file's name holds the hash of what it imports/],
    ["no default export", { "components/Card.tsx": "export const Card = () => <b />;" }, ["preact"], {}, /no file is an island: `components\/Card\.tsx` has no default export\nhelp: an island's file exports its component as default/],
    ["a module of Node", { "components/Card.tsx": 'import { readFileSync } from "node:fs"; export default () => <b>{readFileSync("x")}</b>;' }, ["preact"], {}, /imports `node:fs`, a module of Node\nhelp: /],
    ["a file that isle doesn't serve", { "components/Card.tsx": 'import Work from "./work?worker"; export default () => { new Work(); return <b />; };', "components/work.ts": "postMessage(1);" }, ["preact"], {}, /isle does not serve/],
])
    test(title, async (test) => {
        const project = await Project.open(test, files);
        await assert.rejects(project.build(frameworks, options), (error) => {
            assert.match(error.message, expected);
            return true;
        });
    });

test("a folder without a crate", async (test) => {
    const project = await Project.open(test, card);
    await rm(join(project.root, "Cargo.toml"));
    await assert.rejects(project.build(["preact"]), /there is no Cargo\.toml in .*\nhelp: vite\.config\.js belongs beside it/);
});

test("options that are none", () => {
    assert.throws(() => isle({ island: "x" }), /there is no option `island`\nhelp: the options are islands, frameworks, server and files/);
    assert.throws(() => isle({ frameworks: { solid: "x" } }), /there is no adapter for `solid`/);
    assert.throws(() => isle({ server: "3000" }), /`server` is no address: 3000/);
    assert.throws(() => isle({ files: "_isle" }), /`files` is no path/);
});

test("a file may be said to be a framework's where two plugins read it", async (test) => {
    const project = await Project.open(test, card);
    const manifest = await project.build(["preact", "react"], { frameworks: { react: "components/*.tsx" } });
    assert.match(await project.read(manifest.islands["components/Card.tsx"].server), /react/i);
});

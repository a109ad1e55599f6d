// What a build makes: files that isle can serve, modules that its engine can run, and a manifest that says of what.

import assert from "node:assert/strict";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Project } from "./project.js";

const counter = `import { useState } from "preact/hooks";
export default function Counter({ start }: { start: number }) {
    const [count, set] = useState(start);
    return <button onClick={() => set(count + 1)}>{count}</button>;
}`;

test("the manifest names an island's files, its styles, and the hash of each source", async (test) => {
    const project = await Project.open(test, {
        "components/Card.tsx": 'import "./Card.css"; import { twice } from "./lib/twice"; export default ({ n }) => <b>{twice(n)}</b>;',
        "components/Card.css": "b { color: red }",
        "components/lib/twice.ts": "",
        "package-lock.json": "a",
    });
    await project.write({ "components/lib/twice.ts": "export const twice = (n: number) => 2 * n;" });
    const { version, islands } = await project.build(["preact"]);
    assert.equal(version, 1);
    assert.deepEqual(Object.keys(islands), ["components/Card.tsx"]);
    const { client, slots, server, css, sources } = islands["components/Card.tsx"];
    assert.deepEqual([client, slots, server], ["dist/client/Card.js", "dist/client/slots/Card.js", "dist/server/Card.js"]);
    assert.deepEqual(css, ["dist/client/Card.css"]);
    assert.match(await project.read("dist/client/Card.css"), /color:\s*red/);
    const own = Object.keys(sources).filter((path) => !path.startsWith("../"));
    assert.deepEqual(own, ["components/Card.css", "components/Card.tsx", "components/lib/twice.ts", "package-lock.json"]);
    // The test vector that FNV's authors give for "a", mixed as isle's macros do.
    assert.equal(sources["package-lock.json"], mixed(0xaf63dc4c8601ec8cn));
});

/** The finaliser of MurmurHash3. */
function mixed(bits) {
    for (const factor of [0xff51afd7ed558ccdn, 0xc4ceb9fe1a85ec53n]) bits = BigInt.asUintN(64, (bits ^ (bits >> 33n)) * factor);
    return (bits ^ (bits >> 33n)).toString(16).padStart(16, "0");
}

test("islands share files, which import each other by relative paths in quotes, and in no circle", async (test) => {
    const project = await Project.open(test, {
        "components/One.tsx": `import { lazy, Suspense } from "preact/compat";
            const Later = lazy(() => import("./lib/Later"));
            export default () => <Suspense fallback={null}><Later /></Suspense>;`,
        "components/Two.tsx": counter,
        "components/lib/Later.tsx": 'import { useState } from "preact/hooks"; import "./Later.css"; export default () => <i>{useState(1)[0]}</i>;',
        "components/lib/Later.css": "i { color: blue }",
    });
    const { islands } = await project.build(["preact"], { islands: "components/*.tsx" });
    assert.deepEqual(islands["components/One.tsx"].css, ["dist/client/chunks/Later.css"]);
    const one = await project.read("dist/client/One.js");
    assert.match(one, /import\("\.\/chunks\/Later\.js"\)/);
    assert.match(one, /from"\.\/chunks\/[\w.-]+\.js"/);
    const files = await readdir(join(project.root, "dist/client"), { recursive: true });
    const imports = new Map();
    for (const file of files.filter((file) => file.endsWith(".js"))) {
        const text = await project.read(`dist/client/${file}`);
        const found = [...text.matchAll(/(?:from|import\(?)["'`]([^"'`]+)["'`]/g)].map(([, name]) => new URL(name, `file:///${file}`).pathname.slice(1));
        for (const path of found) assert.ok(files.includes(path), `${file} imports ${path}`);
        imports.set(file, found);
    }
    const visit = (file, open) => {
        assert.ok(!open.includes(file), `a circle: ${[...open, file]}`);
        imports.get(file).forEach((next) => visit(next, [...open, file]));
    };
    for (const file of imports.keys()) visit(file, []);
});

test("an island's file holds no code for slots, its other one nothing but that, and neither comments", async (test) => {
    const components = {
        preact: ["components/Counter.tsx", counter],
        react: ["components/Counter.tsx", counter.replace("preact/hooks", "react")],
        svelte: ["components/Counter.svelte", "<script>let { start } = $props();</script><b>{start}</b>"],
        vue: ["components/Counter.vue", "<script setup>defineProps(['start'])</script><template><b>{{ start }}</b></template>"],
    };
    for (const [framework, [path, text]] of Object.entries(components)) {
        const project = await Project.open(test, { [path]: text });
        const { islands } = await project.build([framework]);
        const [plain, slots] = await Promise.all([islands[path].client, islands[path].slots].map((file) => project.read(file)));
        assert.doesNotMatch(plain, /isle-slot|__PURE__/, framework);
        assert.match(slots, /isle-slot/, framework);
        assert.deepEqual([...slots.matchAll(/from"([^"]+)"/g)].map(([, file]) => file), ["../Counter.js"], framework);
        assert.ok(slots.length < 1500, `${framework}: ${slots.length} B`);
    }
});

test("a module for the server imports nothing, and asks for nothing that the language hasn't", async (test) => {
    const project = await Project.open(test, { "components/Counter.tsx": counter });
    const manifest = await project.build(["preact"]);
    assert.doesNotMatch(await project.read("dist/server/Counter.js"), /^\s*import\b|\bfrom\s*["']/m);
    const render = await project.server(manifest, "components/Counter.tsx");
    assert.equal(render({ start: 3 }), "<button>3</button>");
});

test("pictures and fonts of styles stand in them, since isle serves scripts and styles alone", async (test) => {
    const project = await Project.open(test, {
        "components/Card.tsx": 'import "./Card.css"; import dot from "./dot.svg"; export default () => <img src={dot} />;',
        "components/Card.css": "b { background: url(./dot.svg) }",
        "components/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>',
    });
    const manifest = await project.build(["preact"]);
    assert.match(await project.read("dist/client/Card.css"), /url\(["']?data:image\/svg\+xml/);
    assert.match((await project.server(manifest, "components/Card.tsx"))({}), /^<img src="data:image\/svg\+xml/);
});

test("a build that changes nothing touches no file, and one without an island takes its files away", async (test) => {
    const project = await Project.open(test, { "components/One.tsx": counter, "components/Two.tsx": counter });
    await project.build(["preact"]);
    const paths = ["islands.json", "client/One.js", "server/One.js"].map((path) => join(project.root, "dist", path));
    const times = async () => Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
    const before = await times();
    await project.build(["preact"]);
    assert.deepEqual(await times(), before);
    const { islands } = await project.build(["preact"], { islands: "components/One.tsx" });
    assert.deepEqual(Object.keys(islands), ["components/One.tsx"]);
    assert.deepEqual(await readdir(join(project.root, "dist/server")), ["One.js"]);
});

test("islands whose files have the same name get names of their own", async (test) => {
    const project = await Project.open(test, {
        "components/a/Card.tsx": counter,
        "components/b/Card.tsx": counter,
        "components/c/Menu.tsx": counter,
        "components/c/Menu.jsx": "export default () => <b />;",
    });
    const { islands } = await project.build(["preact"]);
    const names = Object.values(islands).map(({ client }) => client);
    assert.deepEqual(names, ["dist/client/a.Card.js", "dist/client/b.Card.js", "dist/client/Menu_jsx.js", "dist/client/Menu_tsx.js"]);
});

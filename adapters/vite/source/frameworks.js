// The frameworks whose components can be islands.

/**
 * @typedef {"preact" | "react" | "svelte" | "vue"} Name
 * @typedef {object} Framework
 * @property {string} title
 * @property {string[]} endings  Of the files that hold its components.
 * @property {RegExp} plugin  The name of the Vite plugin that compiles them.
 * @property {string} install  How a project gets it.
 * @property {string} use  What then stands among the plugins.
 * @property {string[]} packages  What the adapters import: always the project's own copy.
 * @property {string} client  The adapter for the browser.
 * @property {string} slots  What an island with slots has besides.
 * @property {string} server  The adapter for the server.
 * @property {string[]} imports  What that imports, for Vite to prepare before a page asks for it.
 * @property {string} [dev]  What a page loads first in development.
 */

/** @type {Record<Name, Framework>} */
export const frameworks = {
    preact: {
        title: "Preact",
        endings: [".tsx", ".jsx"],
        plugin: /^vite:preact-jsx$/,
        install: "npm install preact preact-render-to-string @preact/preset-vite @babel/core@7",
        use: 'preact() of "@preact/preset-vite"',
        packages: ["preact", "preact-render-to-string"],
        client: "preact.js",
        slots: "preact.slots.js",
        imports: ["preact"],
        server: "preact.js",
    },
    react: {
        title: "React",
        endings: [".tsx", ".jsx"],
        plugin: /^vite:react-refresh$/,
        install: "npm install react react-dom @vitejs/plugin-react",
        use: 'react() of "@vitejs/plugin-react"',
        packages: ["react", "react-dom"],
        client: "react.js",
        slots: "react.slots.js",
        imports: ["react", "react-dom/client"],
        server: "react.js",
        dev: "react.dev.js",
    },
    svelte: {
        title: "Svelte",
        endings: [".svelte"],
        plugin: /^vite-plugin-svelte$/,
        install: "npm install svelte @sveltejs/vite-plugin-svelte",
        use: 'svelte() of "@sveltejs/vite-plugin-svelte"',
        packages: ["svelte"],
        client: "svelte.svelte.js",
        slots: "svelte.slots.js",
        imports: [],
        server: "svelte.js",
    },
    vue: {
        title: "Vue",
        endings: [".vue"],
        plugin: /^vite:vue$/,
        install: "npm install vue @vitejs/plugin-vue",
        use: 'vue() of "@vitejs/plugin-vue"',
        packages: ["vue"],
        client: "vue.js",
        slots: "vue.slots.js",
        imports: ["vue"],
        server: "vue.js",
    },
};

export const names = /** @type {Name[]} */ (Object.keys(frameworks));

/** Every ending that some framework's components have. */
export const endings = [...new Set(names.flatMap((name) => frameworks[name].endings))];

import { fileURLToPath } from "node:url";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";

const adapter = {
    name: "bench",
    hooks: {
        "astro:config:done": ({ setAdapter }) =>
            setAdapter({
                name: "bench",
                serverEntrypoint: fileURLToPath(new URL("adapter.js", import.meta.url)),
                entrypointResolution: "auto",
                supportedAstroFeatures: { serverOutput: "stable", sharpImageService: "stable" },
            }),
    },
};

export default defineConfig({ output: "server", adapter, integrations: [preact()], devToolbar: { enabled: false }, vite: { ssr: { noExternal: [/astro/] } } });

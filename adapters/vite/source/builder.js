// The process that builds while Vite's server runs: once for each message.

import { vite } from "./vite.js";

process.on("message", async (/** @type {{ root: string, configFile: string | undefined }} */ { root, configFile }) => {
    const begin = performance.now();
    try {
        const { createBuilder } = await vite(root);
        const builder = await createBuilder({ root, configFile: configFile ?? false, logLevel: "error" }, false);
        await builder.buildApp();
        process.send?.({ milliseconds: Math.round(performance.now() - begin) });
    } catch (error) {
        process.send?.({ error: error instanceof Error ? error.message : `${error}` });
    }
});
process.on("disconnect", () => process.exit());

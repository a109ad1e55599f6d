import isle from "@isle/vite";
import preact from "@preact/preset-vite";
import { svelte } from "@sveltejs/vite-plugin-svelte";

export default { plugins: [isle(), preact(), svelte()] };

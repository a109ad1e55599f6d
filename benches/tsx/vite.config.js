import isle from "@isle/vite";
import preact from "@preact/preset-vite";

// The component lies in another package's folder.
export default { plugins: [isle(), preact()], resolve: { dedupe: ["preact"] } };

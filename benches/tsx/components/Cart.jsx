// The component that Astro renders in the other benchmark.
export { default } from "../../client/astro/src/components/Cart.jsx";

import { hydrate } from "./chunks/framework.js";
export default (el, props) => { hydrate(el, "Throws"); };

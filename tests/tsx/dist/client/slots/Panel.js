import mounted from "../Panel.js";
export default (el, props, context) => mounted(el, props, { ...context, slots: {} });

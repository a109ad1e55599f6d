import { price } from "./price.js";

export default (el, props) => { el.title = price(props.total); };

import { format } from "./shared/format.js";

export default (el, props, { signal }) => {
    const button = el.querySelector("button");
    let count = props.start ?? 0;
    button.addEventListener("click", () => { button.textContent = format(++count); }, { signal });
};

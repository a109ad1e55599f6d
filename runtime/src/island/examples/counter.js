export default (el, props, { signal }) => {
    const button = el.querySelector("button");
    let count = props.start;
    button.addEventListener("click", () => {
        button.textContent = ++count;
    }, { signal });
};

// Folds a long list behind its button, where the screen is narrow.
export default (el, props, { signal }) => {
    const button = el.querySelector("button");
    const show = (open) => {
        el.dataset.menu = open ? "open" : "folded";
        button.ariaExpanded = open;
    };
    show(false);
    button.addEventListener("click", () => show(el.dataset.menu === "folded"), { signal });
};

// The slots of an island: markup that the server has rendered, and that a component places without knowing what is in it. Its
// nodes stay the same wherever they are placed, so that the islands among them live on.
//
// Only islands that declare slots get this code. With what a framework makes elements with, which its adapter exports, the file
// beside this one makes of each slot what that framework's components know as children.

/**
 * What an adapter is called with.
 *
 * @typedef {object} Context
 * @property {AbortSignal} signal
 * @property {Record<string, any>} [slots]
 */

/**
 * A slot's name as the name of a prop: `children` for the default slot, `sideBar` for `side-bar`.
 *
 * @param {string} name
 */
export const prop = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()) || "children";

export class Slot {
    /**
     * @param {string} name
     * @param {ParentNode} home  What holds the slot's nodes.
     */
    constructor(name, home) {
        this.name = name;
        this.home = home;
    }

    /**
     * Fills an `<isle-slot>` that the framework has made; one that the server has rendered is full.
     *
     * @param {Element | null} element
     */
    place(element) {
        if (!element || element.firstChild) return;
        element.append(...this.home.childNodes);
        this.home = element;
    }
}

/**
 * Takes the slots of an island: those that the component has rendered on the server stay where they are, those that it has not
 * lie in templates behind its markup.
 *
 * @param {Element} island
 */
export function take(island) {
    /** @type {Map<string, Slot>} */
    const slots = new Map();
    for (const found of island.querySelectorAll("isle-slot, template[data-isle-slot]")) {
        // One within is another island's, also of an island that is nothing but markup.
        if (found.parentElement?.closest("isle-slot, isle-island") !== island) continue;
        const template = found instanceof HTMLTemplateElement;
        const name = (template ? found.dataset.isleSlot : found.getAttribute("name")) ?? "";
        if (!slots.has(name)) slots.set(name, new Slot(name, template ? found.content : found));
        if (template) found.remove();
    }
    return [...slots.values()];
}

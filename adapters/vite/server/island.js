// A component as a function from JSON to HTML, which isle calls in its engine.

import "./prelude.js";
import { prop } from "../client/slots.js";

/**
 * @typedef {object} Slot
 * @property {string} name  The default slot has none.
 * @property {string} prop  Its name as a prop.
 * @property {string} html  What the call put into it.
 */

/**
 * @template Component
 * @param {(component: Component, props: object, slots: Slot[]) => string | Promise<string>} render
 * @param {Component} component
 */
export const island = (render, component) =>
    /**
     * @param {string} props  JSON, an object.
     * @param {string} slots  JSON: markup by the slot's name, the default slot's being `default`.
     */
    (props, slots) => {
        const filled = Object.entries(JSON.parse(slots)).map(([key, html]) => {
            const name = key === "default" ? "" : key;
            return { name, prop: prop(name), html };
        });
        return render(component, JSON.parse(props), filled);
    };

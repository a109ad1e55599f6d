// While a document arrives, an island's start tag may be there and its content not.

import { pause } from "./pause.js";

/** Waits until the parser has read the end tag: then an element stands behind it, or the document is whole. */
export const parsed = async (element: Element) => {
    while (document.readyState == "loading" && !element.closest(":not(:last-child)")) await pause(20);
};

// The one module that a page with islands loads: it teaches the browser what `<isle-island>` is.
//
//     <isle-island src="cart-1a2b3c4d.js" props='{"items":[]}' client:visible>…</isle-island>
//
// The element's life begins when it is connected, and ends when it was removed.

import { live } from "./life.js";

export interface Island extends HTMLElement {
    /** Ends the life; there is one while there is this. */
    end?: (() => void) | undefined;
    /** Settled when this island is mounted or has failed: those inside wait for it. None while that may never come. */
    turn?: Promise<unknown> | false;
}

customElements.define(
    "isle-island",
    class extends HTMLElement implements Island {
        declare end: Island["end"];

        connectedCallback() {
            // One that is still alive has only been moved.
            this.end ??= live(this);
        }

        disconnectedCallback() {
            // Not yet: whoever moves an element takes it out first, and may await something before it is back.
            setTimeout(() => {
                if (!this.isConnected) this.end = this.end?.() as undefined;
            });
        }
    },
);

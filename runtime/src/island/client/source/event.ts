// `client:event`: loads when a visitor turns to the island, and lets nothing that was done meanwhile be lost.
//
// Until the island is mounted, its events are held: stopped here, and dispatched again to the same nodes, in the same
// order, once it is there to hear them. So everybody hears of each event once. What a click or a submission does by
// default (following a link, ticking a box, sending a form) is held back with it, and done by the second dispatch, unless
// the island prevents it then; if the island fails, it is done all the same. What can't be cancelled, or is typed, takes place at once.

import type { Wait } from "./directives.js";

/** Until the first of the events with these names, or else the usual ones. */
export const event: Wait = (island, names, go, signal, settled) => {
    let released: boolean;
    const hold = (event: Event) => {
        if (released) return;
        const { type } = event;
        const target = event.composedPath()[0]!;
        if (type == "click" || type == "submit") event.preventDefault();
        event.stopImmediatePropagation();
        settled.then(() => {
            if (signal.aborted) return;
            // A form isn't sent by an event that a script made.
            if (type == "submit") (target as HTMLFormElement).requestSubmit((event as SubmitEvent).submitter);
            // An event has every member that its constructor asks for.
            else target.dispatchEvent(new (event.constructor as typeof Event)(type, event));
        });
        go();
    };
    for (const name of (names || "pointerover focusin click input change submit").split(" "))
        island.addEventListener(name, hold, { capture: true, signal });
    settled.then(() => (released = true));
};

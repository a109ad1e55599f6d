// What islands tell each other of the cart, whatever they are written with.

export interface Held {
    copies: number;
    /** In cents. */
    subtotal: number;
}

const name = "cart:change";
/** For an island that comes alive later. */
let last: Held | undefined;

export function tell(held: Held) {
    last = held;
    document.dispatchEvent(new CustomEvent(name, { detail: held }));
}

export function listen(heard: (held: Held) => void) {
    const listener = (event: Event) => heard((event as CustomEvent<Held>).detail);
    document.addEventListener(name, listener);
    if (last) heard(last);
    return () => document.removeEventListener(name, listener);
}

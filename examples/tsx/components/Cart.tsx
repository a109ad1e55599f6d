// The cart. Its forms work as they are; in the browser they change it without loading the page again.

import type { ComponentChildren, TargetedSubmitEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import "./Cart.css";
import { tell } from "./lib/cart";
import { euros } from "./lib/money";
import type { CartItem, CartProps } from "./props";

export default function Cart({ items: given, change, children }: CartProps & { children?: ComponentChildren }) {
    const [items, setItems] = useState(given);
    const turn = useRef<Promise<unknown>>(Promise.resolve());

    const set = (film: number, copies: number) => {
        const changed = items.map((item) => (item.film === film ? { ...item, copies } : item)).filter((item) => item.copies);
        setItems(changed);
        tell({ copies: sum(changed, (item) => item.copies), subtotal: sum(changed, cost) });
        // One after the other: each answer sets the cookie that the next change begins with.
        const body = new URLSearchParams({ film: `${film}`, copies: `${copies}` });
        turn.current = turn.current.then(() => fetch(change, { method: "POST", body })).catch(() => location.reload());
    };
    const submit = (event: TargetedSubmitEvent<HTMLFormElement>, film: number) => {
        event.preventDefault();
        set(film, Number((event.submitter as HTMLButtonElement).value));
    };

    return (
        <section class="cart" aria-label="Films in your cart">
            {items.length ? (
                <ul>
                    {items.map((item) => (
                        <Row key={item.film} item={item} change={change} submit={submit} />
                    ))}
                </ul>
            ) : (
                <p class="lead">Nothing is in it.</p>
            )}
            {children}
        </section>
    );
}

interface RowProps {
    item: CartItem;
    change: string;
    submit(event: TargetedSubmitEvent<HTMLFormElement>, film: number): void;
}

function Row({ item, change, submit }: RowProps) {
    const { film, title, year, hue, copies } = item;
    return (
        <li>
            <span class="cover" style={{ "--hue": `${hue}` }} aria-hidden="true" />
            <div class="what">
                <h2>{title}</h2>
                <p>{year}</p>
            </div>
            <form method="post" action={change} onSubmit={(event) => submit(event, film)}>
                <input type="hidden" name="film" value={film} />
                <button name="copies" value={copies - 1} aria-label={`One copy less of ${title}`}>−</button>
                <output>{copies}</output>
                <button name="copies" value={copies + 1} disabled={copies === 9} aria-label={`One more copy of ${title}`}>+</button>
                <button class="remove" name="copies" value={0} aria-label={`Remove ${title}`}>Remove</button>
            </form>
            <p class="price">{euros(cost(item))}</p>
        </li>
    );
}

const cost = (item: CartItem) => item.copies * item.price;

const sum = (items: CartItem[], of: (item: CartItem) => number) => items.reduce((sum, item) => sum + of(item), 0);

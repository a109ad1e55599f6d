// The shop's cart as a Preact component: the same markup, the same requests.

import { useRef, useState } from "preact/hooks";

export default function Cart({ change, films }) {
    const [items, setItems] = useState(films);
    const [total, setTotal] = useState("$57.97");
    const turn = useRef(Promise.resolve());

    const send = async (film, kind, quantity) => {
        const body = new URLSearchParams({ film, change: kind, quantity });
        const answer = await (await fetch(change, { method: "POST", body })).json();
        setItems((items) =>
            items
                .map((item) => (item.id === film ? { ...item, quantity: answer.quantity, price: answer.price } : item))
                .filter((item) => item.quantity),
        );
        setTotal(answer.total);
    };
    const begin = (film, kind, quantity) => {
        turn.current = turn.current.then(() => send(film, kind, quantity)).catch(() => location.reload());
    };

    return (
        <table class="cart">
            <caption>Prices include tax. Nothing is sent, since nothing is sold.</caption>
            <thead>
                <tr><th scope="col">Film</th><th scope="col">Copies</th><th scope="col">Price</th></tr>
            </thead>
            <tbody>
                {items.map((item) => (
                    <tr key={item.id}>
                        <th scope="row"><a href={`/films/${item.slug}`}>{item.title}</a> <span class="quiet">{item.year}</span></th>
                        <td>
                            <form method="post" onSubmit={(event) => { event.preventDefault(); begin(item.id, event.submitter?.value ?? "set", item.quantity); }}>
                                <input type="number" name="quantity" min="0" max="9" value={item.quantity} aria-label={`Copies of ${item.title}`}
                                    onChange={(event) => begin(item.id, "set", event.currentTarget.value)} />
                                <button class="plain" name="change" value="set">Update</button>
                                <button class="plain remove" name="change" value="remove">Remove</button>
                            </form>
                        </td>
                        <td>{item.price}</td>
                    </tr>
                ))}
            </tbody>
            <tfoot><tr><th scope="row" colspan="2">Together</th><td><output>{total}</output></td></tr></tfoot>
        </table>
    );
}

export default function Cart({ items, note }: { items: { name: string; count: number }[]; note?: string | null }) {
    return <section>
        <ul>{items.map((item) => <li>{item.name} × {item.count}</li>)}</ul>
        {note && <p>{note}</p>}
    </section>;
}

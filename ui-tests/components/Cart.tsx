export default function Cart({ total }: { total: number }) {
    return <p>{total}</p>;
}

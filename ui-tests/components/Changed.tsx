export default function Changed({ total }: { total: number }) {
    return <p>{total}</p>;
}

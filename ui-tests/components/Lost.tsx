export default function Lost({ total }: { total: number }) {
    return <p>{total}</p>;
}

export default function NoServer({ total }: { total: number }) {
    return <p>{total}</p>;
}

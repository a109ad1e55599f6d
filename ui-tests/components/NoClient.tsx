export default function NoClient({ total }: { total: number }) {
    return <p>{total}</p>;
}

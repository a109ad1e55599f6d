export default function Wrong({ total }: { total: number }) {
    return <p>{total}</p>;
}

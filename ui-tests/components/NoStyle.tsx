export default function NoStyle({ total }: { total: number }) {
    return <p>{total}</p>;
}

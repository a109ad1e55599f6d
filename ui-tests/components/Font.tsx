export default function Font({ total }: { total: number }) {
    return <p>{total}</p>;
}

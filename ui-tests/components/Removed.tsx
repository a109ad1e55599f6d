export default function Removed({ total }: { total: number }) {
    return <p>{total}</p>;
}

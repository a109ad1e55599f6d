export default function Shared({ total }: { total: number }) {
    return <p>{total}</p>;
}

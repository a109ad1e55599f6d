export default function Recurses() {
    return <i><Recurses /></i>;
}

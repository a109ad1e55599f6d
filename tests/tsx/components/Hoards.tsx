const kept: object[] = [];
export default function Hoards() {
    for (;;) kept.push({});
}

const kept = [];
const does = {
    render: () => "<b>fine</b>",
    throw: () => { throw new TypeError("no such thing"); },
    "throw text": () => { throw "only text"; },
    loop: () => { for (;;); },
    "loop later": () => { Promise.resolve().then(() => { for (;;); }); return "<b>later</b>"; },
    hoard: () => { for (;;) kept.push({ much: "of it".repeat(100) }); },
    grow: () => { let text = "x"; for (;;) text += text; },
    recurse: () => { const deeper = (n) => 1 + deeper(n + 1); return deeper(0); },
    number: () => 42,
    promise: async () => { await null; return "<b>async</b>"; },
    reject: async () => { await null; throw new Error("too late"); },
    wait: () => new Promise(() => {}),
    "half a character": () => "😀".slice(0, 1),
    outside: () => ["fetch", "process", "require", "setTimeout", "document", "performance"]
        .map((name) => `${name}: ${typeof globalThis[name]}`).join(", "),
    chance: () => [Math.random(), Math.random(), Date.now(), new Date().getTime(), new Date(5).getTime()].join(" "),
};
export default (props) => does[JSON.parse(props).how]();

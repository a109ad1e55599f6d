//! An engine and what components do to it.

use std::hint::black_box;
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs, process};

use super::engine::Engine;
use super::failure::Failure;
use crate::island::file::ServerModule;

/// Renders in a new engine.
fn render(text: &'static str) -> Result<String, Failure> {
    in_engine(&mut Engine::new()?, text)
}

fn in_engine(engine: &mut Engine, text: &'static str) -> Result<String, Failure> {
    let module = Box::leak(Box::new(ServerModule {
        path: text,
        file: "",
        text,
        disk: None,
    }));
    // In a debug build the engine itself is slow.
    let until = Instant::now() + Duration::from_secs(5);
    engine.render(module, r#"{"name":"<b>"}"#, "{}", until)
}

#[test]
fn what_is_not_there_is_named_with_what_to_do() {
    let thrown = |text| match render(text) {
        Err(Failure::Thrown(message)) => message,
        other => panic!("{other:?}"),
    };
    for text in [
        "export default () => new Intl.NumberFormat('de').format(1234.5)",
        "export default () => (1234.5).toLocaleString('de')",
        "export default () => 5n.toLocaleString()",
        "export default () => new Date(5).toLocaleDateString('de', { month: 'long' })",
        "export default () => [1, new Date()].toLocaleString()",
    ] {
        let message = thrown(text);
        assert!(message.contains("Intl"), "{message}");
        let help = "help: format in Rust and give the text as a prop";
        assert!(message.contains(help), "{message}");
    }
    let message = thrown("export default () => document.title");
    assert!(
        message.contains("document") && message.contains("help: "),
        "{message}"
    );
    assert!(message.contains("in an effect"), "{message}");
    // A slip in the component is no matter of where it runs.
    let message = thrown("export default () => docment.title");
    assert!(
        message.contains("docment is not defined") && !message.contains("help"),
        "{message}"
    );
    // What knows no language stays.
    let sorted = render(
        "export default () => ['b', 'a'].sort((a, b) => a.localeCompare(b)).join('').toLocaleUpperCase()",
    );
    assert_eq!(sorted.as_deref(), Ok("AB"));
}

/// Each holds on to more and more of another kind of thing.
const HOARDS: [&str; 23] = [
    "const kept = []; export default () => { for (;;) kept.push({ a: 1 }); }",
    "const kept = []; export default () => { for (;;) kept.push([1, 2, 3]); }",
    "const kept = []; export default () => { for (;;) kept.push('x'.repeat(1000) + kept.length); }",
    "const kept = []; export default () => { for (;;) kept.push(() => kept); }",
    "const kept = []; export default () => { for (;;) kept.push(new Error('no')); }",
    "const kept = []; export default () => { for (;;) kept.push(new Map([[{}, kept]])); }",
    "const kept = []; export default () => { for (;;) kept.push(new Uint8Array(5000)); }",
    "const kept = []; export default () => { for (;;) kept.push(/a+b/g.exec('caab')); }",
    "const kept = []; export default () => { for (;;) kept.push(new RegExp('a' + kept.length)); }",
    "const kept = []; export default () => { for (;;) kept.push((function* () { yield kept; })()); }",
    "const kept = []; export default () => { for (;;) kept.push(class A { #x = 1; get x() { return this.#x; } }); }",
    "const kept = []; export default () => { for (;;) kept.push(Promise.resolve(kept).then(() => {})); }",
    "const kept = []; export default () => { for (;;) kept.push((async () => { await 1; })()); }",
    "const kept = []; export default () => { for (;;) kept.push(Symbol('s' + kept.length)); }",
    "const kept = []; export default () => { for (;;) kept.push(JSON.parse('{\"a\":[1,{\"b\":2}]}')); }",
    "const kept = []; export default () => { for (;;) kept.push(new Proxy({}, {})); }",
    "const kept = {}; let n = 0; export default () => { for (;;) kept['key' + n++] = n; }",
    "const kept = []; export default () => { for (;;) kept.push(2n ** 5000n); }",
    "const kept = []; export default () => { for (;;) kept.push(`a${kept.length}b`.split('')); }",
    "const kept = []; export default () => { for (;;) kept.push(new Function('a', 'return a + ' + kept.length)); }",
    "export default () => { const all = []; for (;;) { try { for (;;) all.push({}); } catch { all.push(1); } } }",
    "export default () => { let o = {}; for (;;) o = { o, p: [o] }; }",
    "export default () => new Array(1e8).fill(7).join('')",
];

#[test]
fn memory_that_runs_out_is_a_failure() {
    for text in HOARDS {
        let failure = render(text).expect_err(text);
        assert_eq!(failure, Failure::OutOfMemory, "{text}");
    }
}

/// A component that uses a little of everything.
const VARIED: &str = r#"
    class Base { #x = 1; get x() { return this.#x; } static make() { return new this(); } }
    class Item extends Base { constructor(n) { super(); this.n = n; } toString() { return `item ${this.n} ${this.x}`; } }
    function* count(n) { for (let i = 0; i < n; i++) yield new Item(i); }
    const tag = (strings, ...values) => strings.raw.map((s, i) => s + (values[i] ?? "")).join("");
    export default async (props) => {
        const { name } = JSON.parse(props);
        const map = new Map([...count(5)].map((item) => [item.n, item]));
        const { a, ...rest } = { a: 1, b: [2, 3], c: { d: name } };
        const text = [...map.values()].map(String).join("|").replace(/item (\d)/g, (_, n) => n * 2n.constructor.length || n);
        const error = (() => { try { null.x; } catch (e) { return e.message; } })();
        const proxy = new Proxy({}, { get: (_, key) => key });
        const set = new Set(text.split("|")); const weak = new WeakMap([[rest, set]]);
        const typed = Uint8Array.from(text, (c) => c.charCodeAt(0));
        await Promise.all([1, 2].map(async (n) => { await n; return n; }));
        const sorted = [3, 1, 2].toSorted((a, b) => a - b); const { [Symbol.iterator]: it = 1 } = rest;
        return tag`${name}${text}${error}${proxy.some}${weak.get(rest).size}${typed.length}${JSON.stringify(rest)}${sorted}${new Date(5).toISOString()}${(123.456).toFixed(1)}${BigInt(2) ** 70n}${new Function("return 7")()}`;
    };
"#;

/// Wherever it runs out, the process lives.
#[test]
fn memory_may_run_out_anywhere() {
    let (mut rendered, mut failed) = (0, 0);
    for limit in (100_000..180_000).step_by(397) {
        let mut engine = Engine::with_memory(limit).expect("an engine");
        match in_engine(&mut engine, VARIED) {
            Ok(html) => {
                assert!(html.starts_with("<b>0 1|1 1|2 1|"), "{html}");
                rendered += 1;
            }
            Err(_) => failed += 1,
        }
    }
    assert!(
        rendered > 20 && failed > 20,
        "{rendered} rendered, {failed} failed"
    );
}

#[test]
fn each_rendering_finds_the_same_time_and_the_same_chance() {
    let text = "let first = Math.random(); export default () => [first, Math.random(), Math.random(), Date.now(), \
        new Date().toISOString(), new Date(5).getTime(), new Date() instanceof Date, Date().slice(11, 15)].join(' ')";
    let mut engine = Engine::new().expect("an engine");
    let once = in_engine(&mut engine, text).expect("text");
    assert_eq!(in_engine(&mut engine, text), Ok(once.clone()));
    assert_eq!(render(text), Ok(once.clone()));
    let words: Vec<&str> = once.split(' ').collect();
    assert_eq!(words[0], words[1], "chance begins anew");
    assert_ne!(words[1], words[2], "and goes on");
    assert_eq!(words[3..7], ["0", "1970-01-01T00:00:00.000Z", "5", "true"]);
}

/// What stops a component can't be caught by it, and nothing that it puts off outlives the deadline.
#[test]
fn time_that_runs_out_is_a_failure() {
    let loops = [
        "export default () => { for (;;); }",
        "export default () => { for (;;) try { for (;;); } catch {} }",
        "export default async () => { for (;;) await null; }",
        "export default () => { Promise.resolve().then(() => { for (;;); }); return 'early'; }",
        "export default () => { const again = () => { Promise.resolve().then(again); }; again(); return 'early'; }",
        "for (;;); export default () => ''",
        r#"export default () => /^(a+)+$/.test("a".repeat(100) + "b")"#,
        "export default () => { const all = Array.from({ length: 1e5 }, (_, n) => n); for (;;) all.sort(() => 1); }",
    ];
    for text in loops {
        let mut engine = Engine::new().expect("an engine");
        let start = Instant::now();
        let until = start + Duration::from_millis(100);
        let module = Box::leak(Box::new(ServerModule {
            path: text,
            file: "",
            text,
            disk: None,
        }));
        assert_eq!(
            engine.render(module, "{}", "{}", until),
            Err(Failure::OutOfTime),
            "{text}"
        );
        assert!(start.elapsed() < Duration::from_millis(500), "{text}");
    }
}

/// What a build in the background writes is rendered next; only debug builds name the file.
#[test]
fn a_module_that_is_written_anew_is_read_again() {
    let disk = env::temp_dir().join(format!("isle-module-{}.js", process::id()));
    let module = Box::leak(Box::new(ServerModule {
        path: "components/Changes.tsx",
        file: "dist/server/Some.js",
        text: "export default () => 'embedded'",
        disk: Some(disk.to_str().expect("a path of text").to_owned().leak()),
    }));
    let rendered = || super::render("Changes", module, b"{}", &Vec::new(), Duration::ZERO).0;
    assert_eq!(rendered().as_deref(), Some("embedded"));
    for (turn, text) in ["first", "second"].iter().enumerate() {
        fs::write(&disk, format!("export default () => '{text}'")).expect("a file");
        let written = SystemTime::UNIX_EPOCH + Duration::from_secs(turn as u64);
        let file = fs::File::options()
            .append(true)
            .open(&disk)
            .expect("a file");
        file.set_modified(written).expect("a time");
        assert_eq!(rendered().as_deref(), Some(*text));
    }
    fs::remove_file(&disk).expect("a file");
    assert_eq!(rendered().as_deref(), Some("embedded"));
}

/// A page may stand deeper in the stack than the one in which its thread's engine was made.
#[test]
fn an_engine_that_was_made_far_above_renders_too() {
    fn below(depth: usize, act: &mut dyn FnMut()) {
        let frame = [depth as u8; 10_000];
        match depth {
            0 => act(),
            _ => below(depth - 1, act),
        }
        black_box(frame);
    }
    static DEEP: ServerModule = ServerModule {
        path: "components/Deep.tsx",
        file: "dist/server/Some.js",
        text: "const deep = (n) => n ? deep(n - 1) : 'done'; export default () => deep(100)",
        disk: None,
    };
    static DEEPER: ServerModule = ServerModule {
        path: "components/Deeper.tsx",
        file: "dist/server/Some.js",
        text: "const deeper = () => deeper() + 1; export default () => deeper()",
        disk: None,
    };
    let rendered = |module| super::render("Deep", module, b"{}", &Vec::new(), Duration::ZERO).0;
    assert_eq!(rendered(&DEEP).as_deref(), Some("done"));
    below(80, &mut || {
        assert_eq!(rendered(&DEEP).as_deref(), Some("done"))
    });
    assert_eq!(rendered(&DEEPER), None);
    assert_eq!(rendered(&DEEP).as_deref(), Some("done"));
    assert_eq!(render(DEEPER.text), Err(Failure::OutOfStack));
}

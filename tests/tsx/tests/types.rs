//! The props of islands as TypeScript.
#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::num::NonZero;
use std::path::PathBuf;

use isle::island::{ClientSafe, PropsWriter, TypeScript, Typed};
use isle::prelude::*;

#[derive(ClientProps)]
struct Item<'a> {
    name: &'a str,
    r#type: Cow<'a, str>,
    count: NonZero<u8>,
    tags: Vec<Option<String>>,
    prices: BTreeMap<String, Price>,
    kind: Kind,
}

#[derive(ClientProps)]
struct Price(f64, char);

#[derive(ClientProps)]
struct Id(u32);

#[derive(ClientProps)]
struct Nothing;

#[derive(ClientProps)]
#[expect(dead_code, reason = "its type is read, and none of its values")]
enum Kind {
    Plain,
    Sized { width: u32, height: Option<u32> },
    Named(String),
    Pair(Id, bool),
}

/// It holds itself.
#[derive(ClientProps)]
struct Tree {
    kids: Vec<Tree>,
}

#[derive(ClientProps)]
struct Page<T> {
    rows: Vec<T>,
    next: Option<Box<Page<T>>>,
}

/// It says itself how it is sent, and not what that is.
struct Opaque;

impl ClientSafe for Opaque {
    fn write(&self, json: &mut PropsWriter<'_>) {
        true.write(json);
    }
}

/// It says both.
struct Open;

impl ClientSafe for Open {
    fn write(&self, json: &mut PropsWriter<'_>) {
        true.write(json);
    }
}

impl Typed for Open {
    fn typed(_: &mut TypeScript) -> String {
        "true".to_owned()
    }
}

#[island("components/Cart.tsx")]
fn Cart(items: &[Item<'_>], note: Option<&str>, #[default(3)] at_most: u32);

#[island("components/Panel.svelte", slots(children))]
fn Panel<T: ClientSafe>(
    tree: Tree,
    given: T,
    shown: impl ClientSafe,
    opaque: Opaque,
    open: Option<Open>,
    pages: (Page<Id>, Page<String>),
    ids: HashSet<u64>,
    nothing: Nothing,
);

#[island("components/Loops.tsx")]
fn Loops();

#[page("/")]
async fn home() -> Html {
    html! { <Cart items={&[]} /><Loops client:load /> }
}

#[page("/deep")]
async fn deep() -> Html {
    html! { <Behind /> }
}

#[component]
fn Behind() -> Html {
    let pages = || Page {
        rows: vec![Id(1)],
        next: None,
    };
    let words = Page {
        rows: vec![String::new()],
        next: None,
    };
    html! {
        <Panel tree={Tree { kids: vec![] }} given={1} shown={true} opaque={Opaque} open={Open}
            pages={(pages(), words)} ids={HashSet::new()} nothing={Nothing} client:only />
    }
}

isle::site! { SITE: [home, deep] }

const WANTED: &str = r#"
export interface CartProps {
    items: Item[];
    note: string | null;
    at_most: number;
}

export type Id = number;

export interface Item {
    name: string;
    type: string;
    count: number;
    tags: (string | null)[];
    prices: { [key: string]: Price };
    kind: Kind;
}

export type Kind = "Plain" | { Sized: { width: number; height: number | null } } | { Named: string } | { Pair: [Id, boolean] };

export interface LoopsProps {
}

export type Nothing = null;

export interface PageId {
    rows: Id[];
    next: PageId | null;
}

export interface PageString {
    rows: string[];
    next: PageString | null;
}

export interface PanelProps {
    tree: Tree;
    given: unknown;
    shown: unknown;
    opaque: unknown;
    open: true | null;
    pages: [PageId, PageString];
    ids: number[];
    nothing: Nothing;
}

export type Price = [number, string];

export interface Tree {
    kids: Tree[];
}
"#;

#[test]
fn each_island_and_each_type_is_declared_once() {
    let types = TypeScript::of::<SITE>().to_string();
    let (head, declarations) = types.split_once('\n').unwrap();
    assert!(head.starts_with("// "), "{head}");
    assert_eq!(declarations, WANTED);
    // A page alone knows its own islands.
    let home = TypeScript::of::<home>().to_string();
    assert!(home.contains("CartProps") && !home.contains("PanelProps"));
}

fn file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("isle-types-{}-{name}", std::process::id()))
}

#[test]
fn a_file_is_written_once_and_its_drift_is_found() {
    let (types, path) = (TypeScript::of::<SITE>(), file("props.d.ts"));
    let missing = types.check(&path).unwrap_err().to_string();
    assert!(missing.starts_with("there is no file `"), "{missing}");
    assert!(types.write(&path).unwrap());
    assert!(!types.write(&path).unwrap());
    types.check(&path).unwrap();
    // A checkout may end its lines otherwise.
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    types.check(&path).unwrap();

    fs::write(&path, text.replace("count: number", "count: string")).unwrap();
    let drift = types.check(&path).unwrap_err().to_string();
    fs::remove_file(&path).unwrap();
    assert!(
        drift.contains("is `    count: string;`, and should be `    count: number;`"),
        "{drift}"
    );
    assert!(drift.contains("ISLE_TYPES=write cargo test"), "{drift}");
}

mod other {
    use super::*;

    #[derive(ClientProps)]
    pub(crate) struct Id {
        pub(crate) number: u64,
    }
}

#[island("components/Trouble.jsx")]
fn Trouble(id: Id, other: other::Id);

#[page("/twice")]
async fn twice() -> Html {
    html! { <Trouble id={Id(1)} other={other::Id { number: 1 }} client:load /> }
}

#[test]
fn two_types_of_one_name_are_refused() {
    let _: axum::Router = isle::router![twice];
    let path = file("twice.d.ts");
    let refused = TypeScript::of::<twice>()
        .write(&path)
        .unwrap_err()
        .to_string();
    assert_eq!(
        refused,
        "`types::Id` and `types::other::Id` would both be `Id`: rename one"
    );
    assert!(!path.exists());
}

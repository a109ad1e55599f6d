//! Components: props, slots, exits, however they nest.
#![forbid(unsafe_code)]

use isle::prelude::*;

#[component]
fn Card(title: &str, #[default] wide: bool, note: Option<&str>) -> Html {
    html! {
        <article class:list={["card", wide.then_some("wide")]} title={note}>
            <h2>{title}</h2>
            <slot><p>Empty</p></slot>
        </article>
    }
}

#[test]
fn props_are_given_by_name_in_any_order_and_borrow() {
    let owned = String::from("Shoes");
    let boxed: Box<str> = "n".into();
    assert_eq!(
        html! { <Card note={&*boxed} title={&owned} /> }.as_str(),
        r#"<article class="card" title="n"><h2>Shoes</h2><p>Empty</p></article>"#
    );
    assert_eq!(
        html! { <Card title="A & B" wide /> }.as_str(),
        r#"<article class="card wide"><h2>A &amp; B</h2><p>Empty</p></article>"#
    );
    assert_eq!(
        html! { <Card title="a" wide={false} note={None} /> }.as_str(),
        html! { <Card title="a" /> }.as_str()
    );
}

#[test]
fn a_prop_may_be_called_as_its_variable() {
    let (title, wide) = ("t", true);
    assert_eq!(
        html! { <Card {title} {wide} /> }.as_str(),
        html! { <Card title="t" wide /> }.as_str()
    );
}

#[component]
fn Sizes(count: u32, #[default(3)] least: u32, label: String, tag: Option<String>) -> Html {
    html! { <p>{label}": "{count.max(least)}{tag}</p> }
}

#[test]
fn defaults_and_conversions() {
    let text = String::from("n");
    assert_eq!(
        html! { <Sizes count={1} label="a" /> }.as_str(),
        "<p>a: 3</p>"
    );
    assert_eq!(
        html! { <Sizes count={9} label={&text} tag="!" least={1} /> }.as_str(),
        "<p>n: 9!</p>"
    );
    assert_eq!(
        html! { <Sizes count={9} label={text} tag={Some(String::from("?"))} /> }.as_str(),
        "<p>n: 9?</p>"
    );
}

#[component]
fn List<T: std::fmt::Display>(items: &[T], mut first: usize, each: impl Fn(&T) -> String) -> Html {
    first += 1;
    html! { <ol start={first}>{for item in items { <li>{item}{each(item)}</li> }}</ol> }
}

#[test]
fn generics_are_inferred() {
    let items = vec![1.5, 2.5];
    assert_eq!(
        html! { <List items={&items} first={0} each={|x: &f64| format!("<{x}")} /> }.as_str(),
        r#"<ol start="1"><li>1.5&lt;1.5</li><li>2.5&lt;2.5</li></ol>"#
    );
}

struct Tree {
    name: &'static str,
    children: Vec<Tree>,
}

#[component]
fn Branch(tree: &Tree) -> Html {
    html! {
        <li>{tree.name}
            {if !tree.children.is_empty() {
                <ul>{for child in &tree.children { <Branch tree={child} /> }}</ul>
            }}
        </li>
    }
}

#[test]
fn a_component_may_hold_itself() {
    let leaf = |name| Tree {
        name,
        children: Vec::new(),
    };
    let tree = Tree {
        name: "a",
        children: vec![
            leaf("b"),
            Tree {
                name: "c",
                children: vec![leaf("d")],
            },
        ],
    };
    assert_eq!(
        html! { <Branch tree={&tree} /> }.as_str(),
        "<li>a<ul><li>b</li><li>c<ul><li>d</li></ul></li></ul></li>"
    );
}

mod ui {
    use isle::prelude::*;

    #[component]
    pub fn Badge(text: &str) -> Html {
        html! { <b>{text}</b> }
    }
}

#[test]
fn components_live_in_modules() {
    assert_eq!(html! { <ui::Badge text="x" /> }.as_str(), "<b>x</b>");
}

#[component]
fn Layout(title: &str) -> Html {
    html! {
        <!DOCTYPE html>
        <html lang="en">
            <head><title>{title}</title><slot name="head" /></head>
            <body><slot>Nothing here yet.</slot>{if has_slot!("foot") { <footer><slot name="foot" /></footer> }}</body>
        </html>
    }
}

#[test]
fn slots_are_filled_by_name_and_in_order() {
    let page = html! {
        <Layout title="T">
            <meta slot="head" name="a" content="1">
            <h1>One</h1>
            <meta slot="head" name="b" content="2">
            <p>Two</p>
            <Fragment slot="foot">a<i>b</i></Fragment>
        </Layout>
    };
    assert_eq!(
        page.as_str(),
        "<!DOCTYPE html><html lang=\"en\"><head><title>T</title><meta name=\"a\" content=\"1\"><meta name=\"b\" content=\"2\"></head>\
         <body><h1>One</h1><p>Two</p><footer>a<i>b</i></footer></body></html>"
    );
}

#[test]
fn a_fallback_stands_where_a_slot_is_absent_not_where_it_is_empty() {
    let absent = "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body>Nothing here yet.</body></html>";
    let empty =
        "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body></body></html>";
    assert_eq!(html! { <Layout title="T" /> }.as_str(), absent);
    assert_eq!(
        html! {
            <Layout title="T">
            </Layout>
        }
        .as_str(),
        absent
    );
    assert_eq!(
        html! { <Layout title="T">{None::<&str>}</Layout> }.as_str(),
        empty
    );
}

#[component]
fn Outer() -> Html {
    html! { <Card title="inner"><slot /></Card> }
}

#[test]
fn a_slot_that_is_passed_on_passes_its_absence_on() {
    assert_eq!(
        html! { <Outer /> }.as_str(),
        html! { <Card title="inner" /> }.as_str()
    );
    assert_eq!(
        html! { <Outer>x</Outer> }.as_str(),
        html! { <Card title="inner">x</Card> }.as_str()
    );
}

#[component]
fn Twice(times: u32) -> Html {
    html! { {for _ in 0..times { <slot /> }} }
}

#[test]
fn a_slot_may_be_printed_again() {
    let word = String::from("ho ");
    assert_eq!(
        html! { <Twice times={3}>{word}</Twice> }.as_str(),
        "ho ho ho "
    );
}

#[component]
fn Items(items: Vec<String>) -> Html {
    html! { {for item in items { <li>{item}</li> }} }
}

#[test]
fn children_may_use_up_what_they_hold() {
    let items = vec!["a".to_owned()];
    assert_eq!(
        html! { <Outer><Items items={items} /></Outer> }.as_str(),
        html! { <Card title="inner"><li>a</li></Card> }.as_str()
    );
}

macro_rules! leave_empty {
    ($condition:expr) => {
        if $condition {
            return html! {};
        }
    };
}

#[component]
fn Price(cents: u32) -> Html {
    leave_empty!(cents == 0);
    html! { <data value={cents}>{f64::from(cents) / 100.0}</data> }
}

#[test]
fn a_macro_may_leave_a_component_early() {
    assert_eq!(
        html! { <Price cents={250} /><Price cents={0} /> }.as_str(),
        r#"<data value="250">2.5</data>"#
    );
}

#[component]
fn Guarded(user: Option<&str>) -> Page {
    let Some(user) = user else {
        return redirect("/login");
    };
    let number: u32 = user.parse()?;
    html! { <p>User {number}</p> }
}

#[test]
fn a_component_that_exits_ends_the_page() {
    assert_eq!(
        html! { <Guarded user={Some("7")} /> }.as_str(),
        "<p>User 7</p>"
    );
}

#[page("/guarded/[...user]")]
async fn guarded(user: Option<String>) -> Page {
    html! { <Outer><Guarded user={user.as_deref()} /></Outer><p>after</p> }
}

#[tokio::test]
async fn a_page_answers_with_the_exit_of_its_component() {
    let _: axum::Router = isle::router![guarded];
    let ok = guarded(Some("7".to_owned()))
        .await
        .map(|html| html.as_str().to_owned());
    assert_eq!(
        ok.ok().as_deref(),
        Some(
            "<!DOCTYPE html><article class=\"card\"><h2>inner</h2><p>User 7</p></article><p>after</p>"
        )
    );
    assert!(guarded(None).await.is_err());
    assert!(guarded(Some("x".to_owned())).await.is_err());
}

//! What a template prints: the rows of Astro's cases whose area is `template` (a test each, whose name begins with the
//! row's id), and the rules of whitespace, attributes, classes, styles, slots and comments.
#![forbid(unsafe_code)]

use std::fmt;

use isle::html::Attributes;
use isle::prelude::*;

/// What each template prints.
macro_rules! prints {
    ($($markup:expr => $printed:expr),* $(,)?) => {$(
        assert_eq!($markup.as_str(), $printed);
    )*};
}

struct Foo;

impl fmt::Display for Foo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<foo>")
    }
}

/// A `bool` does not compile, by choice; what Astro prints for the rest.
#[test]
fn tm_01_nothing_is_printed_for_none() {
    let (none, unit) = (None::<&str>, None::<u8>);
    prints! {
        html! { <p>{none}{unit}{""}{0}{"true"}</p> } => "<p>0true</p>",
        html! { <p>{false.then_some("x")}{true.then_some("x")}</p> } => "<p>x</p>",
        html! { <p>{}</p> } => "<p></p>",
    }
}

#[test]
fn tm_02_five_characters_are_escaped() {
    prints! {
        html! { <i>{"<b>&\"'`"}</i> } => "<i>&lt;b&gt;&amp;&quot;&#39;`</i>",
        html! { <i title={"<b>&\"'`"}></i> } => "<i title=\"&lt;b&gt;&amp;&quot;&#39;`\"></i>",
        // Escaped again, never guessed.
        html! { <i>{"&amp;"}</i> } => "<i>&amp;amp;</i>",
    }
}

#[test]
fn tm_03_lists_print_their_items() {
    let posts = ["a", "<b>"];
    prints! {
        html! { <p>{[Some("1"), Some("<x>"), None]}{[vec![2], vec![3]]}</p> } => "<p>1&lt;x&gt;23</p>",
        html! { <ul>{posts.iter().map(|p| <li>{p}</li>)}</ul> } => "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
        html! { <ul>{for p in posts { <li>{p}</li> }}</ul> } => "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
    }
}

#[test]
fn tm_04_display_is_escaped() {
    prints! {
        html! { <p>{Foo}</p> } => "<p>&lt;foo&gt;</p>",
        html! { <p title={Foo}>{Some(Foo)}{[Foo]}</p> } => "<p title=\"&lt;foo&gt;\">&lt;foo&gt;&lt;foo&gt;</p>",
    }
}

#[component]
fn Number(value: f64, zero: u128) -> Html {
    html! { <b>{value}{zero}</b> }
}

#[page("/number")]
async fn number() -> Page {
    html! { <b>{f64::NAN}{0_u128}</b><Number value={f64::NAN} zero={0} /> }
}

#[tokio::test]
async fn tm_05_nan_is_one_thing_everywhere() {
    let page = number().await.map(|html| html.as_str().to_owned());
    assert_eq!(
        page.ok().as_deref(),
        Some("<!DOCTYPE html><b>NaN0</b><b>NaN0</b>")
    );
    let _: axum::Router = isle::router![number];
}

#[test]
fn tm_10_void_and_empty_elements() {
    prints! {
        html! { <div /> } => "<div></div>",
        html! { <br><br /><hr> } => "<br><br><hr>",
        html! { <img src="/a.png" alt=""><input disabled /> } => "<img src=\"/a.png\" alt=\"\"><input disabled>",
        html! { <my-element /> } => "<my-element></my-element>",
        html! { <svg viewBox="0 0 1 1"><path d="M0 0" /></svg> } => "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg>",
    }
}

#[component]
fn Slots() -> Html {
    html! { <header><slot name="head">"none"</slot></header><main><slot>"empty"</slot></main> }
}

#[component]
fn Passing() -> Html {
    html! { <Slots><slot name="top" slot="head" /><slot /></Slots> }
}

#[component]
fn Twice() -> Html {
    html! { <slot /><slot /> }
}

#[test]
fn tm_11_slots() {
    let show = true;
    prints! {
        html! { <Slots /> } => "<header>none</header><main>empty</main>",
        html! { <Slots></Slots> } => "<header>none</header><main>empty</main>",
        html! { <Slots>{/* a comment */}</Slots> } => "<header>none</header><main>empty</main>",
        html! { <Slots>
            </Slots> } => "<header>none</header><main>empty</main>",
        // Filled with nothing is filled.
        html! { <Slots>{None::<&str>}</Slots> } => "<header>none</header><main></main>",
        html! { <Slots>{if !show { <b /> }}</Slots> } => "<header>none</header><main></main>",
        html! { <Slots><b slot="head">"H1"</b>"x"<i slot="head">"H2"</i></Slots> } => "<header><b>H1</b><i>H2</i></header><main>x</main>",
        html! { <Slots><Fragment slot="head">"a"<i>"b"</i></Fragment></Slots> } => "<header>a<i>b</i></header><main>empty</main>",
        html! { <Passing /> } => "<header>none</header><main>empty</main>",
        html! { <Passing><b slot="top">"t"</b>"x"</Passing> } => "<header><b>t</b></header><main>x</main>",
        html! { <Twice><b>"x"</b></Twice> } => "<b>x</b><b>x</b>",
    }
}

#[page("/fragment")]
async fn fragment() -> Page {
    html! { "just text "{1} }
}

#[page("/partial", partial)]
async fn partial() -> Page {
    html! { <li>"partial"</li> }
}

#[page("/document")]
async fn document() -> Page {
    html! { <!DOCTYPE html><html lang="en"><head><title>"t"</title></head><body>"x"</body></html> }
}

#[tokio::test]
async fn tm_15_doctypes() {
    let _: axum::Router = isle::router![fragment, partial, document];
    let text = |page: Page| page.map(|html| html.as_str().to_owned()).ok();
    assert_eq!(
        text(fragment().await).as_deref(),
        Some("<!DOCTYPE html>just text 1")
    );
    assert_eq!(text(partial().await).as_deref(), Some("<li>partial</li>"));
    let whole =
        "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>x</body></html>";
    assert_eq!(text(document().await).as_deref(), Some(whole));
    // A value is no document.
    prints! { html! { <p>"x"</p> } => "<p>x</p>" }
}

/// With a brace in it, a comment does not compile.
#[test]
fn tm_16_comments() {
    prints! {
        html! { <p>"a"<!-- a  comment, "quoted" (so) -->"b"</p> } => "<p>a<!-- a  comment, \"quoted\" (so) -->b</p>",
        html! { <p>"a"{/* no comment */}"b"</p> } => "<p>ab</p>",
    }
}

/// JSX's rule: blanks in a line stay, a line break joins words by one space and vanishes beside a tag.
#[test]
#[rustfmt::skip]
fn whitespace() {
    let name = "n";
    prints! {
          html! { <p>two  spaces stay</p> } => "<p>two  spaces stay</p>",
          html! { <p> ends stay </p> } => "<p> ends stay </p>",
          html! {
              <p>
                  line one
                  line two
              </p>
          } => "<p>line one line two</p>",
          html! {
              <p>
                  <b>a</b>
                  <b>b</b>
              </p>
          } => "<p><b>a</b><b>b</b></p>",
          html! { <p><b>a</b> <b>b</b></p> } => "<p><b>a</b> <b>b</b></p>",
          html! {
              <p>
                  <b>a</b>{" "}
                  <b>b</b>
              </p>
          } => "<p><b>a</b> <b>b</b></p>",
          html! { <p>Hello, {name}!</p> } => "<p>Hello, n!</p>",
          html! { <pre>a
  b</pre> } => "<pre>a\n  b</pre>",
        // HTML drops the line break behind the tag; one that is meant is doubled, so that it stays.
        html! { <pre>
a</pre> } => "<pre>a</pre>",
        html! { <pre>"\na"</pre> } => "<pre>\n\na</pre>",
        html! { <textarea>{"\na"}</textarea> } => "<textarea>\n\na</textarea>",
      }
}

#[test]
fn attributes() {
    let (yes, no, none) = (true, false, None::<&str>);
    let (title, id) = ("t", 7);
    prints! {
        html! { <input disabled={yes} required={no} /> } => "<input disabled>",
        html! { <p title={none}></p> } => "<p></p>",
        html! { <p title={""}></p> } => "<p title=\"\"></p>",
        html! { <p aria-hidden={yes} data-x={no} draggable={no}></p> } => "<p aria-hidden=\"true\" data-x=\"false\" draggable=\"false\"></p>",
        html! { <p hidden={yes}></p> } => "<p hidden></p>",
        html! { <p hidden={no}></p> } => "<p></p>",
        html! { <p hidden={"until-found"}></p> } => "<p hidden=\"until-found\"></p>",
        html! { <a href="/" download={"f"}>"x"</a> } => "<a href=\"/\" download=\"f\">x</a>",
        html! { <my-input disabled={no}></my-input> } => "<my-input disabled=\"false\"></my-input>",
        html! { <p {title} {id}></p> } => "<p title=\"t\" id=\"7\"></p>",
        html! { <p title="&lt;&amp;&quot;&nbsp;é"></p> } => "<p title=\"&lt;&amp;&quot;&nbsp;é\"></p>",
        html! { <button @click="go()" x-on:click="go()" hx-get="/x" :class="c">"x"</button> }
            => "<button @click=\"go()\" x-on:click=\"go()\" hx-get=\"/x\" :class=\"c\">x</button>",
        html! { <p {..Attributes::new().with("data-a", 1).with("title", "<")}></p> } => "<p data-a=\"1\" title=\"&lt;\"></p>",
        html! { <p title="own" {..Attributes::new().with("title", "other")}></p> } => "<p title=\"own\"></p>",
        html! { <p {..Attributes::new().with("TITLE", "other").with("class", "x")} title={none} class:list={["a"]}></p> } => "<p class=\"a\"></p>",
    }
}

#[test]
fn class_list() {
    let hot = false;
    prints! {
        html! { <p class:list={["a", ["b", ""], Some("d"), None::<&str>, ("no", hot), ("yes", !hot)]}></p> } => "<p class=\"a b d yes\"></p>",
        html! { <p class="x" class:list={["a"]}></p> } => "<p class=\"x a\"></p>",
        html! { <p class="x" class:list={[hot.then_some("a")]}></p> } => "<p class=\"x\"></p>",
        html! { <p class:list={[hot.then_some("a")]}></p> } => "<p></p>",
    }
}

#[test]
fn style() {
    prints! {
        html! { <p style={[("color", "red"), ("margin", "0")]}></p> } => "<p style=\"color:red;margin:0\"></p>",
        html! { <p style={[("color", None::<&str>), ("--x", Some("1"))]}></p> } => "<p style=\"--x:1\"></p>",
        html! { <p style={[("order", 0)]}></p> } => "<p style=\"order:0\"></p>",
        html! { <p style={[("color", "red;top:0"), ("width", "url(/x)")]}></p> } => "<p></p>",
    }
}

#[test]
fn set_html_and_set_text() {
    let markup = Html::trusted("<b>x</b>");
    prints! {
        html! { <p set:html={&markup} /> } => "<p><b>x</b></p>",
        html! { <p set:html={None::<Html>} /> } => "<p></p>",
        html! { <p set:text={"<b>"} /> } => "<p>&lt;b&gt;</p>",
    }
}

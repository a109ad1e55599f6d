//! Tags, attributes, components, slots, the fence: what is written is what the tree says.

mod show;

use isle_syntax::markup::tree::{Attribute, Node, Sort, Value};
use show::{read, tree};

#[test]
fn elements() {
    assert_eq!(tree("<p></p>"), "<p></p>");
    assert_eq!(tree("<div/>"), "<div></div>");
    assert_eq!(
        tree("<br> <br/> <img src=\"x\" />"),
        "<br>\" \"<br>\" \"<img src=\"x\">"
    );
    assert_eq!(
        tree("<h1>a</h1><my-card-2>b</my-card-2>"),
        "<h1>\"a\"</h1><my-card-2>\"b\"</my-card-2>"
    );
    assert_eq!(
        tree("<!DOCTYPE html><html></html>"),
        "<!doctype><html></html>"
    );
    assert_eq!(tree("<!doctype HTML>"), "<!doctype>");
    assert_eq!(
        tree("<svg viewBox=\"0 0 1 1\"><linearGradient/></svg>"),
        "<svg viewBox=\"0 0 1 1\"><linearGradient></linearGradient></svg>"
    );
    assert_eq!(
        tree("<math><mi>x</mi></math>"),
        "<math><mi>\"x\"</mi></math>"
    );
    assert_eq!(tree("<>a<b>c</b></>"), "<>\"a\"<b>\"c\"</b></>");
}

#[test]
fn words_of_rust_are_names_like_any_other() {
    assert_eq!(tree(r#"<input type="text">"#), "<input type=\"text\">");
    assert_eq!(
        tree(r#"<label for="a">in a loop</label>"#),
        "<label for=\"a\">\"in a loop\"</label>"
    );
    assert_eq!(
        tree(r#"<script async></script>"#),
        "<script async></script>"
    );
    assert_eq!(tree(r#"<link as="style">"#), "<link as=\"style\">");
}

#[test]
fn attributes() {
    assert_eq!(
        tree(
            r#"<input name="a" value={x.y} {title} disabled hidden={z} {..rest} {..a.b()} max=5>"#
        ),
        r#"<input name="a" value={x . y} title={title} disabled hidden={z} {..rest} {..a . b ()} max={5}>"#
    );
    assert_eq!(
        tree(r#"<p aria-label="a" data-foo-bar="b" data-1a="c"></p>"#),
        r#"<p aria-label="a" data-foo-bar="b" data-1a="c"></p>"#
    );
    assert_eq!(
        tree(
            r#"<p @click="a" x-on:click.prevent="b" x-init:enter.500ms hx-get="c" :class="d" v-model.number="e"></p>"#
        ),
        r#"<p @click="a" x-on:click.prevent="b" x-init:enter.500ms hx-get="c" :class="d" v-model.number="e"></p>"#
    );
    assert_eq!(
        tree(r##"<p title=r#"a "b" \n"#></p>"##),
        r#"<p title="a \"b\" \\n"></p>"#
    );
    assert_eq!(
        tree("<p title=\"a\\n\\u{e9}\\x41\\\n   b\"></p>"),
        r#"<p title="a\néAb"></p>"#
    );
    assert_eq!(
        tree(r#"<p title="&amp; &nbsp;"></p>"#),
        r#"<p title="&amp; &nbsp;"></p>"#
    );
    assert_eq!(
        tree(r#"<p attr:foo="x" attr:align={y}></p>"#),
        r#"<p foo="x" align={y}></p>"#
    );
    assert_eq!(tree("<p {r#title}></p>"), "<p title={r#title}></p>");
}

#[test]
fn class_lists_are_flattened_and_take_the_class_beside_them() {
    assert_eq!(
        tree(r#"<p class:list={["a", ["b", [c]], ("d", e), f::<G, H>()]}></p>"#),
        r#"<p class:list=["a"; "b"; c; ("d" , e); f ::< G , H > ()]></p>"#
    );
    let merged = r#"<p class:list="x y" + ["a"]></p>"#;
    assert_eq!(tree(r#"<p class="x y" class:list={["a"]}></p>"#), merged);
    assert_eq!(tree(r#"<p class:list={["a"]} class="x y"></p>"#), merged);
    assert_eq!(
        tree("<p class:list={classes}></p>"),
        "<p class:list=[classes]></p>"
    );
    assert_eq!(
        tree("<p class:list={[\"a\"; 3]}></p>"),
        "<p class:list=[[\"a\" ; 3]]></p>"
    );
    assert_eq!(tree("<p class:list={[]}></p>"), "<p class:list=[]></p>");
}

#[test]
fn styles_are_pairs() {
    assert_eq!(
        tree(r#"<p style={[("color", color), ("--gap", 3), more]}></p>"#),
        r#"<p style=["color": color; "--gap": 3; ..more]></p>"#
    );
    assert_eq!(tree("<p style={pairs}></p>"), "<p style=[..pairs]></p>");
    assert_eq!(
        tree(r#"<p style="color: red"></p>"#),
        r#"<p style="color: red"></p>"#
    );
}

#[test]
fn directives() {
    assert_eq!(tree("<p set:html={x}></p>"), "<p set:html={x}></p>");
    assert_eq!(tree("<p set:text={x} />"), "<p set:text={x}></p>");
    assert_eq!(
        tree("<script is:inline>\"a\"</script>"),
        "<script>\"a\"</script>"
    );
    assert_eq!(
        tree(r#"<Cart {items} client:load client:media={"(min-width: 40em)"} />"#),
        r#"<Cart items={items} client:load client:media={"(min-width: 40em)"}></Cart>"#
    );
}

#[test]
fn components() {
    assert_eq!(
        tree(r#"<Card label="a &amp; b" tone={3} {wide} on count=3>x</Card>"#),
        r#"<Card label="a &amp; b" tone={3} wide={wide} on count={3}>"x"</Card>"#
    );
    assert_eq!(tree("<ui::Card/>"), "<ui::Card></ui::Card>");
    assert_eq!(
        tree("<crate::ui::Card>a</crate::ui::Card>"),
        "<crate::ui::Card>\"a\"</crate::ui::Card>"
    );
    assert_eq!(tree("<::ui::Card/>"), "<::ui::Card></::ui::Card>");
    assert_eq!(tree("<ui::small/>"), "<ui::small></ui::small>");
    assert_eq!(
        tree(r#"<Input type="text" />"#),
        r#"<Input r#type="text"></Input>"#
    );
    assert_eq!(
        tree("<Card view={<b>x</b>} />"),
        "<Card view={html!(<b>\"x\"</b>)}></Card>"
    );
}

#[test]
fn blanks_alone_are_no_children_of_a_component() {
    assert_eq!(tree("<C> </C>"), "<C></C>");
    assert_eq!(tree("<C>\n</C>"), "<C></C>");
    assert_eq!(tree("<C> a </C>"), "<C>\" a \"</C>");
    assert_eq!(tree("<C>{\" \"}</C>"), "<C>{\" \"}</C>");
}

#[test]
fn slots() {
    assert_eq!(tree("<slot/>"), "<slot></slot>");
    assert_eq!(
        tree(r#"<slot name="a">"b"</slot>"#),
        r#"<slot name="a">"b"</slot>"#
    );
    assert_eq!(
        tree(
            r#"<C><b slot="x">1</b><D slot="y"/><Fragment slot="z">2</Fragment><slot name="u" slot="v"/></C>"#
        ),
        r#"<C><b ->x>"1"</b><D ->y></D>< ->z>"2"</><slot name="u" ->v></slot></C>"#
    );
    // Also within braces; not within another element, where it is the browser's attribute.
    assert_eq!(
        tree(r#"<C>{if a { <b slot="x"/> }}<div><b slot="y"/></div></C><b slot="z"/>"#),
        r#"<C>if a {<b ->x></b>}<div><b slot="y"></b></div></C><b slot="z"></b>"#
    );
    assert_eq!(
        tree(r#"<slot is:inline name="a"/>"#),
        r#"<slot name="a"></slot>"#
    );
}

#[test]
fn the_fence_holds_statements() {
    assert_eq!(
        tree("---\nlet x = a - -b;\n---\n<p>{x}</p>"),
        "---let x = a - - b ;---<p>{x}</p>"
    );
    assert_eq!(tree("--- ---"), "------");
    assert_eq!(
        tree("---\nlet v: Vec<u8> = f()?;\n---"),
        "---let v : Vec < u8 > = f () ?;---"
    );
    assert_eq!(tree(""), "");
}

#[test]
fn scripts_and_style_sheets_hold_strings() {
    assert_eq!(
        tree("<script>\"let a = '<b>';\"\n\"let b = \" {isle::json(&x)} r#\"; \"c\"\"#</script>"),
        r#"<script>"let a = '<b>';""\nlet b = "{isle :: json (& x)}"; \"c\""</script>"#
    );
    assert_eq!(
        tree("<style>\"a > b {}\"</style>"),
        "<style>\"a > b {}\"</style>"
    );
    assert_eq!(tree("<script src=\"x\"/>"), "<script src=\"x\"></script>");
    assert_eq!(
        tree("<script set:html={code}></script>"),
        "<script set:html={code}></script>"
    );
}

#[test]
fn comments_are_kept_as_written() {
    assert_eq!(
        tree("<!-- a  (b) \"c\" [d] e: 1.5 -->"),
        "<!-- a  (b) \"c\" [d] e: 1.5 -->"
    );
    assert_eq!(tree("<!---->"), "<!---->");
    assert_eq!(tree("<!--\n  a\n-->b"), "<!--\n  a\n-->\"b\"");
    assert_eq!(tree("<p>a<!-- b -->c</p>"), "<p>\"a\"<!-- b -->\"c\"</p>");
}

#[test]
fn values_of_attributes_have_a_sort() {
    let sort = |source: &str| {
        let (template, _) = read(source);
        let Some(Node::Element(element)) = template.nodes.into_iter().next() else {
            panic!("{source}")
        };
        match element.attributes.into_iter().next() {
            Some(Attribute::Plain {
                sort,
                value: Value::Code(_),
                ..
            }) => sort,
            other => panic!("{source}: {other:?}"),
        }
    };
    assert_eq!(sort("<a href={x}></a>"), Sort::Url);
    assert_eq!(sort("<img src={x}>"), Sort::ImageUrl);
    assert_eq!(sort("<img srcset={x}>"), Sort::UrlList);
    assert_eq!(sort("<input disabled={x}>"), Sort::Boolean);
    assert_eq!(sort("<my-input disabled={x} />"), Sort::TrueFalse);
    assert_eq!(sort("<p hidden={x}></p>"), Sort::BooleanOrText);
    assert_eq!(sort("<p aria-busy={x}></p>"), Sort::TrueFalse);
    assert_eq!(sort("<p title={x}></p>"), Sort::Text);
    // What is printed unchecked is escaped all the same.
    assert_eq!(sort("<div attr:src={x}></div>"), Sort::Url);
}

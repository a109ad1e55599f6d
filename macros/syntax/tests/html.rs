//! What the HTML standard refuses: elements, attributes, values, ids.

mod show;

use show::{mistake, mistakes, place, tree};

#[test]
fn unknown_elements() {
    assert_eq!(
        mistake("<dvi></dvi>"),
        "there is no element `<dvi>`\nhelp: did you mean `<div>`?"
    );
    assert_eq!(place("<dvi></dvi>"), "dvi");
    assert_eq!(
        mistake("<svg><lineargradient/></svg>"),
        "there is no element `<lineargradient>`\nhelp: did you mean `<linearGradient>`?"
    );
    assert!(mistake("<foobarbaz/>").ends_with("a component's name begins with a capital letter"));
    assert_eq!(
        mistake("<center>a</center>"),
        "`<center>` is obsolete\nhelp: style an element with CSS instead"
    );
    assert_eq!(
        mistake("<div><path/></div>"),
        "`<path>` is an element of `<svg>`: here a browser does not know it\nhelp: put it into `<svg>`"
    );
    // A component may hold a part of what stands in another.
    tree("<path/>");
    tree("<tr><td></td></tr>");
    tree("<my-element/>");
}

#[test]
fn unknown_attributes() {
    assert_eq!(
        mistake("<p clas=\"a\"></p>"),
        "`<p>` takes no attribute `clas`\nhelp: did you mean `class`? (`attr:clas` is printed unchecked)"
    );
    assert_eq!(place("<p clas=\"a\"></p>"), "clas");
    assert!(mistake("<p className=\"a\"></p>").contains("did you mean `class`?"));
    assert!(mistake("<label htmlFor=\"a\"></label>").contains("did you mean `for`?"));
    assert!(mistake("<p tabIndex=\"1\"></p>").contains("did you mean `tabindex`?"));
    assert!(mistake("<p aria-labl=\"a\"></p>").contains("did you mean `aria-label`?"));
    assert!(mistake("<p data_id=\"a\"></p>").ends_with("did you mean `data-id`?"));
    assert!(mistake("<svg viewbox=\"a\"/>").contains("did you mean `viewBox`?"));
    assert!(mistake("<p href=\"a\"></p>").contains("`<p>` takes no attribute `href`"));
    assert_eq!(
        mistake("<p frobnicate=\"a\"></p>"),
        "`<p>` takes no attribute `frobnicate`\nhelp: write `data-frobnicate` for one of your own, or `attr:frobnicate` to print it unchecked"
    );
    assert_eq!(
        mistake("<td align=\"left\"></td>"),
        "`align` is obsolete on `<td>`\nhelp: use CSS instead, or write `attr:align` to print it all the same"
    );
}

#[test]
fn names_that_no_table_can_know_pass() {
    tree(
        r#"<p data-x="1" aria-label="a" role="note" hx-get="/" x-data="{}" v-if="a" :a="b" @b="c" _="on click" onclick="a()"></p>"#,
    );
    tree(r#"<meta property="og:title" content="a"><p itemprop="a" part="b" popover></p>"#);
    tree(r#"<my-element anything="a" goes={b} />"#);
    tree(r#"<p attr:anything="a" attr:new-thing={b}></p>"#);
    tree(r##"<svg><use xlink:href="#a"/><path stroke-width="1" d="M0" class="b"/></svg>"##);
    tree(
        r#"<input type="file" webkitdirectory><video playsinline controlslist="nodownload" src="b"></video>"#,
    );
}

#[test]
fn doubled_attributes() {
    assert_eq!(
        mistake("<p id=\"a\" id=\"b\"></p>"),
        "`id` stands twice in this tag\nhelp: remove one of them: a browser takes the first"
    );
    assert!(mistake("<p title=\"a\" {title}></p>").starts_with("`title` stands twice"));
    assert!(mistake("<p title=\"a\" attr:title=\"b\"></p>").starts_with("`title` stands twice"));
    assert_eq!(
        mistake("<p class={a} class:list={[b]}></p>"),
        "beside `class:list`, `class` takes a text only\nhelp: put the value into the list"
    );
}

#[test]
fn directives() {
    assert_eq!(
        mistake("<p set:hmtl={a}></p>"),
        "there is no directive `set:hmtl` on an element\nhelp: there are `set:html={…}` and `set:text={…}`"
    );
    assert_eq!(
        mistake("<p class:active={a}></p>"),
        "there is no directive `class:active` on an element\nhelp: write `class:list={[(\"active\", condition)]}`"
    );
    assert!(mistake("<p clas:list={[a]}></p>").contains("did you mean `class:list`?"));
    assert!(mistake("<p client:load></p>").contains("a component that is an island takes it"));
    assert!(mistake("<script define:vars={a}></script>").contains("{json(&value)}"));
    assert!(mistake("<p is:raw></p>").contains("quote the text"));
    assert!(
        mistake("<p set:html={a}>b</p>").starts_with("`set:html` is the content of this element")
    );
    assert!(mistake("<img set:text={a}>").starts_with("`<img>` has no content"));
}

#[test]
fn values_against_their_places() {
    assert_eq!(
        mistake("<input disabled=\"false\">"),
        "`disabled` is either there or not: it takes no text\nhelp: write `disabled`, or `disabled={condition}`"
    );
    for source in [
        "<p onclick={a}></p>",
        "<iframe srcdoc={a}></iframe>",
        "<p @click={a}></p>",
        "<p x-on:click={a}></p>",
        "<p hx-on:click={a}></p>",
        "<p attr:onfoo={a}></p>",
        "<my-p onClick={a}/>",
    ] {
        let mistake = mistake(source);
        assert!(
            mistake.starts_with("a value can't be escaped safely in"),
            "{source}: {mistake}"
        );
    }
    assert!(
        mistake("<p style={\"color: red\"}></p>")
            .starts_with("a style that is put together at run time")
    );
    assert!(
        mistake("<p style={format!(\"color: {a}\")}></p>")
            .starts_with("a style that is put together at run time")
    );
    assert!(mistake("<meta http-equiv=\"refresh\" content={a}>").contains("another page"));
    assert!(
        mistake("<svg><animate attributeName=\"href\" to={a}/></svg>").contains("a link's URL")
    );
    assert!(mistake("<svg><set attributeName={a} to={b}/></svg>").contains("a link's URL"));
    tree("<svg><animate attributeName=\"r\" to={a}/></svg>");
    tree("<meta http-equiv=\"x-ua-compatible\" content={a}>");
    tree("<p data-online={a}></p><my-p on-x={b}/>");
}

#[test]
fn content() {
    assert!(mistake("<title>a <b>c</b></title>").starts_with("`<title>` holds text alone"));
    assert!(
        mistake("<textarea>{if a { <b/> }}</textarea>")
            .starts_with("`<textarea>` holds text alone")
    );
    assert!(mistake("<iframe>a</iframe>").starts_with("a browser shows nothing"));
    assert!(mistake("<p/><!DOCTYPE html>").starts_with("a browser reads the doctype only"));
    tree("<title>a {b} {if c { \"d\" }}</title>");
    tree("<textarea>{a}</textarea>");
}

#[test]
fn ids_are_told_once_on_each_path() {
    let twice = "the id `a` is given twice, and a page may have it once\nhelp: give each element an id of its own, or use `class`";
    assert_eq!(mistake("<p id=\"a\"/><b id=\"a\"/>"), twice);
    assert_eq!(place("<p id=\"a\"/><b id=\"a\" />"), "\"a\"");
    assert_eq!(mistake("{if x { <b id=\"a\"/> }}<p id=\"a\"/>"), twice);
    assert_eq!(
        mistake("<p id=\"a\"/>{match x { A => <b id=\"a\"/>, _ => {} }}"),
        twice
    );
    assert_eq!(mistake("<C><p id=\"a\"/></C><b><i id=\"a\"/></b>"), twice);
    tree("{if x { <b id=\"a\"/> } else { <i id=\"a\"/> }}");
    tree("{match x { A => <b id=\"a\"/>, _ => <i id=\"a\"/> }}");
    tree("<p id={a}/><p id={a}/>");
    tree("{f(<b id=\"a\"/>)}{f(<b id=\"a\"/>)}");
}

#[test]
fn nesting_is_told_in_words() {
    assert_eq!(
        mistake("<p><div>a</div></p>"),
        "a browser ends the `<p>` before this `<div>`\nhelp: close the `<p>` before, or make it a `<div>`"
    );
    assert_eq!(place("<p><div>a</div></p>"), "div");
    assert_eq!(
        mistake("<a><b><a>x</a></b></a>"),
        "a browser ends the `<a>` before this `<a>`\nhelp: close the `<a>` before, or use another element"
    );
    assert_eq!(
        mistake("<div><tr></tr></div>"),
        "`<tr>` can't stand in `<div>`: a browser moves it or drops it\nhelp: put it into `<tbody>` or `<thead>` or `<tfoot>` or `<table>`"
    );
    assert_eq!(
        mistake("<table><p>a</p></table>"),
        "a browser moves `<p>` out of the `<table>`\nhelp: put it into a `<td>`, a `<th>` or the `<caption>`"
    );
    assert!(
        mistake("<table><tr>a</tr></table>").starts_with("a browser moves text out of the `<tr>`")
    );
    assert!(
        mistake("<form><div><form></form></div></form>")
            .starts_with("a browser drops a `<form>` within a `<form>`")
    );
    assert!(
        mistake("<svg><p>a</p></svg>").starts_with("a browser ends the `<svg>` before this `<p>`")
    );
    assert!(mistake("<p>{if a { <ul/> }}</p>").starts_with("a browser ends the `<p>`"));
    assert!(mistake("<p>{for a in b { <><ul/></> }}</p>").starts_with("a browser ends the `<p>`"));
    tree("<table><tr><td><p>a</p></td></tr>{rows}<Rows/></table>");
    tree("<table><input type=\"hidden\" name=\"a\"></table>");
    // What a component puts around its content is its own affair.
    tree("<p><Card><div>a</div></Card></p>");
    tree("<table><Rows><tr></tr></Rows></table>");
}

#[test]
fn mistakes_in_markup_within_code_are_found() {
    assert!(mistake("{f(<dvi/>)}").contains("`<div>`"));
    assert!(mistake("<C a={<p><div/></p>}/>").contains("ends the `<p>`"));
    assert!(mistake("<p title={f(<b foo/>)}></p>").contains("`foo`"));
    assert_eq!(mistakes("{let x = <b><i></b>;}").len(), 1);
}

#[test]
fn no_way_leads_a_text_into_code() {
    assert_eq!(
        mistake("<script set:text={v}/>"),
        "a value can't be escaped safely in `<script>`: its text is code\n\
         help: write `{json(&value)}` between the tags: it is printed as a JavaScript value"
    );
    assert_eq!(place("<script set:text={v}/>"), "script");
    assert!(mistake("<style set:text={v}></style>").contains("in `<style>`: its text is code"));
    assert!(mistake("<svg><style set:text={v}/></svg>").contains("its text is code"));
    assert!(mistake("<p attr:style={v}></p>").contains("`style={[(\"color\", value)]}`"));
    assert!(mistake("<p attr:onclick={v}></p>").contains("its text is code"));
    // `Html::trusted` is the author's own word; a text in the tag is the author's, too.
    tree("<script set:html={v}/>");
    tree("<p attr:style=\"top:0\"></p>");
    tree("<p set:text={v}/>");
}

#[test]
fn code_does_not_end_its_element_in_two_pieces() {
    assert!(mistake("<script>\"</scr\" \"ipt>\"</script>").contains("ends the `<script>`"));
    assert!(mistake("<script>\"<!-\" \"-\"</script>").contains("the beginning of a comment"));
    assert!(mistake("<style>\"a{}</\" \"STYLE>\"</style>").contains("ends the `<style>`"));
    tree("<script>\"</scr\" {json(&v)} \"ipt>\"</script>");
    tree("<script>\"\u{e9}\u{1d11e}é\" \"x < y\"</script>");
}

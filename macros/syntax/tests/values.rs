//! What is said of the texts and values of attributes, of character references, and of ids in loops.

mod show;

use show::{mistake, mistakes, place, tree};

#[test]
fn words() {
    assert_eq!(
        mistake("<form method=\"pots\"></form>"),
        "`method` of `<form>` has no value `pots`\nhelp: did you mean `post`? (`attr:method=\"pots\"` is printed unchecked)"
    );
    assert_eq!(place("<form method=\"pots\"></form>"), "\"pots\"");
    assert_eq!(
        mistake("<ol type=\"roman\"></ol>"),
        "`type` of `<ol>` has no value `roman`\nhelp: it takes `a`, `A`, `i`, `I` or `1` (`attr:type=\"roman\"` is printed unchecked)"
    );
    for (source, told) in [
        ("<input type=\"\">", "`type` of `<input>` needs a value"),
        ("<p aria-current=\"pgae\"></p>", "did you mean `page`?"),
        (
            "<input autocomplete=\"current-pasword\">",
            "`current-password`?",
        ),
        ("<meta http-equiv=\"refesh\" content=\"5\">", "`refresh`?"),
        ("<math display=\"inlin\"></math>", "`inline`?"),
        ("<a target=\"_blnk\"></a>", "`_blank`?"),
        ("<img loading=\"lzay\">", "`lazy`?"),
        (
            "<iframe sandbox=\"allow-scripts allow-form\"></iframe>",
            "has no value `allow-form`",
        ),
    ] {
        assert!(mistake(source).contains(told), "{source}");
    }
    for passes in [
        "<form method=\"POST\"></form>",
        "<input type=\"Email\" autocomplete=\"section-a shipping street-address\">",
        "<audio preload=\"\" crossorigin=\"\"></audio>",
        "<a target=\"frame\" rel=\"anything\"></a><a target=\"_blank\" rel=\"noopener\"></a>",
        "<button command=\"--own\" type={kind}></button>",
        "<my-form method=\"pots\"/><input attr:type=\"pots\">",
        "<link rel=\"preload\" as=\"font\"><meta charset=\"UTF-8\">",
        "<p role=\"doc-tip note\" aria-relevant=\"additions text\" hidden=\"until-found\"></p>",
    ] {
        assert!(mistakes(passes).is_empty(), "{passes}");
    }
}

#[test]
fn references() {
    assert_eq!(
        mistake("<p>a&nbps;b</p>"),
        "there is no character reference `&nbps;`\nhelp: did you mean `&nbsp;`? (`&amp;nbps;` shows what stands here)"
    );
    assert_eq!(place("<p>a&nbps;b</p>"), "nbps;");
    assert_eq!(place("<p>\"a&nbps;b\"</p>"), "\"a&nbps;b\"");
    assert_eq!(place("<p title=\"&nbps;\"></p>"), "\"&nbps;\"");
    assert!(mistake("<p>&#0;</p>").starts_with("`&#0;` stands for no character"));
    assert!(mistake("<textarea>&nbps;</textarea>").starts_with("there is no character reference"));
    for passes in [
        "<p>a & b; c &nbsp; &#8212; &amp;nbps;</p>",
        "<p title=\"?a=1&b=2; & &copy;\"></p>",
        "<script>\"a &nbps; b\"</script>",
        "<Card label=\"&nbps;\"/>",
        "<!-- &nbps; -->",
        "{\"&nbps;\"}",
    ] {
        assert!(mistakes(passes).is_empty(), "{passes}");
    }
}

#[test]
fn what_a_framework_evaluates_takes_json_alone() {
    for code in [
        "x-data",
        "x-show",
        ":class",
        "v-bind:title",
        "v-if",
        "hx-vals",
        "data-hx-vals",
    ] {
        let said = mistake(&format!("<p {code}={{a}}></p>"));
        let help = format!("write `{code}={{json(&value)}}`: JSON runs nothing");
        assert!(said.ends_with(&help), "{said}");
        for passes in ["{json(&a)}", "{isle::json(&a)}", "\"a\""] {
            tree(&format!("<p {code}={passes}></p>"));
        }
    }
    for code in [
        "x-init",
        "x-html",
        "v-html",
        ":href",
        "v-bind",
        "@click",
        "hx-trigger",
        "_",
        "onclick",
        "attr:x-init",
    ] {
        let said = mistake(&format!("<p {code}={{json(&a)}}></p>"));
        assert!(
            said.starts_with("a value can't be escaped safely"),
            "{said}"
        );
        tree(&format!("<p {code}=\"a\"></p>"));
    }
    assert!(mistake("<p x-html={a}></p>").ends_with("`set:html={…}` for markup"));
    assert!(mistake("<a :href={a}></a>").ends_with("write `href={value}`: the server checks it"));
    tree("<p hx-get={a} hx-target={b} data-x={c} x-ref={d} hx-boost={true}></p>");
}

#[test]
fn an_id_in_a_loop_is_printed_in_each_turn() {
    let often = "each turn of the loop prints the id `a`, and a page may have it once";
    for source in [
        "{for x in y { <p id=\"a\"/> }}",
        "{for x in y { <C><b><p id=\"a\"/></b></C> }}",
        "{while let Some(x) = y.next() { <p id=\"a\"/> }}",
        "{y.iter().map(|x| <p id=\"a\"/>)}",
        "{y.iter().enumerate().filter(f).take(3).map(|(a, b)| <p id=\"a\"/>)}",
        "{(0..3).map(|x| <p id=\"a\"/>)}",
        "{if x { {for a in b { <p id=\"a\"/> }} }}",
    ] {
        assert!(mistake(source).starts_with(often), "{source}");
    }
    for source in [
        // An option's `map` prints once, or not at all.
        "{y.map(|x| <p id=\"a\"/>)}",
        "{y.iter().next().map(|x| <p id=\"a\"/>)}",
        "{y.first().map(|x| <p id=\"a\"/>)}",
        // Perhaps in one turn only.
        "{for x in y { {if x.first { <p id=\"a\"/> }} }}",
        "{for x in y { {match x { A => <p id=\"a\"/>, _ => {} }} }}",
        "{for x in y { <p id={x.id}/> }}",
        "{for x in y { <p class=\"a\"/> }}<p id=\"a\"/>",
    ] {
        tree(source);
    }
}

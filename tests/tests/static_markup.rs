//! What the author writes is the tree that html5ever builds from what is printed: a template for every element of the
//! standards, and for what else static markup holds. Each is HTML as it stands, so its own text says what is expected.
#![forbid(unsafe_code)]

use isle::prelude::*;
use isle_dom::{Node, Space, difference, parse};

/// The templates, each with its line in this file, where its text is found again.
#[rustfmt::skip]
fn templates() -> Vec<(u32, Html)> {
    vec![
        (line!(), html! { <a href="/a?b&amp;c" target="_blank">x</a> }),
        (line!(), html! { <abbr class="a">x</abbr> }),
        (line!(), html! { <address class="a">x</address> }),
        (line!(), html! { <map name="m"><area href="/a" alt="x"></map> }),
        (line!(), html! { <article class="a">x</article> }),
        (line!(), html! { <aside class="a">x</aside> }),
        (line!(), html! { <audio class="a">x</audio> }),
        (line!(), html! { <b class="a">x</b> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head><base href="/a/"></head><body>x</body></html> }),
        (line!(), html! { <bdi class="a">x</bdi> }),
        (line!(), html! { <bdo class="a">x</bdo> }),
        (line!(), html! { <blockquote cite="/a"><p>x</p></blockquote> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head></head><body><main>x</main></body></html> }),
        (line!(), html! { <div>a<br>b</div> }),
        (line!(), html! { <button type="button" disabled>x</button> }),
        (line!(), html! { <canvas width="1"><p>x</p></canvas> }),
        (line!(), html! { <table><caption>x</caption><tbody></tbody></table> }),
        (line!(), html! { <cite class="a">x</cite> }),
        (line!(), html! { <code class="a">x</code> }),
        (line!(), html! { <table><colgroup><col class="a"></colgroup></table> }),
        (line!(), html! { <table><colgroup><col><col span="2"></colgroup><tbody></tbody></table> }),
        (line!(), html! { <data class="a">x</data> }),
        (line!(), html! { <datalist id="d"><option value="x"></option></datalist> }),
        (line!(), html! { <dl><dt>a</dt><dd>b</dd></dl> }),
        (line!(), html! { <del class="a">x</del> }),
        (line!(), html! { <details><summary>x</summary><p>y</p></details> }),
        (line!(), html! { <dfn class="a">x</dfn> }),
        (line!(), html! { <dialog open>x</dialog> }),
        (line!(), html! { <div class="a">x</div> }),
        (line!(), html! { <dl><div><dt>a</dt></div></dl> }),
        (line!(), html! { <dl><dt>a</dt><dt>b</dt></dl> }),
        (line!(), html! { <em class="a">x</em> }),
        (line!(), html! { <embed src="/a" type="x"> }),
        (line!(), html! { <fieldset class="a">x</fieldset> }),
        (line!(), html! { <figure><figcaption>x</figcaption></figure> }),
        (line!(), html! { <figure class="a">x</figure> }),
        (line!(), html! { <footer class="a">x</footer> }),
        (line!(), html! { <form action="/a" method="post"><input name="b"></form> }),
        (line!(), html! { <h1 class="a">x</h1> }),
        (line!(), html! { <h2 class="a">x</h2> }),
        (line!(), html! { <h3 class="a">x</h3> }),
        (line!(), html! { <h4 class="a">x</h4> }),
        (line!(), html! { <h5 class="a">x</h5> }),
        (line!(), html! { <h6 class="a">x</h6> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body>x</body></html> }),
        (line!(), html! { <header class="a">x</header> }),
        (line!(), html! { <hgroup><h1>a</h1><p>b</p></hgroup> }),
        (line!(), html! { <div>a<hr>b</div> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p>y</p></body></html> }),
        (line!(), html! { <i class="a">x</i> }),
        (line!(), html! { <iframe src="/a" title="x"></iframe> }),
        (line!(), html! { <img src="/a.png" alt="a" width="1" height="2" loading="lazy"> }),
        (line!(), html! { <input type="text" name="a" value="b" required> }),
        (line!(), html! { <ins class="a">x</ins> }),
        (line!(), html! { <kbd class="a">x</kbd> }),
        (line!(), html! { <label class="a">x</label> }),
        (line!(), html! { <fieldset><legend>x</legend></fieldset> }),
        (line!(), html! { <ul><li>a</li><li>b<ol><li>c</li></ol></li></ul> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/a.css"></head><body>x</body></html> }),
        (line!(), html! { <main class="a">x</main> }),
        (line!(), html! { <map name="m">x</map> }),
        (line!(), html! { <mark class="a">x</mark> }),
        (line!(), html! { <menu><li>x</li></menu> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head><meta name="a" content="b"></head><body>x</body></html> }),
        (line!(), html! { <meter min="0" max="2" value="1">x</meter> }),
        (line!(), html! { <nav class="a">x</nav> }),
        (line!(), html! { <noscript>x</noscript> }),
        (line!(), html! { <object data="/a" type="x"><p>y</p></object> }),
        (line!(), html! { <ol start="2" reversed><li>x</li></ol> }),
        (line!(), html! { <select><optgroup label="g"><option>x</option></optgroup></select> }),
        (line!(), html! { <select><option value="1" selected>a</option><option>b</option></select> }),
        (line!(), html! { <output class="a">x</output> }),
        (line!(), html! { <p>a</p><p>b</p> }),
        (line!(), html! { <picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="/a.png" alt=""></picture> }),
        (line!(), html! { <pre>a  b <b>c</b></pre> }),
        (line!(), html! { <progress class="a">x</progress> }),
        (line!(), html! { <q class="a">x</q> }),
        (line!(), html! { <ruby>a<rp>b</rp><rt>c</rt><rp>d</rp></ruby> }),
        (line!(), html! { <ruby>a<rt>b</rt></ruby> }),
        (line!(), html! { <s class="a">x</s> }),
        (line!(), html! { <samp class="a">x</samp> }),
        (line!(), html! { <script>"if (a < b && c) { d('&amp;') }"</script> }),
        (line!(), html! { <search class="a">x</search> }),
        (line!(), html! { <section class="a">x</section> }),
        (line!(), html! { <select name="s" multiple><option>x</option></select> }),
        (line!(), html! { <select><button><selectedcontent></selectedcontent></button></select> }),
        (line!(), html! { <slot is:inline name="x">y</slot> }),
        (line!(), html! { <small class="a">x</small> }),
        (line!(), html! { <video controls><source src="/a.mp4" type="video/mp4"><p>x</p></video> }),
        (line!(), html! { <span class="a">x</span> }),
        (line!(), html! { <strong class="a">x</strong> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head><style>"p > a { color: red } /* &amp; */"</style></head><body>x</body></html> }),
        (line!(), html! { <sub class="a">x</sub> }),
        (line!(), html! { <details open><summary>x</summary>y</details> }),
        (line!(), html! { <sup class="a">x</sup> }),
        (line!(), html! { <table class="a"><tbody><tr><td>x</td></tr></tbody></table> }),
        (line!(), html! { <table><tbody><tr><td>x</td></tr></tbody></table> }),
        (line!(), html! { <table><tbody><tr><td colspan="2">x</td><td></td></tr></tbody></table> }),
        (line!(), html! { <template id="t"><li>x</li></template> }),
        (line!(), html! { <textarea name="a" rows="2">x &lt; y</textarea> }),
        (line!(), html! { <table><tfoot><tr><td>x</td></tr></tfoot></table> }),
        (line!(), html! { <table><tbody><tr><th scope="row">x</th></tr></tbody></table> }),
        (line!(), html! { <table><thead><tr><th>x</th></tr></thead></table> }),
        (line!(), html! { <time datetime="2020-01-01">x</time> }),
        (line!(), html! { <!DOCTYPE html><html lang="en"><head><title>a &amp; b</title></head><body>x</body></html> }),
        (line!(), html! { <table><tbody><tr class="a"><td>x</td></tr></tbody></table> }),
        (line!(), html! { <video><track src="/a.vtt" kind="captions" default></video> }),
        (line!(), html! { <u class="a">x</u> }),
        (line!(), html! { <ul class="a"><li>x</li></ul> }),
        (line!(), html! { <var class="a">x</var> }),
        (line!(), html! { <video class="a">x</video> }),
        (line!(), html! { <div>a<wbr>b</div> }),
        (line!(), html! { <svg><a href="/a" xlink:href="/b"><text>x</text></a></svg> }),
        (line!(), html! { <svg><animate id="a"></animate></svg> }),
        (line!(), html! { <svg><animateMotion id="a"></animateMotion></svg> }),
        (line!(), html! { <svg><animateTransform id="a"></animateTransform></svg> }),
        (line!(), html! { <svg><circle id="a"></circle></svg> }),
        (line!(), html! { <svg><clipPath id="a"></clipPath></svg> }),
        (line!(), html! { <svg><defs id="a"></defs></svg> }),
        (line!(), html! { <svg><desc id="a"></desc></svg> }),
        (line!(), html! { <svg><ellipse id="a"></ellipse></svg> }),
        (line!(), html! { <svg><feBlend id="a"></feBlend></svg> }),
        (line!(), html! { <svg><feColorMatrix id="a"></feColorMatrix></svg> }),
        (line!(), html! { <svg><feComponentTransfer id="a"></feComponentTransfer></svg> }),
        (line!(), html! { <svg><feComposite id="a"></feComposite></svg> }),
        (line!(), html! { <svg><feConvolveMatrix id="a"></feConvolveMatrix></svg> }),
        (line!(), html! { <svg><feDiffuseLighting id="a"></feDiffuseLighting></svg> }),
        (line!(), html! { <svg><feDisplacementMap id="a"></feDisplacementMap></svg> }),
        (line!(), html! { <svg><feDistantLight id="a"></feDistantLight></svg> }),
        (line!(), html! { <svg><feDropShadow id="a"></feDropShadow></svg> }),
        (line!(), html! { <svg><feFlood id="a"></feFlood></svg> }),
        (line!(), html! { <svg><feFuncA id="a"></feFuncA></svg> }),
        (line!(), html! { <svg><feFuncB id="a"></feFuncB></svg> }),
        (line!(), html! { <svg><feFuncG id="a"></feFuncG></svg> }),
        (line!(), html! { <svg><feFuncR id="a"></feFuncR></svg> }),
        (line!(), html! { <svg><feGaussianBlur id="a"></feGaussianBlur></svg> }),
        (line!(), html! { <svg><feImage id="a"></feImage></svg> }),
        (line!(), html! { <svg><feMerge id="a"></feMerge></svg> }),
        (line!(), html! { <svg><feMergeNode id="a"></feMergeNode></svg> }),
        (line!(), html! { <svg><feMorphology id="a"></feMorphology></svg> }),
        (line!(), html! { <svg><feOffset id="a"></feOffset></svg> }),
        (line!(), html! { <svg><fePointLight id="a"></fePointLight></svg> }),
        (line!(), html! { <svg><feSpecularLighting id="a"></feSpecularLighting></svg> }),
        (line!(), html! { <svg><feSpotLight id="a"></feSpotLight></svg> }),
        (line!(), html! { <svg><feTile id="a"></feTile></svg> }),
        (line!(), html! { <svg><feTurbulence id="a"></feTurbulence></svg> }),
        (line!(), html! { <svg><filter id="a"></filter></svg> }),
        (line!(), html! { <svg><foreignObject><p>x</p></foreignObject></svg> }),
        (line!(), html! { <svg><g id="a"></g></svg> }),
        (line!(), html! { <svg><image id="a"></image></svg> }),
        (line!(), html! { <svg><line id="a"></line></svg> }),
        (line!(), html! { <svg><linearGradient id="a"></linearGradient></svg> }),
        (line!(), html! { <svg><marker id="a"></marker></svg> }),
        (line!(), html! { <svg><mask id="a"></mask></svg> }),
        (line!(), html! { <svg><metadata id="a"></metadata></svg> }),
        (line!(), html! { <svg><mpath id="a"></mpath></svg> }),
        (line!(), html! { <svg><path id="a"></path></svg> }),
        (line!(), html! { <svg><pattern id="a"></pattern></svg> }),
        (line!(), html! { <svg><polygon id="a"></polygon></svg> }),
        (line!(), html! { <svg><polyline id="a"></polyline></svg> }),
        (line!(), html! { <svg><radialGradient id="a"></radialGradient></svg> }),
        (line!(), html! { <svg><rect id="a"></rect></svg> }),
        (line!(), html! { <svg><script>"a &amp;&amp; b"</script></svg> }),
        (line!(), html! { <svg><set id="a"></set></svg> }),
        (line!(), html! { <svg><stop id="a"></stop></svg> }),
        (line!(), html! { <svg><style>"a > b { fill: red }"</style></svg> }),
        (line!(), html! { <svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><g></g></svg> }),
        (line!(), html! { <svg><switch id="a"></switch></svg> }),
        (line!(), html! { <svg><symbol id="a"></symbol></svg> }),
        (line!(), html! { <svg><text id="a"></text></svg> }),
        (line!(), html! { <svg><textPath id="a"></textPath></svg> }),
        (line!(), html! { <svg><title id="a"></title></svg> }),
        (line!(), html! { <svg><tspan id="a"></tspan></svg> }),
        (line!(), html! { <svg><use id="a"></use></svg> }),
        (line!(), html! { <svg><view id="a"></view></svg> }),
        (line!(), html! { <math><a href="/a"><mi>x</mi></a></math> }),
        (line!(), html! { <math><annotation></annotation></math> }),
        (line!(), html! { <math><semantics><mi>x</mi><annotation-xml encoding="text/html"><p>y</p></annotation-xml></semantics></math> }),
        (line!(), html! { <math><maction></maction></math> }),
        (line!(), html! { <math display="block"><mi>x</mi></math> }),
        (line!(), html! { <math><merror></merror></math> }),
        (line!(), html! { <math><mfrac></mfrac></math> }),
        (line!(), html! { <math><mi></mi></math> }),
        (line!(), html! { <math><mmultiscripts></mmultiscripts></math> }),
        (line!(), html! { <math><mn></mn></math> }),
        (line!(), html! { <math><mo></mo></math> }),
        (line!(), html! { <math><mover></mover></math> }),
        (line!(), html! { <math><mpadded></mpadded></math> }),
        (line!(), html! { <math><mphantom></mphantom></math> }),
        (line!(), html! { <math><mprescripts></mprescripts></math> }),
        (line!(), html! { <math><mroot></mroot></math> }),
        (line!(), html! { <math><mrow></mrow></math> }),
        (line!(), html! { <math><ms></ms></math> }),
        (line!(), html! { <math><mspace></mspace></math> }),
        (line!(), html! { <math><msqrt></msqrt></math> }),
        (line!(), html! { <math><mstyle></mstyle></math> }),
        (line!(), html! { <math><msub></msub></math> }),
        (line!(), html! { <math><msubsup></msubsup></math> }),
        (line!(), html! { <math><msup></msup></math> }),
        (line!(), html! { <math><mtable></mtable></math> }),
        (line!(), html! { <math><mtd></mtd></math> }),
        (line!(), html! { <math><mtext><b>x</b></mtext></math> }),
        (line!(), html! { <math><mtr></mtr></math> }),
        (line!(), html! { <math><munder></munder></math> }),
        (line!(), html! { <math><munderover></munderover></math> }),
        (line!(), html! { <math><semantics></semantics></math> }),
        (line!(), html! { <my-element some-attribute="a"><your-element></your-element></my-element> }),
        (line!(), html! { <p>a<!-- a comment: > and < -->b</p> }),
        (line!(), html! { <div><p>one</p> <p>two</p>three <b>four</b> five</div> }),
        (line!(), html! { <p title="a &quot;b&quot; 'c' &lt;d&gt; &amp; &eacute;">&copy; &#233; &#x1D11E; &lt;b&gt;</p> }),
        (line!(), html! { <svg><path d="M0 0"/><linearGradient gradientUnits="userSpaceOnUse"><stop offset="0"/></linearGradient></svg> }),
        (line!(), html! { <p title="a < b & c">a & b > c</p> }),
        (line!(), html! { <button hx-post="/a" hx-vals="{}" x-on:click="b()" :class="c">x</button> }),
    ]
}

/// The text of the template in a line. Code is quoted in a template, and not in HTML.
fn written(line: u32) -> String {
    let source = include_str!("static_markup.rs")
        .lines()
        .nth(line as usize - 1);
    let text =
        source.and_then(|source| Some(source.split_once("html! { ")?.1.rsplit_once(" })")?.0));
    let text = text
        .expect("a template in one line")
        .replace(" is:inline", "");
    let code = |text: String, name: &str| {
        text.replace(&format!("<{name}>\""), &format!("<{name}>"))
            .replace(&format!("\"</{name}>"), &format!("</{name}>"))
    };
    code(code(text, "script"), "style")
}

fn tree(html: &str) -> Vec<Node> {
    match html.strip_prefix("<!DOCTYPE html>") {
        Some(_) => parse(html),
        None => parse(&format!(
            "<!DOCTYPE html><html><head></head><body>{html}<p>end</p></body></html>"
        )),
    }
}

#[test]
fn what_is_written_is_the_tree_of_what_is_printed() {
    let templates = templates();
    for (line, printed) in &templates {
        let written = written(*line);
        let difference = difference(&tree(&written), &tree(printed.as_str()));
        assert_eq!(difference, None, "{written} printed {printed}");
        // An author means what stands there: nothing is moved, closed, added or dropped.
        let start = |html: &str| {
            html.matches('<').count() - html.matches("</").count() - html.matches("<!").count()
        };
        let mut elements = 0;
        let whole = written.starts_with("<!DOCTYPE");
        for node in tree(&written) {
            node.each_element(&mut |_| elements += 1);
        }
        let around = if whole { 0 } else { 4 };
        let in_code = written.matches("a < b").count() + written.matches("and < ").count();
        assert_eq!(elements - around, start(&written) - in_code, "{written}");
    }
    eprintln!("static markup: {} templates", templates.len());
}

/// The names in a list of the table that the macros check elements against.
fn names(list: &str, pairs: bool) -> Vec<&'static str> {
    let table = include_str!("../../macros/syntax/src/markup/table/data.rs");
    let start = table
        .find(&format!("static {list}: "))
        .expect("a list in the table");
    let (_, text) = table[start..].split_once("= &[\n").expect("its beginning");
    let (text, _) = text.split_once("\n];").expect("its end");
    if pairs {
        let rows = text
            .lines()
            .filter_map(|row| row.trim().strip_prefix("(\""));
        rows.filter_map(|row| row.split('"').next()).collect()
    } else {
        text.split('"').skip(1).step_by(2).collect()
    }
}

#[test]
fn every_element_of_the_table_has_a_template() {
    let mut printed = Vec::new();
    for (_, html) in templates() {
        for node in tree(html.as_str()) {
            node.each_element(&mut |element| printed.push((element.space, element.name.clone())));
        }
    }
    let lists = [
        ("HTML", true, Space::Html),
        ("SVG", false, Space::Svg),
        ("MATHML", false, Space::MathMl),
    ];
    for (list, pairs, space) in lists {
        let names = names(list, pairs);
        assert!(names.len() > 20, "{list}: {names:?}");
        for name in names {
            assert!(
                printed.contains(&(space, name.to_owned())),
                "no template has <{name}> of {list}"
            );
        }
    }
}

//! Braces: values, statements, control flow, and markup within Rust.

mod show;

use show::{mistake, tree};

#[test]
fn values() {
    assert_eq!(tree("{a.b[0].c()}"), "{a . b [0] . c ()}");
    assert_eq!(tree("{Card { a: 1 }.b}"), "{Card { a : 1 } . b}");
    assert_eq!(tree("{}{/* a */}{()}"), "");
    assert_eq!(
        tree("{unsafe { f() }}{loop { break 3; }}"),
        "{unsafe { f () }}{loop { break 3 ; }}"
    );
    assert_eq!(tree("{{ let x = 1; x }}"), "{{ let x = 1 ; x }}");
}

#[test]
fn branches() {
    assert_eq!(tree("{if a { <b/> }}"), "if a {<b></b>}");
    assert_eq!(
        tree(r#"{if a { "x" } else { "y" }}"#),
        r#"if a {{"x"}} else {{"y"}}"#
    );
    assert_eq!(
        tree("{if a { <b/> } else if let Some(x) = y { <u>{x}</u> } else { <i/> }}"),
        "if a {<b></b>} else if let Some (x) = y {<u>{x}</u>} else {<i></i>}"
    );
    assert_eq!(
        tree("{if let P { a, .. } = b && c >= d { <b>{a}</b> } else { <i/> }}"),
        "if let P { a , .. } = b && c >= d {<b>{a}</b>} else {<i></i>}"
    );
    assert_eq!(
        tree("{if match a { _ => true } { <b/> }}"),
        "if match a { _ => true } {<b></b>}"
    );
    assert_eq!(
        tree("{if a == (B { c: 1 }) { 1 } else { 2 }}"),
        "if a == (B { c : 1 }) {{1}} else {{2}}"
    );
    assert_eq!(
        tree("{if a { <b/> text {c} <i/> }}"),
        "if a {<b></b>\" text \"{c}\" \"<i></i>}"
    );
    assert_eq!(
        tree("{if a { \"text \" <b/> }}"),
        "if a {\"text  \"<b></b>}"
    );
    assert_eq!(tree("{if a { {b}, <b/> }}"), "if a {{b}\", \"<b></b>}");
    assert_eq!(tree("{if a { {b} {c} }}"), "if a {{b}\" \"{c}}");
}

#[test]
fn what_goes_on_behind_a_block_is_an_expression() {
    assert_eq!(
        tree("{if a { 1 } else { 2 } + 3}"),
        "{if a { 1 } else { 2 } + 3}"
    );
    assert_eq!(
        tree("{match a { _ => b }.c()}"),
        "{match a { _ => b } . c ()}"
    );
}

#[test]
fn loops() {
    assert_eq!(
        tree("{for x in &xs { <li>{x}</li> }}"),
        "for x in & xs {<li>{x}</li>}"
    );
    assert_eq!(
        tree("{for (i, x) in xs.iter().enumerate() { i + x }}"),
        "for (i , x) in xs . iter () . enumerate () {{i + x}}"
    );
    assert_eq!(
        tree("{while let Some(x) = it.next() { <li>{x}</li> }}"),
        "while let Some (x) = it . next () {<li>{x}</li>}"
    );
    assert_eq!(
        tree("{for x in (0..3).map(|y| { y + 1 }) { <br> }}"),
        "for x in (0 .. 3) . map (| y | { y + 1 }) {<br>}"
    );
    assert_eq!(
        tree("{for x in xs { let y = x; if y > 3 { continue; } n += y; <li>{y}</li> }}"),
        "for x in xs {[let y = x ; if y > 3 { continue ; } n += y ;]<li>{y}</li>}"
    );
}

#[test]
fn matches() {
    assert_eq!(
        tree(
            "{match x { A => <b>x</b>, B if c >= 2 => \"text\", C { a, .. } => { let y = a; <i>{y}</i> } D(_) | E => {}, _ => f(), }}"
        ),
        "match x {A => {<b>\"x\"</b>} B if c >= 2 => {{\"text\"}} C { a , .. } => {[let y = a ;]<i>{y}</i>} D (_) | E => {} _ => {{f ()}}}"
    );
    assert_eq!(
        tree("{match x { A => f::<B, C>(d), E => y as Pair<F, G>, H => () }}"),
        "match x {A => {{f ::< B , C > (d)}} E => {{y as Pair < F , G >}} H => {}}"
    );
    assert_eq!(
        tree("{match x { A => if b { <i/> } else { <u/> } B => match c { _ => <b/> }, }}"),
        "match x {A => {if b {<i></i>} else {<u></u>}} B => {match c {_ => {<b></b>}}}}"
    );
    assert_eq!(
        tree("{match x { A => <><b/><i/></>, _ => unreachable!() }}"),
        "match x {A => {<><b></b><i></i></>} _ => {[unreachable ! () ;]}}"
    );
    assert_eq!(tree("{match x { }}"), "match x {}");
}

#[test]
fn statements_alone_are_for_the_siblings_and_with_a_value_they_have_a_scope() {
    assert_eq!(
        tree("{let x = a < b;}<p>{x}</p>"),
        "[let x = a < b ;]<p>{x}</p>"
    );
    assert_eq!(tree("{let x = 1; <b>{x}</b>}"), "([let x = 1 ;]<b>{x}</b>)");
    assert_eq!(tree("{let x = 1; x}"), "([let x = 1 ;]{x})");
    assert_eq!(
        tree("{fn f() -> u8 { 1 } f()}"),
        "([fn f () -> u8 { 1 }]{f ()})"
    );
    assert_eq!(
        tree("{let Some(x) = y else { panic!() };}"),
        "[let Some (x) = y else { panic ! () } ;]"
    );
    assert_eq!(
        tree("{use a::{b, c};}{const D: u8 = 1;}"),
        "[use a :: { b , c } ;][const D : u8 = 1 ;]"
    );
    assert_eq!(
        tree("{#[cfg(a)] let x = 1; x}"),
        "([# [cfg (a)] let x = 1 ;]{x})"
    );
}

#[test]
fn control_flow_that_prints_may_stand_between_statements() {
    assert_eq!(
        tree("{let n = 1; for a in b { <i/> } let m = 2; if c { <b/> } d}"),
        "([let n = 1 ;]for a in b {<i></i>}[let m = 2 ;]if c {<b></b>}{d})"
    );
    assert_eq!(
        tree("{for a in b { c += a; } if d { e(); } <b/>}"),
        "([for a in b { c += a ; } if d { e () ; }]<b></b>)"
    );
}

#[test]
fn conditions_and_maps_are_control_flow() {
    assert_eq!(tree("{a && <b>c</b>}"), "if a {<b>\"c\"</b>}");
    assert_eq!(
        tree("{a && b < c && \"text\"}"),
        "if a && b < c {{\"text\"}}"
    );
    assert_eq!(
        tree("{a && let Some(x) = y && <b>{x}</b>}"),
        "if a && let Some (x) = y {<b>{x}</b>}"
    );
    assert_eq!(tree("{(a || b) && <b/>}"), "if (a || b) {<b></b>}");
    assert_eq!(
        tree("{xs.iter().map(|x| <li>{x}</li>)}"),
        "for x in xs . iter () {<li>{x}</li>}"
    );
    assert_eq!(
        tree("{xs.map(|(a, B { c })| { let d = a; if c { <b/> } else { <i/> } })}"),
        "for (a , B { c }) in xs {[let d = a ;]if c {<b></b>} else {<i></i>}}"
    );
    assert_eq!(
        tree("{xs.map(move |x| match x { A => <b/>, _ => {} })}"),
        "for x in xs {match x {A => {<b></b>} _ => {}}}"
    );
    // These are closures indeed.
    assert_eq!(tree("{xs.map(|x| x + 1)}"), "{xs . map (| x | x + 1)}");
    assert_eq!(
        tree("{xs.map(|x: &X| <b/>)}"),
        "{xs . map (| x : & X | html!(<b></b>))}"
    );
    assert_eq!(
        tree("{xs.map(|x| <b/>).rev()}"),
        "{xs . map (| x | html!(<b></b>)) . rev ()}"
    );
    assert_eq!(
        tree("{xs.map(|x| { if x { return <b/>; } <i/> })}"),
        "{xs . map (| x | {if x {return html!(<b></b>) ;} html!(<i></i>)})}"
    );
    assert_eq!(
        mistake("{a || b && <b/>}"),
        "`&&` binds tighter than `||`, so the markup belongs to the last part only\nhelp: put the condition in parentheses: `{(a || b) && <b>…</b>}`"
    );
}

#[test]
fn markup_stands_wherever_a_value_may() {
    assert_eq!(
        tree("{f(<b>x</b>, |y| <i>{y}</i>)}"),
        "{f (html!(<b>\"x\"</b>) , | y | html!(<i>{y}</i>))}"
    );
    assert_eq!(
        tree("{let x = <b/>;}{vec![<b/>, <i/>]}"),
        "[let x = html!(<b></b>) ;]{vec ! [html!(<b></b>) , html!(<i></i>)]}"
    );
    assert_eq!(
        tree("{a.then(|| { let x = 1; <b/> y <i/> })}"),
        "{a . then (|| {let x = 1 ; html!(<b></b>\" y \"<i></i>)})}"
    );
    assert_eq!(tree("{f(A { b: <i/> })}"), "{f (A {b : html!(<i></i>)})}");
    assert_eq!(
        tree("<C a={if x { <b/> } else { <i/> }}/>"),
        "<C a={if x {html!(<b></b>)} else {html!(<i></i>)}}></C>"
    );
    assert_eq!(
        tree("{f(match x { A => <b/>, _ => <></> })}"),
        "{f (match x {A => html!(<b></b>) , _ => html!(<></>)})}"
    );
}

#[test]
fn what_is_no_markup_in_rust() {
    for code in [
        "a < b",
        "a < b && c > d",
        "(a) < b",
        "a[0] < b",
        "f()? < b",
        "1 < b",
        "x.await < b",
        "a << b",
        "Vec::<u8>::new()",
        "a as usize",
        "<T as Foo>::bar()",
        "<str>::len(a)",
        "<[u8]>::len(a)",
        "<&str>::default()",
        "<Vec<u8>>::new()",
        "<dyn Foo>::bar()",
        "<a::B>::c()",
        "0..<u8>::MAX",
        "f::<A, B>(c)",
        "|a: <T as X>::Y| a",
        "html! { <b>x</b> }",
        "isle::html!(<b>x</b>)",
    ] {
        let shown = tree(&format!("{{{code}}}"));
        assert!(
            shown.starts_with('{') && !shown.contains("html!("),
            "{code}: {shown}"
        );
    }
    // A link's `as` is an attribute.
    assert_eq!(
        tree("{f(<link as=\"font\">)}"),
        "{f (html!(<link as=\"font\">))}"
    );
}

#[test]
fn braces_within_a_block_print_like_braces_between_tags() {
    let loops = "for x in y {<p>{x}</p>}";
    for source in [
        "{if a { {for x in y { <p>{x}</p> }} }}",
        "{match a { A => { {for x in y { <p>{x}</p> }} } B => {} }}",
        "{if a { let y = b; {for x in y { <p>{x}</p> }} }}",
        "{if a { {for x in y { <p>{x}</p> }} {b} }}",
        "{if a { {{for x in y { <p>{x}</p> }}} }}",
    ] {
        assert!(tree(source).contains(loops), "{source}: {}", tree(source));
    }
    // Rust's own blocks stay.
    assert_eq!(tree("{if a { {b} }}"), "if a {{{ b }}}");
    assert_eq!(tree("{{ f(); } b}"), "([{ f () ; }]{b})");
    let chained = "{{ let c = 1; c }.max(d)}";
    assert_eq!(tree(chained), "{{ let c = 1 ; c } . max (d)}");
}

#[test]
fn mistakes_in_braces() {
    assert_eq!(
        mistake("{if a { Sold out }}"),
        "what stands in braces is Rust, and this is text\nhelp: quote this text: \"Sold out\""
    );
    assert_eq!(
        mistake("{let x = 1}"),
        "this `let` does not end with `;`\nhelp: write `{let name = value;}`"
    );
    assert_eq!(
        mistake("{'a: for x in y { <b/> }}"),
        "a loop that prints takes no label\nhelp: remove the label"
    );
    assert_eq!(
        mistake("{match x { A => <b/> <i/>, _ => {} }}"),
        "only one element can stand here\nhelp: put all of it between `<>` and `</>`"
    );
    assert_eq!(
        mistake("{match x { A }}"),
        "this arm of the `match` has no `=>`\nhelp: write `pattern => <p>…</p>,`"
    );
}

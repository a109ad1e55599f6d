//! Where a redirect may go: nothing that a request says can leave the site.

use isle::response::Link;
use isle_tests::conformance::Conformance;
use url::Url;

const PAGE: &str = "https://site.test/dir/page?x=1";

/// Where a browser on [`PAGE`] ends up, if it is a page of the site that can be sent on again.
fn local(target: &str) -> Option<Url> {
    let page = Url::parse(PAGE).unwrap();
    let end = page.join(target).ok()?;
    (end.origin() == page.origin() && !end.path().starts_with("//")).then_some(end)
}

/// What is accepted stays on the site, and is where the browser would have gone.
fn check(target: &str, ok_local: bool, good: bool) -> Result<(), String> {
    match Link::local(target) {
        Ok(_) if !ok_local => Err("it leaves the site and was accepted".to_owned()),
        Ok(link) => match (local(link.as_str()), local(target)) {
            (Some(sent), Some(asked)) if sent.path() == asked.path() => Ok(()),
            (sent, asked) => Err(format!("{link} leads to {sent:?}, not to {asked:?}")),
        },
        Err(refused) if good => Err(format!("it was refused: {refused}")),
        Err(_) => Ok(()),
    }
}

#[test]
fn redirect_targets() {
    let Some(cases) = Conformance::read("redirect_targets") else {
        return;
    };
    cases.each("rows", |row| {
        let (target, ok_local) = (row[0].as_str().unwrap(), row[2].as_bool().unwrap());
        check(
            target,
            ok_local,
            row[3]
                .as_str()
                .unwrap()
                .split(',')
                .any(|source| source == "good"),
        )
    });
}

#[test]
fn paths_of_the_site() {
    for target in [
        "/",
        "/a//b",
        "/a:b",
        "/a@b",
        "/~me",
        "/docs/getting-started",
        "/caf%C3%A9",
        "/café",
        "/x?y=//evil.test",
        "/x#//evil.test",
        "/a/../b",
        "/%2f%2fevil.test",
        "/a?b=\"<>'&c={|}^`",
    ] {
        assert_eq!(check(target, true, true), Ok(()), "{target:?}");
    }
}

#[test]
fn ways_out() {
    for target in [
        "",
        "evil.test",
        "https://evil.test",
        "//evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "/\t/evil.test",
        "/\n/evil.test",
        "\t//evil.test",
        " //evil.test",
        "///evil.test",
        "/.//evil.test",
        "/..//evil.test",
        "/%2e//evil.test",
        "/a/%2E%2e//evil.test",
        "javascript:alert(1)",
        "/x\r\nLocation: //evil.test",
        "http:evil.test",
        "/./\\evil.test",
    ] {
        assert!(Link::local(target).is_err(), "{target:?}");
    }
}

/// Whatever the characters that browsers give a meaning to, in whatever order.
#[test]
fn no_short_target_leaves_the_site() {
    const PIECES: [&str; 14] = [
        "/", "\\", ".", "%2e", "%2F", "%5C", "a", "@", ":", "?", "#", "\t", " ", "é",
    ];
    let mut targets = vec![String::new()];
    for _ in 0..5 {
        targets = targets
            .iter()
            .flat_map(|start| PIECES.map(|piece| format!("{start}{piece}")))
            .collect();
        for target in &targets {
            if Link::local(target).is_ok() {
                assert_eq!(
                    check(target, local(target).is_some(), false),
                    Ok(()),
                    "{target:?}"
                );
            }
        }
    }
}

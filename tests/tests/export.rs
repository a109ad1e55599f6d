//! A site as files: names, what a second export does, and what none touches.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use isle::ahead::Files;
use isle::prelude::*;
use isle::{Prepared, Settings, export};

#[derive(Clone)]
struct Names(Vec<String>);

async fn names(State(names): State<Names>) -> Vec<String> {
    names.0
}

#[page("/")]
async fn home() -> Html {
    html! { <h1>Home</h1> }
}

#[page("/docs/[name]", prerender = names)]
async fn doc(name: String, State(_): State<Names>) -> Html {
    html! { <h1>{name}</h1> }
}

#[page("/search", prerender = false)]
async fn search(cookies: Cookies) -> Html {
    html! { <p>{cookies.has("a").then_some("again")}</p> }
}

#[page("/login", methods(GET, POST))]
async fn login(cookies: Cookies) -> Html {
    html! { <p>{cookies.has("a").then_some("again")}</p> }
}

#[endpoint(GET, "/feed.xml")]
async fn feed() -> impl axum::response::IntoResponse {
    ([("content-type", "application/rss+xml")], "<rss></rss>")
}

#[page("/404")]
async fn lost() -> Html {
    html! { <h1>Nothing here</h1> }
}

isle::site! {
    SITE: [home, doc, search, login, feed, lost, isle::redirects!["/old" => "/docs/a"]],
    base: "/base",
    trailing_slash: Always,
    output: Static,
}

async fn site(names: &[&str]) -> Prepared<Names> {
    let names = Names(names.iter().map(|name| (*name).to_owned()).collect());
    SITE::prepare(Settings::default(), &names).await.unwrap()
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let name = format!("isle-export-{}-{name}", std::process::id());
        Folder(std::env::temp_dir().join(name))
    }

    /// Every file, with when it was written and what it holds.
    fn files(&self) -> BTreeMap<String, (SystemTime, Vec<u8>)> {
        fn walk(top: &Path, folder: &Path, found: &mut BTreeMap<String, (SystemTime, Vec<u8>)>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(top, &path, found);
                } else {
                    let name = path.strip_prefix(top).unwrap().to_str().unwrap().to_owned();
                    let time = path.metadata().unwrap().modified().unwrap();
                    found.insert(name, (time, fs::read(&path).unwrap()));
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(&self.0, &self.0, &mut found);
        found
    }

    fn names(&self) -> Vec<String> {
        self.files().into_keys().collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn pages_are_files_below_the_base_and_what_is_on_demand_is_told() {
    let folder = Folder::new("names");
    let exported = export(&site(&["a", "caf\u{e9}"]).await, &folder.0).unwrap();
    let files = [
        ".isle-export",
        "404.html",
        "docs/a/index.html",
        "docs/caf\u{e9}/index.html",
        "feed.xml",
        "index.html",
    ];
    assert_eq!(folder.names(), files);
    assert_eq!(exported.written, files[1..]);
    assert_eq!(exported.on_demand, ["/login", "/old", "/search"]);
    let home = fs::read_to_string(folder.0.join("index.html")).unwrap();
    assert_eq!(home, "<!DOCTYPE html><h1>Home</h1>");
    assert_eq!(
        fs::read_to_string(folder.0.join("feed.xml")).unwrap(),
        "<rss></rss>"
    );
}

#[tokio::test]
async fn a_second_export_touches_nothing() {
    let folder = Folder::new("second");
    export(&site(&["a", "b"]).await, &folder.0).unwrap();
    let before = folder.files();
    let exported = export(&site(&["b", "a"]).await, &folder.0).unwrap();
    assert_eq!((exported.written.len(), exported.removed.len()), (0, 0));
    assert_eq!(folder.files(), before);
}

#[tokio::test]
async fn what_is_no_more_goes_and_what_is_not_the_exports_stays() {
    let folder = Folder::new("stale");
    export(&site(&["a", "b", "c"]).await, &folder.0).unwrap();
    fs::write(folder.0.join("docs/own.txt"), "mine").unwrap();
    fs::write(folder.0.join("docs/b/index.html"), "changed").unwrap();
    fs::write(folder.0.join("docs/c/beside.txt"), "mine").unwrap();
    let exported = export(&site(&["d"]).await, &folder.0).unwrap();
    assert_eq!(exported.removed, ["docs/a/index.html", "docs/c/index.html"]);
    assert!(
        !folder.0.join("docs/a").exists(),
        "an empty folder goes too"
    );
    let own = [
        "docs/b/index.html",
        "docs/c/beside.txt",
        "docs/d/index.html",
        "docs/own.txt",
    ];
    let names = folder.names();
    let docs: Vec<&String> = names
        .iter()
        .filter(|name| name.starts_with("docs/"))
        .collect();
    assert_eq!(docs, own.iter().collect::<Vec<_>>());
}

#[tokio::test]
async fn a_file_that_no_export_wrote_is_in_the_way() {
    let folder = Folder::new("way");
    fs::create_dir_all(&folder.0).unwrap();
    fs::write(folder.0.join("index.html"), "mine").unwrap();
    let error = export(&site(&["a"]).await, &folder.0)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("index.html is there, and no export wrote it"),
        "{error}"
    );
    assert_eq!(folder.names(), ["index.html"], "nothing was written");
    fs::remove_file(folder.0.join("index.html")).unwrap();
    fs::write(folder.0.join(".isle-export"), "mine").unwrap();
    let error = export(&site(&["a"]).await, &folder.0)
        .unwrap_err()
        .to_string();
    assert!(error.contains("is no list that an export wrote"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn nothing_is_written_through_a_link() {
    let folder = Folder::new("link");
    let outside = Folder::new("outside");
    fs::create_dir_all(&folder.0).unwrap();
    fs::create_dir_all(&outside.0).unwrap();
    std::os::unix::fs::symlink(&outside.0, folder.0.join("docs")).unwrap();
    let error = export(&site(&["a"]).await, &folder.0)
        .unwrap_err()
        .to_string();
    assert!(error.contains("docs is there"), "{error}");
    assert!(outside.names().is_empty());
}

#[tokio::test]
async fn paths_that_are_no_files_and_two_of_one_name_are_refused() {
    for (names, expected) in [
        (
            vec!["a/b"],
            "\"/docs/a%2Fb/\" can't be a file: it holds '/'",
        ),
        (vec!["a:b"], "it holds ':'"),
        (vec!["NUL"], "is a device on Windows"),
        (vec!["x."], "ends with a dot or a space"),
        (vec!["a", "A"], "can't both be files in one folder"),
    ] {
        let folder = Folder::new("refused");
        let error = export(&site(&names).await, &folder.0)
            .unwrap_err()
            .to_string();
        assert!(error.contains(expected), "{names:?}: {error}");
        assert!(!folder.0.exists(), "nothing was written");
    }
}

#[tokio::test]
async fn other_files_go_with_them() {
    let folder = Folder::new("more");
    let files = || async { Files::of(&site(&["a"]).await).unwrap() };
    files()
        .await
        .add("/style.css", "p {}")
        .unwrap()
        .write(&folder.0)
        .unwrap();
    assert!(folder.names().contains(&"style.css".to_owned()));
    let error = files().await.add("/feed.xml", "").unwrap_err().to_string();
    assert!(error.contains("can't both be files"), "{error}");
    let error = files().await.add("/docs", "").unwrap_err().to_string();
    assert!(error.contains("can't both be files"), "{error}");
    files().await.write(&folder.0).unwrap();
    assert!(!folder.names().contains(&"style.css".to_owned()));
}

#[tokio::test]
async fn a_static_site_is_rendered_but_for_what_says_otherwise() {
    let site = site(&["a"]).await;
    let paths: Vec<&str> = site.paths().collect();
    assert_eq!(
        paths,
        ["/base/", "/base/404/", "/base/docs/a/", "/base/feed.xml"]
    );
    assert_eq!(home::url().as_str(), "/base/");
}

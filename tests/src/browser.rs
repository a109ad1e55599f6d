//! A real browser: the Chromium that `ISLE_BROWSER` names, without a window and without a network.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use isle_dom::Node;

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// A folder with a page in it, removed afterwards, and the browser that shows it.
#[derive(Debug)]
pub struct Browser {
    program: PathBuf,
    folder: PathBuf,
}

impl Browser {
    /// The browser that `ISLE_BROWSER` names; none without it, so that the tests need Rust alone.
    ///
    /// # Panics
    ///
    /// If no folder can be made for temporary files.
    pub fn from_env(test: &str) -> Option<Self> {
        let Some(program) = env::var_os("ISLE_BROWSER").filter(|program| !program.is_empty())
        else {
            crate::conformance::say(&format!(
                "{test}: ISLE_BROWSER names no browser, so none ran"
            ));
            return None;
        };
        let folder = env::temp_dir().join(format!("isle-browser-{}-{test}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for temporary files");
        Some(Self {
            program: program.into(),
            folder,
        })
    }

    /// Puts a file beside the page.
    ///
    /// # Panics
    ///
    /// If it can't be written.
    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, content).expect("a temporary file");
        path
    }

    /// Shows a page until its scripts rest, and says what its element `#result` holds then.
    ///
    /// # Panics
    ///
    /// If the browser does not start or end, or the page has no such element.
    pub fn result(&self, page: &Path) -> String {
        let document = isle_dom::parse(&self.run(page));
        let mut result = None;
        for node in &document {
            node.each_element(&mut |element| {
                let is_result =
                    |(name, value): &(String, String)| name == "id" && value == "result";
                if element.attributes.iter().any(is_result) {
                    result = Some(element.children.clone());
                }
            });
        }
        match result.expect("a page with an element #result").as_slice() {
            [Node::Text(text)] => text.clone(),
            other => panic!("the page's scripts did not end: {other:?}"),
        }
    }

    fn run(&self, page: &Path) -> String {
        let mut browser = Command::new(&self.program)
            .args("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run".split(' '))
            .args(
                "--disable-background-networking --disable-component-update --disable-sync"
                    .split(' '),
            )
            .args(["--disable-dev-shm-usage", "--virtual-time-budget=10000"])
            .arg("--host-resolver-rules=MAP * ~NOTFOUND")
            .arg(format!(
                "--user-data-dir={}",
                self.folder.join("profile").display()
            ))
            .arg("--dump-dom")
            .arg(format!("file://{}", page.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", self.program.display()));
        let mut output = browser.stdout.take().expect("a pipe");
        let reader = thread::spawn(move || {
            let mut text = String::new();
            output.read_to_string(&mut text).map(|_| text)
        });
        let start = Instant::now();
        while browser.try_wait().expect("a child").is_none() {
            if start.elapsed() > PATIENCE {
                let _ = browser.kill();
                panic!("the browser does not end");
            }
            thread::sleep(Duration::from_millis(50));
        }
        reader
            .join()
            .expect("a reader")
            .expect("text from the browser")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

//! A workspace of crates in the target folder: each variant with its pages, and without.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

use pages::small;

use crate::clock;
use crate::size::{self, Sections};
use crate::variant::{DATA, Variant};

/// What the compiler is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// `cargo check`, with nothing of the crate known.
    Check,
    /// `cargo check`, after a word of one page has changed.
    Edit,
    /// `cargo build`, with nothing of the crate known.
    Debug,
    /// `cargo build --release`, of the crate alone.
    Release,
}

impl Work {
    /// All of them; each begins where the one before it ended.
    pub const ALL: [Self; 4] = [Self::Check, Self::Edit, Self::Debug, Self::Release];

    /// What cargo is asked for.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check | Self::Edit => &["check"],
            Self::Debug => &["build"],
            Self::Release => &["build", "--release"],
        }
    }
}

/// The workspace.
pub struct Scratch {
    folder: PathBuf,
    edits: AtomicU32,
}

impl Scratch {
    /// Writes the crates.
    pub fn new(variants: &[&Variant]) -> Self {
        let benches = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("this crate is in the benches' folder");
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| benches.join("target"), PathBuf::from);
        let scratch = Self {
            folder: target.join("compile"),
            edits: AtomicU32::new(0),
        };
        let isle = benches.join("../runtime");
        for variant in variants {
            for filled in [false, true] {
                scratch.write_crate(variant, filled, &isle.display().to_string());
            }
        }
        let members: Vec<String> = variants
            .iter()
            .flat_map(|it| [false, true].map(|filled| format!("{:?}", name(it, filled))))
            .collect();
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
            members.join(", ")
        );
        scratch.write("Cargo.toml", &manifest);
        // The versions that the other benchmarks run with.
        fs::copy(
            benches.join("Cargo.lock"),
            scratch.folder.join("Cargo.lock"),
        )
        .expect("the lock file can be copied");
        scratch
    }

    fn write_crate(&self, variant: &Variant, filled: bool, isle: &str) {
        let name = name(variant, filled);
        let dependencies = variant.dependencies.replace("ISLE", isle);
        self.write(
            &format!("{name}/Cargo.toml"),
            &format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n"),
        );
        let count = if filled { small::PAGES } else { 0 };
        let pages: Vec<_> = (0..count).map(small::page).collect();
        self.write(&format!("{name}/src/main.rs"), &variant.program(&pages));
        self.write(&format!("{name}/src/data.rs"), DATA);
        for page in &pages {
            self.write(
                &format!("{name}/src/pages/{}.rs", page.name),
                &variant.page(page),
            );
        }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder"))
            .expect("the target folder can be written");
        fs::write(path, text).expect("the target folder can be written");
    }

    /// Compiles everything once, so that afterwards the crates alone are left to compile.
    ///
    /// One by one: what a dependency's features are depends on which crates are asked for.
    pub fn build_dependencies(&self, variants: &[&Variant]) {
        for variant in variants {
            for filled in [false, true] {
                let name = name(variant, filled);
                for work in Work::ALL {
                    self.cargo(work, &name);
                }
            }
        }
    }

    /// CPU time of cargo and the compiler.
    pub fn measure(&self, variant: &Variant, filled: bool, work: Work) -> Duration {
        let name = name(variant, filled);
        match work {
            Work::Check | Work::Debug => self.forget(&name),
            Work::Edit => self.edit(&name, filled),
            Work::Release => self.touch(&format!("{name}/src/main.rs")),
        }
        let start = clock::children();
        self.cargo(work, &name);
        clock::children() - start
    }

    /// The sections of a release build.
    pub fn sections(&self, variant: &Variant, filled: bool) -> Sections {
        size::sections(
            &self
                .folder
                .join("target/release")
                .join(name(variant, filled)),
        )
    }

    /// Throws away what the compiler remembers of a crate.
    fn forget(&self, name: &str) {
        let prefix = format!("{}-", name.replace('-', "_"));
        let incremental = self.folder.join("target/debug/incremental");
        for entry in fs::read_dir(incremental).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                fs::remove_dir_all(entry.path()).expect("the target folder can be written");
            }
        }
        self.touch(&format!("{name}/src/main.rs"));
    }

    /// Changes a word of one page, or of the program where there is none.
    fn edit(&self, name: &str, filled: bool) {
        let number = self.edits.fetch_add(1, Relaxed);
        let file = if filled {
            "pages/page_100.rs"
        } else {
            "main.rs"
        };
        let path = format!("{name}/src/{file}");
        let text = self.read(&path);
        let text = match text.find("part-100") {
            Some(at) => {
                let end = text[at..].find('"').map_or(text.len(), |end| at + end);
                format!("{}part-100-{number}{}", &text[..at], &text[end..])
            }
            None => format!("{text}// {number}\n"),
        };
        self.write(&path, &text);
    }

    fn touch(&self, path: &str) {
        let text = self.read(path);
        self.write(path, &text);
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).expect("it was written before")
    }

    fn cargo(&self, work: Work, name: &str) {
        let output = Command::new(env!("CARGO"))
            .args(work.arguments())
            .args(["-p", name])
            .args(["--offline", "--quiet", "--target-dir", "target"])
            .current_dir(&self.folder)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("RUSTFLAGS")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .output()
            .expect("cargo runs");
        assert!(
            output.status.success(),
            "{name}, {work:?}:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

fn name(variant: &Variant, filled: bool) -> String {
    format!(
        "{}-{}",
        variant.name,
        if filled { "pages" } else { "empty" }
    )
}

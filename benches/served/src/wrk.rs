//! The load: wrk, one thread of it, for one second.

use std::io;
use std::process::Command;

use figures::folder;

/// What a second of load came to.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    pub requests: f64,
    /// Requests a second.
    pub rate: f64,
    /// Microseconds within which half of the requests were answered.
    pub p50: f64,
    /// Microseconds within which 99 of 100 were.
    pub p99: f64,
}

/// The version of wrk.
///
/// # Errors
///
/// It is not installed.
pub fn version() -> io::Result<String> {
    let output = Command::new("wrk").arg("--version").output().map_err(|error| {
        io::Error::other(format!(
            "the load comes from wrk, which does not run ({error}): install it, on Debian by `apt-get install wrk`"
        ))
    })?;
    let text = String::from_utf8_lossy(&output.stdout);
    let version = text.split_whitespace().nth(1).unwrap_or_default();
    Ok(version.trim_start_matches("debian/").to_owned())
}

/// Asks a server on 127.0.0.1 for a path, for a second, with connections that are kept. What else there is to do
/// meanwhile is done in the middle of it.
///
/// # Panics
///
/// wrk does not run, or a request fails.
pub fn load(port: u16, path: &str, connections: usize, meanwhile: impl FnOnce()) -> Load {
    let script = folder().join("wrk.lua");
    std::fs::create_dir_all(folder()).expect("the target folder can be written");
    std::fs::write(&script, include_str!("wrk.lua")).expect("the target folder can be written");
    let child = Command::new("wrk")
        .args(["--threads", "1", "--duration", "1s", "--timeout", "10s"])
        .args(["--connections", &connections.to_string(), "--script"])
        .arg(script)
        .arg(format!("http://127.0.0.1:{port}{path}"))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("wrk is installed");
    std::thread::sleep(std::time::Duration::from_millis(600));
    meanwhile();
    let output = child.wait_with_output().expect("wrk ends");
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("measured "))
        .unwrap_or_else(|| panic!("wrk measured nothing: {text}"));
    let numbers: Vec<f64> = line
        .split(' ')
        .map(|it| it.parse().expect("a number"))
        .collect();
    let [requests, seconds, p50, p99, failed] = numbers[..] else {
        panic!("wrk measured something else: {line}");
    };
    assert_eq!(failed, 0.0, "{failed} requests for {path} failed");
    Load {
        requests,
        rate: requests / seconds,
        p50,
        p99,
    }
}

//! A server in a process of its own: when it answers, what it computed, what memory it holds.

use std::fs;
use std::mem::MaybeUninit;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::client;

/// A running server; it ends with this value.
pub struct Process {
    child: Child,
    /// Where it listens, on 127.0.0.1.
    pub port: u16,
    /// From the start of the process to its first answer.
    pub start: Duration,
}

/// How long a server may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(20);

impl Process {
    /// Starts a program, which listens at the port that `PORT` says, and waits until it answers this path.
    ///
    /// # Panics
    ///
    /// The program can't be started, or doesn't answer.
    pub fn start(mut command: Command, path: &str) -> Self {
        let port = free_port();
        command
            .env("PORT", port.to_string())
            .env("HOST", "127.0.0.1")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        let started = Instant::now();
        let child = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut process = Self {
            child,
            port,
            start: Duration::ZERO,
        };
        while client::get(port, path).is_err() {
            let ended = process.child.try_wait().expect("the process is ours");
            assert!(ended.is_none(), "{command:?} ended at once");
            assert!(started.elapsed() < PATIENCE, "{command:?} does not answer");
            std::thread::sleep(Duration::from_micros(200));
        }
        process.start = started.elapsed();
        process
    }

    /// The CPU time of all its threads, those that have ended included, in seconds; the kernel's part as well.
    pub fn computed(&self) -> f64 {
        let mut clock = 0;
        let mut time = MaybeUninit::<libc::timespec>::uninit();
        // SAFETY: the calls fill in what they are given, or fail, which the assertions find.
        let time = unsafe {
            assert_eq!(
                libc::clock_getcpuclockid(self.child.id().cast_signed(), &mut clock),
                0
            );
            assert_eq!(libc::clock_gettime(clock, time.as_mut_ptr()), 0);
            time.assume_init()
        };
        time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
    }

    /// The memory that it holds, in MB.
    pub fn memory(&self) -> f64 {
        self.status("VmRSS:")
    }

    /// The most that it has held, in MB.
    pub fn peak(&self) -> f64 {
        self.status("VmHWM:")
    }

    fn status(&self, field: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("the process runs");
        let line = status.lines().find_map(|line| line.strip_prefix(field));
        let kibibytes = line.and_then(|it| it.trim().trim_end_matches(" kB").parse::<f64>().ok());
        kibibytes.expect("a process has memory") * 1024.0 / 1e6
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there are free ports");
    listener.local_addr().expect("it has an address").port()
}

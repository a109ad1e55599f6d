//! The memory of another process, as Linux tells it.

use std::fs;

pub(crate) struct Memory {
    path: String,
}

impl Memory {
    pub(crate) fn of(process: u32) -> Memory {
        Memory {
            path: format!("/proc/{process}/status"),
        }
    }

    /// What it holds now, in MB.
    pub(crate) fn now(&self) -> f64 {
        self.field("VmRSS:")
    }

    /// The most that it ever held, in MB.
    pub(crate) fn peak(&self) -> f64 {
        self.field("VmHWM:")
    }

    fn field(&self, name: &str) -> f64 {
        let status = fs::read_to_string(&self.path).expect("the process is there");
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
        let kilobytes: f64 = kilobytes
            .and_then(|it| it.trim().parse().ok())
            .expect("a number of kB");
        kilobytes / 1024.0
    }
}

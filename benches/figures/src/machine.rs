//! What the figures were measured on.

use std::fs;
use std::process::Command;

/// The machine and its compiler.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Machine {
    /// The processor's model.
    pub processor: String,
    /// How many of its cores there are.
    pub cores: usize,
    /// Memory, in GiB.
    pub memory: u64,
    /// The kernel's version.
    pub kernel: String,
    /// The compiler's version.
    pub rustc: String,
}

impl Machine {
    /// This machine.
    pub fn this() -> Self {
        let file = |path| fs::read_to_string(path).unwrap_or_default();
        let cpus = file("/proc/cpuinfo");
        let field = |name: &str| {
            let line = cpus.lines().find(|line| line.starts_with(name))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        };
        let mut processor = field("model name").unwrap_or_else(|| "unknown".to_owned());
        if let (Some(family), Some(model)) = (field("cpu family"), field("model\t")) {
            processor += &format!(" (family {family}, model {model})");
        }
        let memory = file("/proc/meminfo");
        let memory = memory
            .lines()
            .find_map(|line| line.strip_prefix("MemTotal:"));
        let kilobytes = memory.and_then(|it| it.trim().trim_end_matches(" kB").parse::<u64>().ok());
        // What follows the numbers names a build of the kernel.
        let kernel = file("/proc/sys/kernel/osrelease");
        let kernel = kernel
            .split(|it: char| !it.is_ascii_digit() && it != '.')
            .next();
        Self {
            processor,
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory: kilobytes.unwrap_or(0).div_ceil(1 << 20),
            kernel: format!("Linux {}", kernel.unwrap_or_default()),
            rustc: output("rustc", &["--version"]),
        }
    }
}

/// What the processors have computed since the machine started, and this process's part of it with that of the processes
/// that it started and that have ended: in hundredths of a second.
pub fn computed() -> Option<(f64, f64)> {
    let all = fs::read_to_string("/proc/stat").ok()?;
    let all: Vec<f64> = all
        .lines()
        .next()?
        .split_whitespace()
        .skip(1)
        .filter_map(|it| it.parse().ok())
        .collect();
    let [user, nice, system, _idle, _waiting, interrupts, soft, ..] = all[..] else {
        return None;
    };
    let own = fs::read_to_string("/proc/self/stat").ok()?;
    // The name before it may hold spaces.
    let (_, own) = own.rsplit_once(')')?;
    let times = own.split_whitespace().skip(11).take(4);
    let own = times.filter_map(|it| it.parse::<f64>().ok()).sum();
    Some((user + nice + system + interrupts + soft, own))
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| String::new(),
        |it| String::from_utf8_lossy(&it.stdout).trim().to_owned(),
    )
}

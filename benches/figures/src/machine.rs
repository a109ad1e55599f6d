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

/// How much there was to do for the machine in the last minute, in cores: measured figures are trusted where that is little.
pub fn load() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let first = text.split(' ').next().and_then(|it| it.parse().ok());
    first.unwrap_or(f64::NAN)
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| String::new(),
        |it| String::from_utf8_lossy(&it.stdout).trim().to_owned(),
    )
}

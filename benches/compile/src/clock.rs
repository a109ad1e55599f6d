//! Time that compilers spend computing, whatever else the machine does.

use std::mem::MaybeUninit;
use std::time::Duration;

/// The CPU time, user's and system's, of all child processes that have ended.
pub fn children() -> Duration {
    let mut usage = MaybeUninit::<libc::rusage>::uninit();
    // SAFETY: the call fills the struct in, or fails, which the assertion finds.
    let usage = unsafe {
        assert_eq!(
            libc::getrusage(libc::RUSAGE_CHILDREN, usage.as_mut_ptr()),
            0
        );
        usage.assume_init()
    };
    let time = |it: libc::timeval| Duration::new(it.tv_sec as u64, it.tv_usec as u32 * 1000);
    time(usage.ru_utime) + time(usage.ru_stime)
}

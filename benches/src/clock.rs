//! Time that was spent computing, whatever else the machine does.

use std::mem::MaybeUninit;
use std::time::Duration;

/// The CPU time of the calling thread.
pub fn thread() -> Duration {
    let mut time = MaybeUninit::<libc::timespec>::uninit();
    // SAFETY: the call fills the struct in, or fails, which the assertion finds.
    let time = unsafe {
        assert_eq!(
            libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, time.as_mut_ptr()),
            0
        );
        time.assume_init()
    };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

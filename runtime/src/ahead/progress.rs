//! How far the rendering is, for a person at a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What ends sooner says nothing.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(100);

/// A line on the terminal that says how many pages are done, and vanishes in the end.
///
/// A thread of its own writes it, so that it goes on where a page keeps all others busy.
#[derive(Debug)]
pub(super) struct Progress {
    counts: Arc<Counts>,
    writer: Option<(Sender<()>, JoinHandle<()>)>,
}

#[derive(Debug, Default)]
struct Counts {
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// On standard error, if that is a terminal.
    pub(super) fn begin() -> Progress {
        let terminal = io::stderr().is_terminal();
        Progress::on(terminal.then(io::stderr), PATIENCE)
    }

    fn on(out: Option<impl Write + Send + 'static>, patience: Duration) -> Progress {
        let counts = Arc::new(Counts::default());
        let writer = out.map(|out| {
            let (end, ended) = channel();
            let counts = counts.clone();
            let write = move || {
                let mut wait = patience;
                let mut out = out;
                while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    wait = STEP;
                    let done = counts.done.load(Ordering::Relaxed);
                    let all = counts.all.load(Ordering::Relaxed);
                    // What can't be written is missed by nobody.
                    let _ = match all {
                        0 => write!(out, "\r\x1b[KAsking which pages there are"),
                        _ => write!(
                            out,
                            "\r\x1b[KRendering pages ahead of time: {done} of {all}"
                        ),
                    };
                    let _ = out.flush();
                }
                if wait == STEP {
                    let _ = write!(out, "\r\x1b[K");
                    let _ = out.flush();
                }
            };
            (end, thread::spawn(write))
        });
        Progress { counts, writer }
    }

    /// So many are to be rendered.
    pub(super) fn expect(&self, all: usize) {
        self.counts.all.store(all, Ordering::Relaxed);
    }

    /// One more is done.
    pub(super) fn step(&self) {
        self.counts.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.writer.take() {
            drop(end);
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[derive(Clone, Default)]
    struct Screen(Arc<Mutex<Vec<u8>>>);

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Screen {
        fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }

        fn wait_for(&self, text: &str) {
            while !self.text().contains(text) {
                thread::yield_now();
            }
        }
    }

    #[test]
    fn it_says_how_far_it_is_and_leaves_nothing_behind() {
        let screen = Screen::default();
        let progress = Progress::on(Some(screen.clone()), Duration::ZERO);
        screen.wait_for("Asking which pages there are");
        progress.expect(3);
        progress.step();
        screen.wait_for("Rendering pages ahead of time: 1 of 3");
        drop(progress);
        assert!(screen.text().ends_with("\r\x1b[K"));
    }

    #[test]
    fn what_is_done_at_once_says_nothing() {
        let screen = Screen::default();
        drop(Progress::on(
            Some(screen.clone()),
            Duration::from_secs(3600),
        ));
        assert_eq!(screen.text(), "");
    }
}

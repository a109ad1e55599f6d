//! Components that rest: one that loops for ever would hold a thread for its whole deadline at each request, and with few
//! threads the server would answer nobody.
//!
//! After a component has run out of time or memory, it is not rendered for a second; each time that this happens again at
//! once, for twice as long. When the time is over, one request tries.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);
/// How long the one that tries has before another may.
const TRIAL: Duration = Duration::from_secs(1);

/// Whether any component rests: in most programs none ever does.
static ANY: AtomicBool = AtomicBool::new(false);
static RESTING: Mutex<BTreeMap<&'static str, Rest>> = Mutex::new(BTreeMap::new());

struct Rest {
    until: Instant,
    pause: Duration,
}

/// A component's turn to render.
pub(super) enum Turn {
    Plain,
    /// The first after a rest.
    Trial,
}

/// Asks for a turn; none while the component rests.
pub(super) fn turn(path: &'static str) -> Option<Turn> {
    if !ANY.load(Ordering::Relaxed) {
        return Some(Turn::Plain);
    }
    let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(rest) = resting.get_mut(path) else {
        return Some(Turn::Plain);
    };
    let now = Instant::now();
    (rest.until <= now).then(|| {
        rest.until = now + TRIAL;
        Turn::Trial
    })
}

impl Turn {
    /// Ends a turn in which the component took neither too long nor too much memory.
    pub(super) fn end(self, path: &'static str) {
        if matches!(self, Self::Trial) {
            let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
            resting.remove(path);
            ANY.store(!resting.is_empty(), Ordering::Relaxed);
        }
    }
}

/// Begins a rest, and says how long it is.
pub(super) fn begin(path: &'static str) -> Duration {
    let now = Instant::now();
    let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
    let rest = resting.entry(path).or_insert(Rest {
        until: now,
        pause: FIRST / 2,
    });
    // Several threads may have been in the component at once: that is one time, not several.
    let again = rest.pause < FIRST || rest.until <= now + TRIAL;
    if again {
        rest.pause = (rest.pause * 2).min(LONGEST);
    }
    rest.until = now + rest.pause;
    ANY.store(true, Ordering::Relaxed);
    rest.pause
}

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
static RESTING: Mutex<BTreeMap<usize, Rest>> = Mutex::new(BTreeMap::new());

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
pub(super) fn turn(key: usize) -> Option<Turn> {
    if !ANY.load(Ordering::Relaxed) {
        return Some(Turn::Plain);
    }
    let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(rest) = resting.get_mut(&key) else {
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
    pub(super) fn end(self, key: usize) {
        if matches!(self, Self::Trial) {
            let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
            resting.remove(&key);
            ANY.store(!resting.is_empty(), Ordering::Relaxed);
        }
    }

    /// Ends any other turn with a rest, and says how long it is.
    pub(super) fn rest(self, key: usize) -> Duration {
        let now = Instant::now();
        let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = resting.entry(key).or_insert(Rest {
            until: now,
            pause: FIRST,
        });
        // Several threads may have been in the component when it first failed: that is one time, not several.
        if matches!(self, Self::Trial) {
            rest.pause = (rest.pause * 2).min(LONGEST);
        }
        rest.until = now + rest.pause;
        ANY.store(true, Ordering::Relaxed);
        rest.pause
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, FIRST, Instant, RESTING, Turn, turn};

    /// As if so much time had gone by.
    fn wait(key: usize, time: Duration) {
        let mut resting = RESTING.lock().unwrap();
        let rest = resting.get_mut(&key).unwrap();
        rest.until = rest.until.checked_sub(time).unwrap_or_else(Instant::now);
    }

    #[test]
    fn a_rest_is_doubled_by_each_trial_that_fails_and_ended_by_one_that_does_not() {
        let (key, other) = (1, 2);
        let both = [turn(key), turn(key)].map(Option::unwrap);
        assert_eq!(both.map(|turn| turn.rest(key)), [FIRST, FIRST]);
        assert!(turn(key).is_none());
        assert!(matches!(turn(other), Some(Turn::Plain)));

        wait(key, FIRST);
        let trial = turn(key).unwrap();
        assert!(turn(key).is_none(), "one tries, the others wait for it");
        assert_eq!(trial.rest(key), FIRST * 2);
        wait(key, FIRST);
        assert!(turn(key).is_none());

        wait(key, FIRST);
        turn(key).unwrap().end(key);
        assert!(matches!(turn(key), Some(Turn::Plain)));
    }
}

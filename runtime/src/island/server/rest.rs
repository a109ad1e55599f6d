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

    /// Ends any other turn with a rest, and says how long it is.
    pub(super) fn rest(self, path: &'static str) -> Duration {
        let now = Instant::now();
        let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = resting.entry(path).or_insert(Rest {
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
    fn wait(path: &'static str, time: Duration) {
        let mut resting = RESTING.lock().unwrap();
        let rest = resting.get_mut(path).unwrap();
        rest.until = rest.until.checked_sub(time).unwrap_or_else(Instant::now);
    }

    #[test]
    fn a_rest_is_doubled_by_each_trial_that_fails_and_ended_by_one_that_does_not() {
        let path = "components/Tired.tsx";
        let both = [turn(path), turn(path)].map(Option::unwrap);
        assert_eq!(both.map(|turn| turn.rest(path)), [FIRST, FIRST]);
        assert!(turn(path).is_none());
        assert!(matches!(turn("components/Other.tsx"), Some(Turn::Plain)));

        wait(path, FIRST);
        let trial = turn(path).unwrap();
        assert!(turn(path).is_none(), "one tries, the others wait for it");
        assert_eq!(trial.rest(path), FIRST * 2);
        wait(path, FIRST);
        assert!(turn(path).is_none());

        wait(path, FIRST);
        turn(path).unwrap().end(path);
        assert!(matches!(turn(path), Some(Turn::Plain)));
    }
}

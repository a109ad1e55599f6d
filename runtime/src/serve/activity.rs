//! What a connection is doing, and since when: it decides when a client has taken too long.
//!
//! hyper can time the head of a request, but not before it knows the version of HTTP, and not a client that reads
//! nothing. So the bytes are watched where they pass, below hyper, and the requests above it.

use std::sync::{Mutex, MutexGuard};

use tokio::sync::Notify;
use tokio::time::{Duration, Instant, sleep_until};

use super::limits::Limits;
use crate::request::context::unpoisoned;

/// How long a connection that was told to end may take for it.
const GRACE: Duration = Duration::from_secs(1);

/// What a connection is doing.
#[derive(Debug)]
pub(super) struct Activity {
    state: Mutex<State>,
    evicted: Notify,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    since: Instant,
    /// Requests that are not answered to their end.
    requests: usize,
    /// Those among them of which a part was handed out, and the next not asked for.
    waiting: usize,
    /// When a part of an answer last got on its way.
    moved: Instant,
    /// Since when the socket takes nothing.
    blocked: Option<Instant>,
    /// Whether the connection speaks HTTP/2, where bytes need not belong to a request.
    http2: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Phase {
    /// Nothing was received yet.
    Silent,
    /// The head of a request is under way.
    Header,
    /// A request is being answered.
    Busy,
    /// All requests are answered.
    Idle,
    /// It was told to end.
    Ending,
}

/// What becomes of a connection whose time is up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    /// It is told to end, as HTTP/2 can.
    End,
    /// It is cut.
    Cut,
}

impl Activity {
    pub(super) fn new() -> Activity {
        let now = Instant::now();
        Activity {
            state: Mutex::new(State {
                phase: Phase::Silent,
                since: now,
                requests: 0,
                waiting: 0,
                moved: now,
                blocked: None,
                http2: false,
            }),
            evicted: Notify::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        unpoisoned(&self.state)
    }

    /// Bytes came in.
    pub(super) fn received(&self, bytes: &[u8]) {
        let mut state = self.state();
        if state.phase == Phase::Silent {
            state.http2 = bytes.starts_with(b"PRI");
        }
        let begins = match state.phase {
            Phase::Silent => true,
            Phase::Idle => !state.http2,
            _ => false,
        };
        if begins {
            state.enter(Phase::Header);
        }
    }

    /// The socket took bytes, or has no room for any.
    pub(super) fn wrote(&self, took: bool) {
        let mut state = self.state();
        if took {
            state.blocked = None;
            state.moved = Instant::now();
        } else if state.blocked.is_none() {
            state.blocked = Some(Instant::now());
        }
    }

    pub(super) fn request_began(&self) {
        let mut state = self.state();
        state.requests += 1;
        state.moved = Instant::now();
        if state.phase != Phase::Ending {
            state.phase = Phase::Busy;
        }
    }

    pub(super) fn request_ended(&self) {
        let mut state = self.state();
        state.requests -= 1;
        if state.requests == 0 {
            let ending = state.phase == Phase::Ending;
            state.enter(if ending { Phase::Ending } else { Phase::Idle });
        }
    }

    /// A part of an answer was handed out, or, if not, the next is asked for.
    pub(super) fn handed_out(&self, out: bool) {
        let mut state = self.state();
        if out {
            state.waiting += 1;
            state.moved = Instant::now();
        } else {
            state.waiting -= 1;
        }
    }

    /// The connection was told to end. What it has under way may go on.
    pub(super) fn told_to_end(&self) {
        self.state().enter(Phase::Ending);
    }

    /// Since when the connection has been of no use, if it is of none.
    pub(super) fn idle_since(&self) -> Option<Instant> {
        let state = self.state();
        (state.requests == 0).then_some(state.since)
    }

    /// Closes a connection that is of no use.
    pub(super) fn evict(&self) {
        self.evicted.notify_one();
    }

    /// Waits until the connection's time is up.
    pub(super) async fn overdue(&self, limits: &Limits) -> Verdict {
        loop {
            let now = Instant::now();
            // Whatever begins from now on is not due before.
            let mut until = now + limits.shortest();
            match self.state().due(limits) {
                Some((at, verdict)) if at <= now => return verdict,
                Some((at, _)) => until = until.min(at),
                None => {}
            }
            tokio::select! {
                () = sleep_until(until) => {}
                () = self.evicted.notified() => {
                    // A request may have come meanwhile: it is not cut off.
                    if self.idle_since().is_some() {
                        return Verdict::Cut;
                    }
                }
            }
        }
    }
}

impl State {
    fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        self.since = Instant::now();
    }

    /// When the first of the times is up that run now, and what then.
    fn due(&self, limits: &Limits) -> Option<(Instant, Verdict)> {
        let blocked = self.blocked.map(|since| since + limits.write);
        let ignored =
            (self.requests > 0 && self.waiting == self.requests).then(|| self.moved + limits.write);
        let phase = match self.phase {
            Phase::Silent => Some(self.since + limits.first_byte),
            Phase::Header => Some(self.since + limits.header),
            Phase::Idle => Some(self.since + limits.idle),
            // The end of an answer may still be on its way to a client that reads slowly.
            Phase::Ending if self.requests == 0 && self.blocked.is_none() => {
                Some(self.since + GRACE)
            }
            Phase::Ending | Phase::Busy => None,
        };
        let verdict = match self.phase {
            Phase::Idle => Verdict::End,
            _ => Verdict::Cut,
        };
        let times = [
            (phase, verdict),
            (blocked, Verdict::Cut),
            (ignored, Verdict::Cut),
        ];
        let running = times
            .into_iter()
            .filter_map(|(at, verdict)| Some((at?, verdict)));
        running.min_by_key(|(at, _)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Waits until the time is up, and says after how many seconds.
    async fn overdue(activity: &Activity) -> (Verdict, u64) {
        let start = Instant::now();
        let limits = Limits {
            first_byte: Duration::from_secs(5),
            header: Duration::from_secs(10),
            idle: Duration::from_secs(60),
            write: Duration::from_secs(30),
            ..Limits::default()
        };
        let verdict = activity.overdue(&limits).await;
        (verdict, start.elapsed().as_secs())
    }

    #[tokio::test(start_paused = true)]
    async fn each_phase_has_its_time() {
        let activity = Activity::new();
        assert_eq!(overdue(&activity).await, (Verdict::Cut, 5));
        activity.received(b"POST");
        assert_eq!(overdue(&activity).await, (Verdict::Cut, 10));
        // More of the head gains nothing.
        activity.received(b" / HTTP/1.1");
        assert_eq!(overdue(&activity).await, (Verdict::Cut, 0));
        activity.request_began();
        activity.request_ended();
        assert_eq!(overdue(&activity).await, (Verdict::End, 60));
        activity.told_to_end();
        assert_eq!(overdue(&activity).await, (Verdict::Cut, 1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_may_take_its_time_unless_the_client_does() {
        let activity = Activity::new();
        activity.received(b"GET");
        activity.request_began();
        let minute = Duration::from_secs(60);
        let patient = tokio::time::timeout(minute, overdue(&activity)).await;
        assert!(patient.is_err());
        activity.handed_out(true);
        assert_eq!(overdue(&activity).await, (Verdict::Cut, 30));
        // The application's turn again.
        activity.handed_out(false);
        let patient = tokio::time::timeout(minute, overdue(&activity)).await;
        assert!(patient.is_err());
        activity.wrote(false);
        assert_eq!(overdue(&activity).await, (Verdict::Cut, 30));
        activity.wrote(true);
        let patient = tokio::time::timeout(minute, overdue(&activity)).await;
        assert!(patient.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn frames_between_requests_are_no_head() {
        let activity = Activity::new();
        activity.received(b"PRI * HTTP/2.0");
        activity.request_began();
        activity.request_ended();
        activity.received(b"a ping");
        assert_eq!(overdue(&activity).await, (Verdict::End, 60));
        let plain = Activity::new();
        plain.received(b"GET");
        plain.request_began();
        plain.request_ended();
        plain.received(b"GET");
        assert_eq!(overdue(&plain).await, (Verdict::Cut, 10));
    }

    #[tokio::test(start_paused = true)]
    async fn only_what_has_no_request_is_evicted() {
        let activity = Activity::new();
        activity.evict();
        assert_eq!(overdue(&activity).await, (Verdict::Cut, 0));
        activity.received(b"GET");
        activity.request_began();
        activity.evict();
        let patient = tokio::time::timeout(Duration::from_secs(60), overdue(&activity)).await;
        assert!(patient.is_err());
    }
}

//! The connections that there are, and who must go when there are too many.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::activity::Activity;
use crate::request::context::unpoisoned;

/// How many connections are looked at to find the one that has been idle for longest: with many, one of the longest.
const SAMPLE: usize = 64;

/// The connections that there are.
#[derive(Debug)]
pub(super) struct Connections {
    most: usize,
    free: Arc<Semaphore>,
    list: Mutex<List>,
}

#[derive(Debug, Default)]
struct List {
    places: Vec<Option<Arc<Activity>>>,
    vacant: Vec<usize>,
    /// Where the next sample begins.
    next: usize,
}

impl Connections {
    pub(super) fn new(most: usize) -> Arc<Connections> {
        let most = most.clamp(1, Semaphore::MAX_PERMITS.min(u32::MAX as usize));
        Arc::new(Connections {
            most,
            free: Arc::new(Semaphore::new(most)),
            list: Mutex::default(),
        })
    }

    /// Room for one more. Where all places are taken, a connection that has no request is closed; where all have, it
    /// waits.
    pub(super) async fn room(self: &Arc<Connections>) -> Room {
        loop {
            let acquire = self.free.clone().acquire_owned();
            let permit = if self.free.available_permits() > 0 {
                acquire.await
            } else {
                self.evict();
                match tokio::time::timeout(Duration::from_millis(100), acquire).await {
                    Ok(permit) => permit,
                    Err(_) => continue,
                }
            };
            return Room {
                connections: self.clone(),
                permit: permit.expect("the semaphore is never closed"),
            };
        }
    }

    /// Closes one that has no request, the longest idle of a sample.
    pub(super) fn evict(&self) {
        let longest = unpoisoned(&self.list).longest_idle();
        if let Some(activity) = longest {
            activity.evict();
        }
    }

    /// Waits until there are none.
    pub(super) async fn none(&self) {
        let all = u32::try_from(self.most).expect("it was checked");
        drop(self.free.acquire_many(all).await);
    }
}

impl List {
    fn add(&mut self, activity: Arc<Activity>) -> usize {
        match self.vacant.pop() {
            Some(index) => {
                self.places[index] = Some(activity);
                index
            }
            None => {
                self.places.push(Some(activity));
                self.places.len() - 1
            }
        }
    }

    fn longest_idle(&mut self) -> Option<Arc<Activity>> {
        let count = self.places.len();
        let sample = (0..count.min(SAMPLE)).map(|step| (self.next + step) % count);
        let idle = sample.filter_map(|index| {
            let activity = self.places[index].as_ref()?;
            Some((activity.idle_since()?, activity))
        });
        let longest = idle.min_by_key(|(since, _)| *since);
        let longest = longest.map(|(_, activity)| activity.clone());
        self.next = (self.next + SAMPLE) % count.max(1);
        longest
    }
}

/// Room for a connection that is not there yet.
#[derive(Debug)]
pub(super) struct Room {
    connections: Arc<Connections>,
    permit: OwnedSemaphorePermit,
}

impl Room {
    /// The place of a connection, whose time runs from now on.
    pub(super) fn take(self) -> Place {
        let activity = Arc::new(Activity::new());
        let index = unpoisoned(&self.connections.list).add(activity.clone());
        Place {
            connections: self.connections,
            activity,
            index,
            _permit: self.permit,
        }
    }
}

/// A connection's place, free again when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    connections: Arc<Connections>,
    pub(super) activity: Arc<Activity>,
    index: usize,
    _permit: OwnedSemaphorePermit,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut list = unpoisoned(&self.connections.list);
        list.places[self.index] = None;
        list.vacant.push(self.index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_longest_idle_makes_room() {
        let connections = Connections::new(2);
        let busy = connections.room().await.take();
        busy.activity.request_began();
        let idle = connections.room().await.take();
        let activity = idle.activity.clone();
        let limits = super::super::Limits::default();
        let closing = tokio::spawn(async move {
            activity.overdue(&limits).await;
            drop(idle);
        });
        drop(connections.room().await.take());
        closing.await.unwrap();
        busy.activity.request_ended();
        drop(busy);
        connections.none().await;
    }
}

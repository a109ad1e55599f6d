//! Work done at once, but not all of it.

use std::panic::resume_unwind;
use std::thread::available_parallelism;

use tokio::task::JoinSet;

/// Does all, each as a task of its own, and gives the results in order.
///
/// Pages wait for a database more than they compute, so more are at work than there are processors.
pub(super) async fn all<W>(work: impl IntoIterator<Item = W>) -> Vec<W::Output>
where
    W: Future<Output: Send> + Send + 'static,
{
    let most = 4 * available_parallelism().map_or(1, usize::from);
    let mut waiting = work.into_iter().enumerate();
    let mut running = JoinSet::new();
    let mut done = Vec::new();
    loop {
        while running.len() < most
            && let Some((index, work)) = waiting.next()
        {
            running.spawn(async move { (index, work.await) });
        }
        match running.join_next().await {
            Some(Ok(result)) => done.push(result),
            Some(Err(error)) => match error.try_into_panic() {
                Ok(panic) => resume_unwind(panic),
                // The runtime ends, and this with it.
                Err(_) => std::future::pending().await,
            },
            None => break,
        }
    }
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn several_at_once_and_never_too_many() {
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let work = (0..500).map(|index| {
            let (running, most) = (running.clone(), most.clone());
            async move {
                let now = running.fetch_add(1, Ordering::SeqCst) + 1;
                most.fetch_max(now, Ordering::SeqCst);
                for _ in 0..index % 7 {
                    tokio::task::yield_now().await;
                }
                running.fetch_sub(1, Ordering::SeqCst);
                index
            }
        });
        let results = all(work).await;
        assert!(results.into_iter().eq(0..500));
        let limit = 4 * available_parallelism().unwrap().get();
        assert!((2..=limit).contains(&most.load(Ordering::SeqCst)));
    }
}

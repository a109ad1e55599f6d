//! Rendering a site's pages ahead of time.

use std::sync::Arc;

use axum::body::to_bytes;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{Request, Uri};
use axum::response::Response;

use super::bounded;
use super::failed::{Failed, NotPrepared, Why};
use super::list::{Listed, Lists};
use super::prepared::Prepared;
use super::progress::Progress;
use super::stored::Stored;
use crate::island::LeftToBrowser;
use crate::response::Failure;
use crate::route::{Info, NoSuchPage, Pages, Unasked, chain};

/// Renders every page that is to be, and keeps it.
pub(crate) async fn prepare<S>(
    pages: Arc<Pages<S>>,
    lists: Lists<S>,
    state: &S,
) -> Result<Prepared<S>, NotPrepared>
where
    S: Clone + Send + Sync + 'static,
{
    let progress = Arc::new(Progress::begin());
    let asked = ask(&pages, lists, state).await?;
    progress.expect(asked.len());
    let work = asked.into_iter().map(|(info, values)| {
        let (pages, state, progress) = (pages.clone(), state.clone(), progress.clone());
        async move {
            let rendered = render(&pages, info, &values, &state).await;
            progress.step();
            rendered.map_err(|why| Failed::new(info, values, why))
        }
    });
    let mut failed = Vec::new();
    let mut stored = Vec::new();
    for rendered in bounded::all(work).await {
        match rendered {
            Ok(page) => stored.push(page),
            Err(why) => failed.push(why),
        }
    }
    if !failed.is_empty() {
        return Err(NotPrepared { failed });
    }
    pages.keep(stored);
    Ok(Prepared { pages })
}

/// The paths of each page that is rendered ahead of time, by the values of its params.
async fn ask<S>(
    pages: &Pages<S>,
    mut lists: Lists<S>,
    state: &S,
) -> Result<Vec<(&'static Info, Vec<String>)>, NotPrepared>
where
    S: Clone + Send + Sync + 'static,
{
    let infos = pages.infos().filter(|info| info.prerender);
    let work = infos.map(|info| {
        let list = lists.take(info);
        let state = state.clone();
        async move {
            let listed: Listed = match &list {
                Some(list) => list.ask(&state).await,
                None => Ok(vec![Vec::new()]),
            };
            (info, listed)
        }
    });
    let work: Vec<_> = work.collect();
    let mut asked = Vec::new();
    let mut failed = Vec::new();
    for (info, listed) in bounded::all(work).await {
        match listed {
            Ok(rows) => asked.extend(rows.into_iter().map(|values| (info, values))),
            Err(error) => failed.push(Failed::new(info, Vec::new(), Why::List(chain(&*error)))),
        }
    }
    if failed.is_empty() {
        Ok(asked)
    } else {
        Err(NotPrepared { failed })
    }
}

/// A page at one of its paths.
async fn render<S: Sync + 'static>(
    pages: &Pages<S>,
    info: &'static Info,
    values: &[String],
    state: &S,
) -> Result<(String, Stored), Why> {
    let path = pages.address_of(info, values);
    let uri = Uri::try_from(&path).map_err(|_| Why::NoPath(path.clone()))?;
    let (mut parts, ()) = Request::get(uri).body(()).unwrap_or_default().into_parts();
    let response = match pages.ask(info, &path, values, &mut parts, state).await {
        Ok(response) => response,
        Err(Unasked::NoPath(value)) => return Err(Why::NoPath(value)),
        Err(Unasked::Answered(pattern)) => return Err(Why::Answered(pattern)),
    };
    if let Some(why) = refused(info, &response) {
        return Err(why);
    }
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX)
        .await
        .map_err(|error| Why::Body(chain(&error)))?;
    // Making it smaller is work for a processor, which the other pages need not wait for.
    let stored =
        tokio::task::spawn_blocking(move || Stored::new(info, head.status, head.headers, body));
    match stored.await {
        Ok(stored) => Ok((path, stored)),
        Err(error) => Err(Why::Error(chain(&error))),
    }
}

/// Why an answer is none that everybody may get for ever.
fn refused(info: &Info, response: &Response) -> Option<Why> {
    let (status, headers) = (response.status(), response.headers());
    if let Some(Failure(error)) = response.extensions().get() {
        return Some(Why::Error(chain(&**error)));
    }
    if response.extensions().get::<NoSuchPage>().is_some() {
        return Some(Why::NoSuchPage);
    }
    if let Some(LeftToBrowser(island)) = response.extensions().get() {
        return Some(Why::Component(island.name));
    }
    if headers.contains_key(SET_COOKIE) {
        return Some(Why::Cookie);
    }
    if status.is_success() || info.stands_for() == Some(status) {
        return None;
    }
    match headers.get(LOCATION) {
        Some(to) if status.is_redirection() => Some(Why::Redirect(
            String::from_utf8_lossy(to.as_bytes()).into_owned(),
        )),
        _ => Some(Why::Status(status)),
    }
}

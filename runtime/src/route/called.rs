//! What a page's function answered, beside what it left in the request's context.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};

use super::pages::Pages;
use super::table::Info;
use crate::html::Html;
use crate::island::tags;
use crate::request::Context;

/// What a page's function answers.
pub(super) enum Answer {
    /// Markup, which is all that most pages answer.
    Markup(Html),
    /// Anything else.
    Response(Response),
}

/// A page that was called.
pub(super) struct Called {
    pub(super) answer: Answer,
    pub(super) context: Arc<Context>,
}

impl Called {
    /// Takes the whole answer, with all its headers, if it is markup for which nothing else was asked. Its headers are
    /// those of every such answer.
    pub(super) fn plain<S>(&mut self, pages: &Pages<S>, info: &Info) -> Option<Response> {
        let Answer::Markup(html) = &mut self.answer else {
            return None;
        };
        let is_plain = !html.holds_more()
            && self.context.is_untouched()
            && !pages.reloads()
            && info.stands_for().is_none();
        is_plain.then(|| {
            let cookies = self.context.jar().was_read();
            let markup = std::mem::take(html).into_bytes();
            pages.markup.response(markup, cookies)
        })
    }

    /// The answer with what the page left beside it: the tags of its islands, its head, its cookies. The headers that
    /// every answer has are not among its own.
    pub(super) async fn finish<S>(self, pages: &Pages<S>, info: &Info) -> Response {
        let mut response = match self.answer {
            Answer::Markup(html) => html.into_response(),
            Answer::Response(response) => response,
        };
        // Markup with islands says so here; what else a page puts there, stays.
        if !response.extensions().is_empty() {
            response = tags::add(response, info, &pages.site).await;
        }
        #[cfg(debug_assertions)]
        if pages.reloads() {
            response = tags::add_reload(response, info, &pages.site).await;
        }
        self.context.finish(response)
    }
}

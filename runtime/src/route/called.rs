//! What a page's function answered, beside what it left in the request's context.

use std::ops::ControlFlow::{self, Break, Continue};
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
    /// Where the page's arguments could leave something.
    pub(super) context: Option<Arc<Context>>,
}

impl Called {
    /// The whole answer, with all its headers, if it is markup for which nothing else was asked: its headers are those of
    /// every such answer. Else there is more to [`finish`](Called::finish).
    pub(super) fn plain<S>(self, pages: &Pages<S>, info: &Info) -> ControlFlow<Response, Called> {
        let context = self.context.as_deref();
        match self.answer {
            Answer::Markup(html)
                if !html.holds_more()
                    && context.is_none_or(Context::is_untouched)
                    && !pages.reloads()
                    && info.stands_for().is_none() =>
            {
                let cookies = context.is_some_and(|context| context.jar().was_read());
                Break(pages.markup.response(html.into_bytes(), cookies))
            }
            answer => Continue(Called {
                answer,
                context: self.context,
            }),
        }
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
            response = tags::add(response, info, &pages.site, pages.files.script).await;
        }
        #[cfg(debug_assertions)]
        if pages.reloads() {
            response = tags::add_reload(response, info, &pages.site).await;
        }
        let context = self
            .context
            .unwrap_or_else(|| Arc::new(Context::new(pages.settings.clone(), info.pattern)));
        context.finish(response)
    }
}

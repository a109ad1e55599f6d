//! The `Host` of every request, checked before the application sees it.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::extract::Request;
use axum::http::Version;
use axum::http::header::HOST;
use axum::response::{IntoResponse, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::Settings;
use crate::request::{BadHost, UsualHost};

/// Refuses requests whose `Host` is none with 400, and those for hosts that are not the site's, where the settings name
/// some.
///
/// isle's router does this for its pages, [`check_host`](crate::request::check_host) says how; this is for a whole
/// application. An HTTP/1.1 request that names no host is refused too (RFC 9112, section 3.2).
///
/// ```
/// use isle::Settings;
/// use isle::serve::Hosts;
///
/// let settings = Settings::default().allowed_host(".example.com")?;
/// let app: axum::Router = axum::Router::new().layer(Hosts::new(settings));
/// # let _ = app;
/// # Ok::<(), isle::BadSetting>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    checks: Arc<Checks>,
}

#[derive(Debug, Default)]
struct Checks {
    settings: Settings,
    usual: UsualHost,
}

impl Hosts {
    /// The hosts of these settings; of the default ones, all.
    pub fn new(settings: Settings) -> Hosts {
        Hosts {
            checks: Arc::new(Checks {
                settings,
                usual: UsualHost::default(),
            }),
        }
    }
}

impl<T> Layer<T> for Hosts {
    type Service = HostsService<T>;

    fn layer(&self, app: T) -> HostsService<T> {
        HostsService {
            checks: self.checks.clone(),
            app,
        }
    }
}

/// An application with [`Hosts`] around it.
#[derive(Clone, Debug)]
pub struct HostsService<T> {
    checks: Arc<Checks>,
    app: T,
}

impl<T> Service<Request> for HostsService<T>
where
    T: Service<Request, Response = Response>,
{
    type Response = Response;
    type Error = T::Error;
    type Future = Checked<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Checked<T::Future> {
        let (parts, body) = request.into_parts();
        let missing = parts.version == Version::HTTP_11 && !parts.headers.contains_key(HOST);
        let checked = if missing {
            Err(BadHost::Malformed)
        } else {
            self.checks.usual.check(&parts, &self.checks.settings)
        };
        match checked {
            Ok(()) => Checked {
                app: Some(self.app.call(Request::from_parts(parts, body))),
                refused: None,
            },
            Err(refused) => Checked {
                app: None,
                refused: Some(refused),
            },
        }
    }
}

pin_project! {
    /// What [`HostsService`] answers.
    #[derive(Debug)]
    pub struct Checked<F> {
        #[pin]
        app: Option<F>,
        refused: Option<BadHost>,
    }
}

impl<F, E> Future for Checked<F>
where
    F: Future<Output = Result<Response, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        match (this.app.as_pin_mut(), this.refused) {
            (Some(app), _) => app.poll(context),
            (None, refused) => {
                Poll::Ready(Ok(refused.unwrap_or(BadHost::Malformed).into_response()))
            }
        }
    }
}

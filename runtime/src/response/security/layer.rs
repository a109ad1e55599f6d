//! The headers as a layer, for answers that isle's router does not give.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::http::{Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::SecurityHeaders;

impl<T> Layer<T> for SecurityHeaders {
    type Service = SecurityService<T>;

    fn layer(&self, app: T) -> SecurityService<T> {
        SecurityService {
            headers: Arc::new(self.clone()),
            app,
        }
    }
}

/// An application with [`SecurityHeaders`] around it.
#[derive(Debug, Clone)]
pub struct SecurityService<T> {
    headers: Arc<SecurityHeaders>,
    app: T,
}

impl<T, B, C> Service<Request<B>> for SecurityService<T>
where
    T: Service<Request<B>, Response = Response<C>>,
{
    type Response = Response<C>;
    type Error = T::Error;
    type Future = Secured<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Secured<T::Future> {
        Secured {
            headers: self.headers.clone(),
            answer: self.app.call(request),
        }
    }
}

pin_project! {
    /// What [`SecurityService`] answers.
    #[derive(Debug)]
    pub struct Secured<F> {
        headers: Arc<SecurityHeaders>,
        #[pin]
        answer: F,
    }
}

impl<F, C, E> Future for Secured<F>
where
    F: Future<Output = Result<Response<C>, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let mut answer = ready!(this.answer.poll(context));
        if let Ok(response) = &mut answer {
            this.headers.add(response.headers_mut());
        }
        Poll::Ready(answer)
    }
}

//! A small site as an AWS Lambda function: what API Gateway sends is a request like any other.

use isle::ahead::NotPrepared;
use isle::prelude::*;
use isle::route::CanonicalService;
use isle::{Canonical, Settings};

/// Rendered when the function starts, and sent from memory.
#[page("/", prerender)]
async fn home() -> Page {
    html! {
        <h1>A function that answers</h1>
        <p><a href={greeting::url("Lambda")}>Be greeted</a></p>
    }
}

/// Greets by name, and knows how often.
#[page("/greeting/[name]")]
async fn greeting(name: String, cookies: Cookies) -> Page {
    let before: u32 = match cookies.signed().get("visits") {
        Some(visits) => visits.parse().unwrap_or(0),
        None => 0,
    };
    cookies.signed().set("visits", before + 1);
    html! { <h1>"Hello, "{name}</h1><p>"Visits so far: "{before + 1}</p> }
}

/// What a form sends.
#[endpoint(POST, "/echo")]
async fn echo(Form(fields): Form<Vec<(String, String)>>) -> String {
    let lines = fields
        .iter()
        .map(|(name, value)| format!("{name} is {value}\n"));
    lines.collect()
}

isle::site! { SITE: [home, greeting, echo] }

/// The site as a service. What `isle::serve` does for a program of its own, the host does here: timeouts, limits,
/// compression. The one spelling of a path is made here.
///
/// # Errors
/// Names each page that could not be rendered ahead of time.
pub async fn app(settings: Settings) -> Result<CanonicalService<axum::Router>, NotPrepared> {
    let site = SITE::prepare(settings, &()).await?;
    let app = axum::Router::new()
        .merge(site.router())
        .fallback(site.not_found());
    Ok(Canonical.layer(app))
}

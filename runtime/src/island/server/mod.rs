//! Rendering on the server what is a component of a JavaScript framework.
//!
//! Each thread that renders has an engine of its own, in which a component's module is evaluated once. Components see no
//! file, no network and no clock; time and memory are limited. A component that fails is logged and left to the browser:
//! no page is lost by it.
//!
//! - **Time.** The components of a page have 250 ms, all together: a page with ten that loop is as late as a page with one.
//!   Time is looked at between the steps of a program and within most of the language's own functions; a single call such as
//!   `[].join.call({ length: 1e9 })` is not stopped.
//! - **Memory.** 16 MiB an engine; glibc may keep as much for the thread's next use, unless `MALLOC_TRIM_THRESHOLD_` in
//!   the program's environment says how much it may keep. What runs out of time or memory takes its engine with it, and rests for a while
//!   ([`rest`]), so that a component that always does so can't keep the server's threads busy.
//! - **Stack.** 512 KiB of the thread's, from where the engine was made.

mod absent;
mod engine;
mod failure;
mod rest;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::time::{Duration, Instant};

use super::component::Filled;
use super::file::ServerModule;
use crate::html::string;
use engine::Engine;
use failure::Failure;
use rest::Turn;

/// How long the components of one page may render, all together.
const DEADLINE: Duration = Duration::from_millis(250);

thread_local! {
    static ENGINE: Cell<Option<Engine>> = const { Cell::new(None) };
}

/// What the component renders, and how long that took; nothing if it fails, which is logged. `spent` is the time that the
/// page's other components took.
pub(super) fn render(
    name: &'static str,
    module: &'static ServerModule,
    props: &[u8],
    filled: &Filled,
    spent: Duration,
) -> (Option<String>, Duration) {
    let begin = Instant::now();
    let time = DEADLINE.saturating_sub(spent);
    let props = str::from_utf8(props).unwrap_or("{}");
    let rendered = if time.is_zero() {
        Err(Failure::NoTimeLeft)
    } else if let Some(turn) = rest::turn(module.key()) {
        let rendered = run(module, props, &slots(filled), begin + time);
        note(name, module, turn, &rendered);
        rendered
    } else {
        Err(Failure::Resting)
    };
    let html = match rendered {
        Ok(html) => Some(html),
        // Said when the rest began.
        Err(Failure::Resting) => None,
        Err(failure) => {
            tracing::error!(
                island = name,
                component = module.path,
                error = %failure,
                "a component could not be rendered on the server, so the browser renders it"
            );
            None
        }
    };
    (html, begin.elapsed())
}

/// The slots as a component's module takes them: a JSON object of markup.
fn slots(filled: &Filled) -> String {
    let mut json = Vec::from("{");
    for (at, (name, html)) in filled.iter().enumerate() {
        if at > 0 {
            json.push(b',');
        }
        let name = if name.is_empty() { "default" } else { name };
        string(name, &mut json);
        json.push(b':');
        string(html, &mut json);
    }
    json.push(b'}');
    String::from_utf8(json).expect("JSON is text")
}

fn run(
    module: &'static ServerModule,
    props: &str,
    slots: &str,
    until: Instant,
) -> Result<String, Failure> {
    let kept = ENGINE.take().filter(|engine| engine.is_current(module));
    if let Some(engine) = kept {
        match render_in(engine, module, props, slots, until) {
            // Its stack ends where it began: this page may stand deeper than the one that it was made in.
            Err(Failure::OutOfStack) => {}
            rendered => return rendered,
        }
    }
    render_in(Engine::new()?, module, props, slots, until)
}

/// Renders, and keeps the engine. One that was stopped, or is full, is not to be trusted with the next page.
fn render_in(
    mut engine: Engine,
    module: &'static ServerModule,
    props: &str,
    slots: &str,
    until: Instant,
) -> Result<String, Failure> {
    let rendered = engine.render(module, props, slots, until);
    if !matches!(&rendered, Err(failure) if failure.spoils()) {
        ENGINE.set(Some(engine));
    }
    rendered
}

/// A component that has cost a thread all of its time rests for a while.
fn note(
    name: &'static str,
    module: &'static ServerModule,
    turn: Turn,
    rendered: &Result<String, Failure>,
) {
    match rendered {
        Err(failure) if failure.tires() => {
            let pause = turn.rest(module.key());
            tracing::warn!(
                island = name,
                component = module.path,
                seconds = pause.as_secs(),
                "a component that ran out of time or memory is left to the browser for a while"
            );
        }
        _ => turn.end(module.key()),
    }
}

//! A JavaScript engine with the modules that were evaluated in it.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::fs;
use std::rc::Rc;
use std::time::{Instant, SystemTime};

use rquickjs::context::intrinsic::{
    Date, Eval, Json, MapSet, Promise, Proxy, RegExp, RegExpCompiler, TypedArrays, WeakRef,
};
use rquickjs::{
    CatchResultExt, CaughtError, Context, Ctx, Function, Module, Persistent, Runtime, Value,
};

use super::absent::advice;
use super::failure::Failure;
use crate::island::file::ServerModule;

/// How much memory the components of one thread may hold.
const MEMORY: usize = 16 << 20;
/// How deep they may call, in bytes of the thread's stack.
const STACK: usize = 512 << 10;
/// How much of an error's text is logged.
const LONGEST: usize = 2000;

/// The functions stand in front of what they live in: fields are dropped in their order.
pub(super) struct Engine {
    modules: HashMap<usize, Loaded>,
    reset: Persistent<Function<'static>>,
    context: Context,
    deadline: Rc<Deadline>,
}

struct Loaded {
    render: Persistent<Function<'static>>,
    /// When its file was written, where it is read from disk.
    written: Option<SystemTime>,
}

#[derive(Default)]
struct Deadline {
    at: Cell<Option<Instant>>,
    passed: Cell<bool>,
}

impl Deadline {
    fn is_over(&self) -> bool {
        let over = self.at.get().is_some_and(|at| at <= Instant::now());
        self.passed.set(self.passed.get() | over);
        over
    }
}

/// What components find beside the language itself.
type Parts = (
    Date,
    Eval,
    Json,
    MapSet,
    Promise,
    Proxy,
    RegExp,
    RegExpCompiler,
    TypedArrays,
    WeakRef,
);

impl Engine {
    pub(super) fn new() -> Result<Self, Failure> {
        Self::with_memory(MEMORY)
    }

    pub(super) fn with_memory(memory: usize) -> Result<Self, Failure> {
        let failed = |error: rquickjs::Error| Failure::Thrown(error.to_string());
        let runtime = Runtime::new().map_err(failed)?;
        runtime.set_max_stack_size(STACK);
        let deadline = Rc::new(Deadline::default());
        let watch = Rc::clone(&deadline);
        runtime.set_interrupt_handler(Some(Box::new(move || watch.is_over())));
        let context = Context::custom::<Parts>(&runtime).map_err(failed)?;
        // From here on: an engine that can't even begin would be of no use.
        let reset = context.with(|context| {
            let reset = context.eval::<Function<'_>, _>(include_str!("pure.js"));
            reset.map(|reset| Persistent::save(&context, reset))
        });
        runtime.set_memory_limit(memory);
        Ok(Self {
            modules: HashMap::new(),
            reset: reset.map_err(failed)?,
            context,
            deadline,
        })
    }

    /// Whether the module that was evaluated is still the one on disk, where it is read from there.
    pub(super) fn is_current(&self, module: &'static ServerModule) -> bool {
        let (Some(loaded), Some(disk)) = (self.modules.get(&module.key()), module.disk) else {
            return true;
        };
        loaded.written == written(disk)
    }

    pub(super) fn render(
        &mut self,
        module: &'static ServerModule,
        props: &str,
        slots: &str,
        until: Instant,
    ) -> Result<String, Failure> {
        self.deadline.at.set(Some(until));
        let Self {
            modules,
            reset,
            context,
            deadline,
        } = self;
        let rendered = context.with(|context| {
            let rendered = enter(&context, modules, reset, module)
                .and_then(|render| render.call((props, slots)))
                .and_then(settled)
                .catch(&context)
                .map_err(|error| thrown(&error))
                .and_then(|html| text(&html));
            // What it put off runs now, so that it can't pile up; what puts off more and more is stopped like a loop.
            while !deadline.is_over() && context.execute_pending_job() {}
            rendered
        });
        self.deadline.at.set(None);
        match self.deadline.passed.get() {
            true => Err(Failure::OutOfTime),
            false => rendered,
        }
    }
}

/// The function that renders a component; the first time its module is evaluated.
fn enter<'js>(
    context: &Ctx<'js>,
    modules: &mut HashMap<usize, Loaded>,
    reset: &Persistent<Function<'static>>,
    module: &'static ServerModule,
) -> rquickjs::Result<Function<'js>> {
    reset.clone().restore(context)?.call::<_, ()>(())?;
    if let Some(loaded) = modules.get(&module.key()) {
        return loaded.render.clone().restore(context);
    }
    let (text, written) = source(module);
    let declared = Module::declare(context.clone(), module.file, text.as_bytes())?;
    let (evaluated, done) = declared.eval()?;
    done.finish::<()>()?;
    let render: Function<'js> = evaluated.get("default")?;
    modules.insert(
        module.key(),
        Loaded {
            render: Persistent::save(context, render.clone()),
            written,
        },
    );
    // As if it had been there before.
    reset.clone().restore(context)?.call::<_, ()>(())?;
    Ok(render)
}

/// The module's text: as it was embedded, or as it is on disk now.
fn source(module: &ServerModule) -> (Cow<'static, str>, Option<SystemTime>) {
    let disk = module.disk.and_then(|disk| {
        let written = written(disk)?;
        Some((fs::read_to_string(disk).ok()?, written))
    });
    match disk {
        Some((text, written)) => (Cow::Owned(text), Some(written)),
        None => (Cow::Borrowed(module.text), None),
    }
}

fn written(disk: &str) -> Option<SystemTime> {
    fs::metadata(disk).ok()?.modified().ok()
}

/// What was promised, where the answer is a promise: some frameworks have no other way to render.
fn settled(answer: Value<'_>) -> rquickjs::Result<Value<'_>> {
    match answer.as_promise() {
        Some(promise) => promise.finish(),
        None => Ok(answer),
    }
}

/// What the component answered.
fn text(answer: &Value<'_>) -> Result<String, Failure> {
    let Some(text) = answer.as_string() else {
        let kind = answer.type_name();
        return Err(Failure::Thrown(format!(
            "its module answered with a value of the type `{kind}`, not with a string of HTML"
        )));
    };
    text.to_string().map_err(|error| match error {
        rquickjs::Error::Utf8(_) => {
            Failure::Thrown("its HTML holds half a character: a string was cut in one".to_owned())
        }
        _ => Failure::OutOfMemory,
    })
}

/// What the component threw.
fn thrown(error: &CaughtError<'_>) -> Failure {
    let text = match error {
        CaughtError::Exception(exception) => {
            let name = exception.as_object().get::<_, String>("name");
            let message = exception.message().unwrap_or_default();
            let stack = exception.stack().unwrap_or_default();
            let name = name.unwrap_or_else(|_| "Error".to_owned());
            // There may be no memory left to say so.
            if name == "InternalError" && ["out of memory", ""].contains(&message.as_str()) {
                return Failure::OutOfMemory;
            }
            if message == "Maximum call stack size exceeded" {
                return Failure::OutOfStack;
            }
            let advice = match name.as_str() {
                "ReferenceError" => advice(&message),
                _ => None,
            };
            let help = advice.map(|advice| format!("\nhelp: {advice}"));
            let help = help.unwrap_or_default();
            format!("{name}: {message}{help}\n{}", stack.trim_end())
        }
        // Where there is not even memory for an error.
        CaughtError::Value(value) if ["null", "uninitialized"].contains(&value.type_name()) => {
            return Failure::OutOfMemory;
        }
        CaughtError::Value(value) => match value.as_string().map(|text| text.to_string()) {
            Some(Ok(text)) => text,
            _ => format!("it threw a value of the type `{}`", value.type_name()),
        },
        CaughtError::Error(rquickjs::Error::WouldBlock) => {
            "it waits for something that never comes on the server".to_owned()
        }
        CaughtError::Error(error) => error.to_string(),
    };
    let end = (0..=LONGEST.min(text.len())).rev();
    let end = end.into_iter().find(|at| text.is_char_boundary(*at));
    Failure::Thrown(text[..end.unwrap_or(0)].trim_end().to_owned())
}

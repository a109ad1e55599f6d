use std::error::Error;
use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

/// What is wrong with a form, while it is being read.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    /// The place of the field among those that are read; `None` if it is the form's problem.
    pub(super) field: Option<usize>,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// The type has a field that the form has not.
    Missing(&'static str),
    /// What to tell whoever filled the form in.
    Text(String),
}

impl Problem {
    pub(super) fn text(text: impl Into<String>) -> Problem {
        Problem {
            field: None,
            kind: Kind::Text(text.into()),
        }
    }

    /// For a field that is left empty or left out.
    pub(super) fn empty() -> Problem {
        Problem::text("Fill this in.")
    }

    pub(super) fn at(self, field: usize) -> Problem {
        Problem {
            field: Some(field),
            ..self
        }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Missing(name) => write!(f, "The field {name} is missing."),
            Kind::Text(text) => f.write_str(text),
        }
    }
}

impl Error for Problem {}

impl de::Error for Problem {
    fn custom<T: Display>(text: T) -> Problem {
        Problem::text(text.to_string())
    }

    fn missing_field(name: &'static str) -> Problem {
        Problem {
            field: None,
            kind: Kind::Missing(name),
        }
    }

    fn unknown_variant(_: &str, variants: &'static [&'static str]) -> Problem {
        Problem::text(format!("Choose one of: {}.", variants.join(", ")))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Problem {
        Problem::text(format!("This must be {expected}."))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Problem {
        Problem::text(format!("This must be {expected}."))
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Problem {
        Problem::text(format!("This must be {expected}."))
    }
}

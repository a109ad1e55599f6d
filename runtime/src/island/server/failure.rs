//! Why a component was not rendered.

use std::fmt;

/// What the log says of it; no prop is in it, unless the component itself puts one into what it throws.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// It threw, or is no component.
    Thrown(String),
    /// What it had put off counts too.
    OutOfTime,
    OutOfMemory,
    /// It called too deep.
    OutOfStack,
    /// Other components of the page took all of its time.
    NoTimeLeft,
    /// It ran out of time or memory a short while ago.
    Resting,
}

impl Failure {
    /// Whether it took so much that the component rests.
    pub(super) fn tires(&self) -> bool {
        matches!(self, Self::OutOfTime | Self::OutOfMemory)
    }

    /// Whether the engine that it happened in is of no more use.
    pub(super) fn spoils(&self) -> bool {
        self.tires() || *self == Self::OutOfStack
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Thrown(message) => f.write_str(message),
            Self::OutOfTime => f.write_str("it took too long"),
            Self::OutOfMemory => f.write_str("it took too much memory"),
            Self::OutOfStack => f.write_str("its functions called one another too deep"),
            Self::NoTimeLeft => {
                f.write_str("the other components of the page took all of its time")
            }
            Self::Resting => f.write_str("it took too long or too much memory a short while ago"),
        }
    }
}

//! Mistakes at a name.

use super::tree::Name;
use crate::diagnostic::Diagnostic;

impl Name {
    /// A mistake at this name.
    pub(crate) fn mistake(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::between(self.start, self.end, message)
    }
}

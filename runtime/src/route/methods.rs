//! The methods that a page or an endpoint answers.

use std::fmt;

use axum::http::{HeaderValue, Method};

/// A set of methods.
///
/// ```
/// use isle::route::Methods;
///
/// const FORM: Methods = Methods::of(&[Methods::GET, Methods::POST]);
/// assert_eq!(format!("{FORM:?}"), "GET, POST");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Methods(u16);

const NAMES: [(Methods, &str); 7] = [
    (Methods::GET, "GET"),
    (Methods::HEAD, "HEAD"),
    (Methods::POST, "POST"),
    (Methods::PUT, "PUT"),
    (Methods::PATCH, "PATCH"),
    (Methods::DELETE, "DELETE"),
    (Methods::OPTIONS, "OPTIONS"),
];

impl Methods {
    /// No method.
    pub const NONE: Methods = Methods(0);
    /// GET, and HEAD where nobody names it.
    pub const GET: Methods = Methods(1);
    /// HEAD alone.
    pub const HEAD: Methods = Methods(1 << 1);
    /// POST.
    pub const POST: Methods = Methods(1 << 2);
    /// PUT.
    pub const PUT: Methods = Methods(1 << 3);
    /// PATCH.
    pub const PATCH: Methods = Methods(1 << 4);
    /// DELETE.
    pub const DELETE: Methods = Methods(1 << 5);
    /// OPTIONS, which the router answers itself where nobody names it.
    pub const OPTIONS: Methods = Methods(1 << 6);
    /// Every method that nobody else names on the same path, but CONNECT and TRACE.
    pub const ALL: Methods = Methods(1 << 7);
    /// Every method, so that nobody else may answer any on the same path.
    pub const EVERY: Methods = Methods(0xff);

    /// The methods of this list.
    pub const fn of(methods: &[Methods]) -> Methods {
        let mut all = 0;
        let mut at = 0;
        while at < methods.len() {
            all |= methods[at].0;
            at += 1;
        }
        Methods(all)
    }

    /// Whether both sets hold a method.
    pub const fn meets(self, other: Methods) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Methods) -> Methods {
        Methods(self.0 | other.0)
    }

    /// The set of this one method, empty for a method that has no name here.
    pub(super) fn named(method: &Method) -> Methods {
        let named = NAMES.iter().find(|(_, name)| *name == method.as_str());
        named.map_or(Methods::NONE, |(methods, _)| *methods)
    }

    /// What an `Allow` header says of a path that answers these
    /// ([RFC 9110, section 10.2.1](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1)): HEAD with GET.
    pub(crate) fn allow(self) -> HeaderValue {
        let mut answered = self;
        if self.meets(Methods::GET) {
            answered = answered.with(Methods::HEAD);
        }
        if self.meets(Methods::ALL) {
            answered = NAMES.iter().fold(answered, |all, (one, _)| all.with(*one));
        }
        let names = format!("{:?}", Methods(answered.0 & !Methods::ALL.0));
        HeaderValue::try_from(names).expect("method names are ASCII")
    }
}

impl fmt::Debug for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = NAMES.iter().chain([&(Methods::ALL, "ALL")]);
        let mut first = true;
        for (_, name) in named.filter(|(methods, _)| self.meets(*methods)) {
            f.write_str(if first { "" } else { ", " })?;
            f.write_str(name)?;
            first = false;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Methods;

    #[test]
    fn allow_names_what_a_path_answers() {
        let allow = |methods: &[Methods]| Methods::of(methods).allow();
        assert_eq!(allow(&[Methods::GET]), "GET, HEAD");
        assert_eq!(allow(&[Methods::POST]), "POST");
        assert_eq!(allow(&[Methods::GET, Methods::POST]), "GET, HEAD, POST");
        assert_eq!(
            allow(&[Methods::ALL]),
            "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
        );
    }
}

//! What a page's arguments read of that which the router leaves among a request's extensions.

use std::any::TypeId;

use axum::extract::State;
use axum::http::{HeaderMap, Method, Uri};

use crate::request::{ClientAddr, Cookies, PageUrl};
use crate::response::ResponseHead;

/// What the arguments of a page read, beside its params: what nobody can read is not left for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reads {
    /// Nothing that the router leaves.
    Nothing,
    /// The [`Context`](crate::request::Context).
    Context,
    /// That, and the [`MatchedPattern`](super::MatchedPattern): somebody else's extractor may look at anything.
    Anything,
}

impl Reads {
    /// What this extractor reads, in an application with the state `S`.
    pub(super) fn of<T: 'static, S: 'static>() -> Reads {
        let extractor = TypeId::of::<T>();
        let elsewhere = [
            TypeId::of::<State<S>>(),
            TypeId::of::<Method>(),
            TypeId::of::<Uri>(),
            TypeId::of::<HeaderMap>(),
        ];
        let own = [
            TypeId::of::<Cookies>(),
            TypeId::of::<ResponseHead>(),
            TypeId::of::<PageUrl>(),
            TypeId::of::<ClientAddr>(),
        ];
        if elsewhere.contains(&extractor) {
            Reads::Nothing
        } else if own.contains(&extractor) {
            Reads::Context
        } else {
            Reads::Anything
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::extract::State;
    use axum::http::HeaderMap;

    use super::Reads;
    use crate::{Cookies, MatchedPattern};

    #[test]
    fn only_what_is_known_to_look_elsewhere_is_given_nothing() {
        type Shop = std::sync::Arc<str>;
        assert_eq!(Reads::of::<State<Shop>, Shop>(), Reads::Nothing);
        assert_eq!(Reads::of::<HeaderMap, Shop>(), Reads::Nothing);
        assert_eq!(Reads::of::<Cookies, Shop>(), Reads::Context);
        assert_eq!(Reads::of::<Option<MatchedPattern>, Shop>(), Reads::Anything);
        assert_eq!(Reads::of::<String, Shop>(), Reads::Anything);
        assert!(Reads::Nothing < Reads::Context && Reads::Context < Reads::Anything);
    }
}

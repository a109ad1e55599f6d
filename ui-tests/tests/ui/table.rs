//! A table of rules.

macro_rules! rules {
    ($near_misses:literal, $($section:literal { $($case:ident: $rule:literal,)* })*) => {
        /// Each case with its rule.
        #[cfg_attr(feature = "tsx", allow(dead_code))]
        pub(crate) const RULES: &[(&str, &str)] = &[$($((stringify!($case), $rule),)*)*];

        /// The near misses, each a program of its own; here they are modules, which are checked and never run.
        #[path = $near_misses]
        #[allow(dead_code, unreachable_pub, clippy::all)]
        pub(crate) mod near_misses {
            $($(pub(crate) mod $case;)*)*
        }
    };
}

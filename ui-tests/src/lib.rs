//! What the compiler says of mistakes: `fail/`, each with a near miss that compiles in `pass/`.
#![forbid(unsafe_code)]

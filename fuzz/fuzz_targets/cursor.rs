//! The cursor against a plain safe writer.
#![no_main]

use isle_fuzz::cursor::{Writes, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|writes: Writes| check(&writes));

//! isle.

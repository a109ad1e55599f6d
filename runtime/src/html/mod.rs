//! Markup as it is printed: the buffer, what can be printed, and escaping by place.

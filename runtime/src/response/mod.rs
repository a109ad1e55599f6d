//! What a page answers: markup, early exits, the response head.

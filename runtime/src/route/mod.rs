//! Routes: the table and its check, matching, and the axum router.

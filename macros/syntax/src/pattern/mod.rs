//! Route patterns: `/products/[slug]`.

//! What a page reads of its request: cookies, forms, addresses.

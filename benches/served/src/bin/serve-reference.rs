//! axum's handlers that print with the reference writer.

use isle_benches::engine::REFERENCE;

fn main() {
    served::server::serve(served::server::engine(&REFERENCE));
}

//! axum's handlers that print with maud.

use isle_benches::engine::MAUD;

fn main() {
    served::server::serve(served::server::engine(&MAUD));
}

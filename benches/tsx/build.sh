#!/usr/bin/env bash
# What the feature `tsx` adds to a program's clean build: crates, seconds, bytes. Downloads nothing that cargo has already.
set -euo pipefail
isle="$(cd "$(dirname "$0")/../../runtime" && pwd)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf 'features  crates  check s  release s  bytes\n'
for features in "" tsx; do
    crate="$folder/crate-$features"
    mkdir -p "$crate/src"
    cat > "$crate/Cargo.toml" <<TOML
[workspace]
[package]
name = "program"
version = "0.1.0"
edition = "2024"
[dependencies]
axum = { version = "0.8.9", default-features = false, features = ["http1", "tokio"] }
isle = { path = "$isle", features = [$(printf '"%s"' $features | sed 's/""//')] }
tokio = { version = "1.54", default-features = false, features = ["macros", "net", "rt-multi-thread"] }
TOML
    cat > "$crate/src/main.rs" <<'RUST'
use isle::prelude::*;

#[page("/")]
async fn home() -> Html {
    html! { <h1>"Home"</h1> }
}

#[tokio::main]
async fn main() {
    let app: axum::Router = isle::router![home];
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
RUST
    cp "$(dirname "$isle")/Cargo.lock" "$crate/"
    cd "$crate"
    cargo fetch --quiet
    crates="$(cargo tree --edges normal,build --prefix none --no-dedupe | sed 's/ .*//' | sort -u | wc -l)"
    seconds() { local begin; begin="$(date +%s.%N)"; "$@" --quiet; echo "$(date +%s.%N) - $begin" | bc; }
    check="$(seconds cargo check)"
    release="$(seconds cargo build --release)"
    printf '%-8s  %6d  %7.1f  %9.1f  %d\n' "${features:-none}" "$((crates - 1))" "$check" "$release" "$(stat -c %s target/release/program)"
    cd - >/dev/null
done

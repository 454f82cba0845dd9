# List the recipes.
default:
    @just --list --unsorted

# Everything that must pass before a change goes in.
check:
    .ci/run

# The tests that take seconds.
test:
    cargo test

# The tests that take minutes: every answer to every pair of precautions, every routine, a thousand broken catalogues.
walks:
    cargo test --test walks

# How well a search understands the questions in a file, one in JSON a line: success among the first, signs, misses.
questions file="tests/questions/ours.jsonl":
    @cargo test --quiet --test questions -- {{file}}

# The compiler's and clippy's remarks, as errors.
lint:
    cargo clippy --workspace --all-targets -- -D warnings
    cargo clippy --test walks --test recipes -- -D warnings

# What a command costs, as a ratio to an empty program; its instructions too, where valgrind is.
bench:
    cargo bench --bench process

# Every problem of the bundled catalogue, with file, line and column.
data:
    cargo run --quiet -- catalogue check data

# The pictures in docs/, anew: needs chromium, and `npm ci` in tests/browser.
pictures:
    cargo build --release
    MOVEMENTS="$PWD/target/movements.html" cargo test --test guide -- poses::all_pictures
    node tests/browser/screens.mjs target/release/sciatica target/movements.html

# Random input to whatever reads any, so many seconds each. Needs cargo-fuzz and a nightly compiler.
fuzz seconds="600":
    #!/usr/bin/env bash
    set -euo pipefail
    try() {
        # What is new goes to the first folder, beside the program.
        mkdir -p "fuzz/target/corpus/$1"
        cargo +nightly fuzz run "$1" "fuzz/target/corpus/$1" "fuzz/corpus/$1" "${@:3}" -- \
            -max_total_time={{seconds}} -timeout=20 -dict="fuzz/dictionaries/$2.dict"
    }
    try arguments arguments
    try lookup lookup
    try figure json data/figures
    try catalogue json

# A package for Debian, in target/packages: needs cargo-deb.
deb:
    packages/deb.sh

# A program that needs no library of the system: needs `rustup target add` for musl.
static target=(arch() + "-unknown-linux-musl"):
    cargo build --release --locked --target {{target}}
    packages/smoke.sh "${CARGO_TARGET_DIR:-target}/{{target}}/release/sciatica"

# Every crate into vendor/, to build without a network, and the settings that make cargo look there.
vendor:
    @cargo vendor --locked vendor

# List the recipes.
default:
    @just --list --unsorted

# Everything that must pass before a change goes in.
check:
    .ci/run

# The tests alone.
test:
    cargo test

# The compiler's and clippy's remarks, as errors.
lint:
    cargo clippy --all-targets -- -D warnings

# What a command costs, as a ratio to an empty program.
bench:
    cargo bench --bench process

# Every problem of the bundled catalogue, with file, line and column.
data:
    cargo run --quiet -- catalogue check data

# The pictures in docs/, anew: needs chromium, and `npm ci` in tests/browser.
pictures:
    cargo build --release
    node tests/browser/screens.mjs target/release/sciatica

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

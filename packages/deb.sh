#!/usr/bin/env bash
# Builds target/packages/sciatica_VERSION_ARCH.deb. Needs cargo-deb 3, and dpkg-dev for its dependencies.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cargo build --release --locked
packages/extras.sh "${CARGO_TARGET_DIR:-target}/release/sciatica" target/packages
packages/notices.sh "$(rustc --version --verbose | sed -n 's/^host: //p')" >target/packages/NOTICES
cargo deb --no-build --locked --output target/packages/

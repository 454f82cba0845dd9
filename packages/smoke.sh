#!/usr/bin/env bash
# Whether a built program starts, is of this version, and answers.
# packages/smoke.sh PROGRAM
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=$1
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)

said=$("$program" --version)
if [ "$said" != "sciatica $version" ]; then
    printf '%s says that it is "%s", and Cargo.toml says %s\n' "$program" "$said" "$version" >&2
    exit 1
fi
card=$("$program" show GB30 --no-profile)
if ! grep -q GB30 <<<"$card" || ! grep -q 'Get help now' <<<"$card"; then
    printf '%s show GB30 does not show the card:\n%s\n' "$program" "$card" >&2
    exit 1
fi
printf '%s: %s, and it shows GB30\n' "$program" "$said"

#!/usr/bin/env bash
# Prints what CHANGELOG.md says of a version, without its heading.
# packages/changes.sh VERSION
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

awk -v version="$1" '
    /^## / { within = ($2 == version); found = found || within; next }
    within && (NF || told) { print; told = 1 }
    END { exit !found }
' CHANGELOG.md || {
    printf 'CHANGELOG.md has no section "## %s - DATE"\n' "$1" >&2
    exit 1
}

#!/usr/bin/env bash
# Prints the licences of the crates in a program built for a target: whoever hands the program on has to hand them on too.
# Of a crate that offers a choice with Apache-2.0, whose text stands beside the program, the others are printed.
# packages/notices.sh TARGET
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Bytes as they are: not every licence is in UTF-8.
export LC_ALL=C

# The folder of a crate's source.
source_of() {
    local folder
    for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/"$1-$2" "vendor/$1-$2" "vendor/$1"; do
        if [ -d "$folder" ]; then
            printf '%s\n' "$folder"
            return
        fi
    done
    printf 'no source of %s %s: cargo fetch\n' "$1" "$2" >&2
    return 1
}

printf 'sciatica holds these crates.\n'
cargo tree --locked --edges normal,no-proc-macro --target "$1" --prefix none --format '{p}|{l}|{r}' | tr -d '\r' |
    sed -n -e 's/ (\*)$//' -e 's/^\([^ ]*\) v\([^ |]*\)[^|]*|/\1|\2|/p' | sort -u |
    while IFS='|' read -r name version licence repository; do
        if [ "$name" = sciatica ]; then
            continue
        fi
        printf '\n==== %s %s: %s\n%s\n' "$name" "$version" "$licence" "$repository"
        folder=$(source_of "$name" "$version")
        for file in "$folder"/LICEN[CS]E*; do
            case $file in
            *APACHE* | *Apache* | *'*') ;;
            *) printf '\n' && tr -d '\r' <"$file" ;;
            esac
        done
    done

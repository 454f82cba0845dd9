#!/usr/bin/env bash
# Packs a built program with its manual, completions and licences: target/packages/sciatica-VERSION-TARGET.tar.gz,
# or .zip for Windows.
# packages/archive.sh TARGET
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=$1
built=${CARGO_TARGET_DIR:-target}/$target/release
case $target in
*windows*) program=sciatica.exe ;;
*) program=sciatica ;;
esac

version=$("$built/$program" --version)
name=sciatica-${version##* }-$target
out=target/packages
folder=$out/$name

rm -rf "$folder"
mkdir -p "$folder"
packages/extras.sh "$built/$program" "$folder"
cp "$built/$program" README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$folder"
cp data/LICENSE "$folder/LICENSE-DATA"
packages/notices.sh "$target" >"$folder/NOTICES"

cd "$out"
case $target in
*windows*)
    rm -f "$name.zip"
    7z a -bso0 "$name.zip" "$name"
    ;;
*) tar -czf "$name.tar.gz" "$name" ;;
esac

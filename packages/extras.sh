#!/usr/bin/env bash
# What belongs beside the program, written by the program itself: manual pages and completions.
# packages/extras.sh PROGRAM FOLDER
set -euo pipefail

program=$1
folder=$2

# Each run begins anew, so that no page of a command that is gone stays behind.
rm -rf "$folder/man" "$folder/completions"
mkdir -p "$folder/man/man1" "$folder/completions"

"$program" man --dir "$folder/man/man1"
"$program" completions bash >"$folder/completions/sciatica.bash"
"$program" completions zsh >"$folder/completions/_sciatica"
"$program" completions fish >"$folder/completions/sciatica.fish"
"$program" completions powershell >"$folder/completions/sciatica.ps1"
"$program" completions elvish >"$folder/completions/sciatica.elv"

#!/bin/sh
# Installs a package on a bare Debian, and looks for everything that it should bring. To be run there, as root: in a
# container, or after debootstrap in a chroot.
# packages/bare.sh PACKAGE.deb
set -eu

dpkg --install "$1"
sciatica --version
sciatica show GB30 | head -n 3

for file in bash-completion/completions/sciatica zsh/vendor-completions/_sciatica \
    fish/vendor_completions.d/sciatica.fish doc/sciatica/copyright doc/sciatica/README.md; do
    test -s "/usr/share/$file"
done

apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends man-db >/dev/null
for page in sciatica sciatica-show; do
    MANWIDTH=80 man --encoding=UTF-8 "$page" >"/tmp/$page.txt"
    grep -q GB30 "/tmp/$page.txt"
done
head -n 12 /tmp/sciatica-show.txt

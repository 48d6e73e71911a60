#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the last commit twice, in two folders that have nothing in common, and compares what comes out byte by byte:
#   docs/reproduce.sh          prints each artifact with its SHA-256; ends with 1 when one of them differs
#   docs/reproduce.sh -o       words behind it go to Maven; offline makes no SBOM
# The second build has another umask, time zone, language and user name. The Java is the same: another version compiles
# otherwise. To check a release: check out its tag, compare the checksum of the zip with the published one.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
work=$(mktemp -d)
one="$work/one"
two="$work/another folder/two"
trap 'rm -rf "$work"' EXIT

build() { # FOLDER, then words for Maven
  local folder=$1
  shift
  git clone -q "$root" "$folder"
  printf 'Building %s ...\n' "$folder" >&2
  ( cd "$folder" && mvn -B -ntp -Dmaven.test.skip=true -pl infrastructure -am package "$@" ) >"$folder.log" 2>&1 || {
    printf 'The build failed; the end of its log:\n' >&2
    tail -n 20 "$folder.log" >&2
    exit 2
  }
}

artifacts() { # the jars of all modules, the release and what only it holds
  cd "$1" && find . -path '*/target/*' \( -path '*/target/evenfloat-*.jar' -o -path '*/target/evenfloat-*.zip' \
    -o -path '*/target/sbom.json' -o -path '*/target/THIRD-PARTY.txt' \) -type f -print | LC_ALL=C sort
}

sum() { if [ -f "$1" ]; then sha256sum <"$1" | cut -c1-64; else printf 'none'; fi; }

[ -z "$(git -C "$root" status --porcelain)" ] || printf 'Changes that are not committed are left out.\n' >&2
printf 'Commit %s, %s\n' "$(git -C "$root" rev-parse --short=12 HEAD)" "$(mvn -v | sed -n 's/^.*Java version: \([^,]*\).*/Java \1/p')"
( umask 022; build "$one" "$@" )
( umask 077; mkdir -p "${two%/*}"
  TZ=Asia/Kathmandu MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.name=somebody -Duser.language=tr -Duser.country=TR" build "$two" "$@" )

names=$( { artifacts "$one"; artifacts "$two"; } | LC_ALL=C sort -u )
[ -n "$names" ] || { printf 'nothing was built\n' >&2; exit 2; }
grep -q sbom.json <<<"$names" || printf 'No SBOM: Maven makes it only when it is not offline (-o).\n' >&2
differs=0
while read -r name; do
  a=$(sum "$one/$name")
  b=$(sum "$two/$name")
  if [ "$a" = "$b" ]; then verdict=identical; else verdict="DIFFERS from $b"; differs=1; fi
  printf '%s  %s  %s\n' "$a" "${name#./}" "$verdict"
done <<<"$names"
if [ $differs = 1 ]; then
  trap - EXIT
  printf 'Both builds are left in %s to be looked at.\n' "$work" >&2
fi
exit $differs

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the pictures of the documentation anew, or every page in every state, size and theme to be looked at:
#   docs/screenshots.sh                 writes docs/pictures
#   docs/screenshots.sh --all FOLDER    writes some hundred pictures into FOLDER; takes a quarter of an hour
# Needs chromium and chromium-driver; elsewhere than in /usr/bin: -Dchromium=... -Dchromedriver=... behind all else.
# A part of them: docs/screenshots.sh --all FOLDER -Dpictures.only=64_healthy, or 64_, or _no-data
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
if [ "${1:-}" = --all ]; then
  [ -n "${2:-}" ] || { printf 'docs/screenshots.sh --all FOLDER: no folder was given\n' >&2; exit 2; }
  mkdir -p "$2"
  what=(-Dtest=EveryPictureTest "-Dpictures.all=$(cd "$2" && pwd)")
  shift 2
else
  what=(-Dtest=DocumentPicturesTest "-Dpictures=$root/docs/pictures")
fi
cd "$root"
exec mvn -B -ntp -q verify -Pscreenshots -pl acceptance-tests -am -Dsurefire.failIfNoSpecifiedTests=false "${what[@]}" "$@"

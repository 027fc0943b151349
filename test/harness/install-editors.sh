#!/usr/bin/env bash
# Installs the editors that tests drive, from Debian's packages. Without them those tests are skipped
# and say so.
set -euo pipefail
missing=()
command -v nvim >/dev/null || missing+=(neovim)
command -v emacs >/dev/null || missing+=(emacs-nox elpa-eglot)
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "Not installed, and only root can install it here: ${missing[*]}" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
} || echo "Not installed: ${missing[*]}. Tests that drive them are skipped." >&2

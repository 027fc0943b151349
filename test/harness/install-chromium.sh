#!/usr/bin/env bash
# Installs the browser that the tests of the matrix page run in, on Debian and Ubuntu.
set -euo pipefail
apt-get update
apt-get install --yes --no-install-recommends chromium

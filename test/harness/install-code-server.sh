#!/usr/bin/env bash
# Installs code-server, the VS Code that the end-to-end test drives, into a folder outside the workspace,
# and prints the command that starts it. Takes about three minutes and 700 MB the first time.
#
# code-server runs under Node 24 alone, so that Node comes from the registry as well. Its native modules
# are built against that Node's own headers, and one of them against Kerberos.
set -euo pipefail

version=4.139.1
node_version=24.21.0
cache="${NEXT_SLOTS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/next-slots}/code-server-$version"
node="$cache/node/node_modules/node/bin/node"
entry="$cache/server/node_modules/code-server/out/node/entry.js"

install_kerberos() {
  if [ -e /usr/include/gssapi/gssapi.h ] || ! command -v apt-get >/dev/null; then return; fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "libkrb5-dev is not installed, and only root can install it here." >&2
    return
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends libkrb5-dev >/dev/null
}

install_server() {
  rm -rf "$cache"
  mkdir -p "$cache/node" "$cache/server"
  npm install --prefix "$cache/node" --no-audit --no-fund --loglevel=error "node@$node_version"
  # The package `node` links the program of the package for this system, which holds the headers too.
  local headers
  headers="$(echo "$cache"/node/node_modules/node/node_modules/node-*/include)"
  PATH="$(dirname "$node"):$PATH" npm_config_nodedir="$(dirname "$headers")" \
    npm install --prefix "$cache/server" --no-audit --no-fund --loglevel=error "code-server@$version"
  touch "$cache/complete"
}

if [ ! -e "$cache/complete" ]; then
  {
    install_kerberos
    install_server
  } >&2
fi
printf '%s\n%s\n' "$node" "$entry"

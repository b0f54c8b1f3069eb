#!/usr/bin/env bash
# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Installs what dsv4 needs: the Debian packages of scripts/debian-packages.txt and the Python packages of
# pyproject.toml in .venv. Does nothing, in under a second, when nothing is missing.
#
# PYTHON=<interpreter>  makes .venv from it (default /usr/bin/python3)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

install_debian_packages() {
  if ! command -v dpkg-query >/dev/null; then
    echo "setup: not a Debian system; install the counterparts of scripts/debian-packages.txt yourself" >&2
    return
  fi
  local wanted installed missing
  wanted=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' scripts/debian-packages.txt | sort)
  # Only packages that are really installed: a removed one with its configuration left is missing.
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
  missing=$(comm -23 <(echo "$wanted") <(echo "$installed") | tr '\n' ' ')
  [ -n "${missing// /}" ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "setup: these Debian packages are missing and only root can install them. Run, then try again:" >&2
      echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  echo "setup: installing $missing"
  # A foreign source that does not answer must not stop the set-up; if it mattered, the installation says so.
  "${apt[@]}" update || echo "setup: apt-get update had errors, going on" >&2
  # shellcheck disable=SC2086  # a list of words
  "${apt[@]}" install -y --no-install-recommends $missing
}

install_python_packages() {
  local python=${PYTHON:-/usr/bin/python3} venv=.venv wanted
  if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "setup: $python is missing or older than Python 3.11; name another with PYTHON=" >&2
    exit 1
  fi
  # What a build needs, what the package needs, and the pinned tools of the dev extra.
  wanted=$("$python" - <<'P'
import sys, tomllib

with open("pyproject.toml", "rb") as file:
    settings = tomllib.load(file)
project = settings["project"]
print(f"# Python {sys.version}")
print("\n".join(settings["build-system"]["requires"] + project["dependencies"] + project["optional-dependencies"]["dev"]))
P
  )
  if [ -x $venv/bin/python ] && [ "$wanted" = "$(cat $venv/dsv4-packages.txt 2>/dev/null)" ]; then
    return
  fi
  echo "setup: making $venv"
  # --clear would empty an environment that somebody linked here.
  if [ -L $venv ]; then rm $venv; fi
  "$python" -m venv --clear $venv
  printf '%s\n' "$wanted" >$venv/requested.txt
  $venv/bin/python -m pip install --quiet --disable-pip-version-check -r $venv/requested.txt
  # Only a finished installation gets the name that is looked for.
  mv $venv/requested.txt $venv/dsv4-packages.txt
}

install_debian_packages
install_python_packages

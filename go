#!/bin/sh
# The one door: sets up what is missing, then does what it is told.
#
#   ./go                    builds the sample school and its governors' pack (audit demo)
#   ./go due --within 30d   any other words are passed on: audit due --within 30d
#   ./go test [ARGS]        the tests; without ARGS all of them, with coverage
#   ./go lint               formatting, lint, types, layers, documentation in step
#   ./go fix                mends what formatting and lint can mend
#   ./go docs               writes the reference pages and the examples again
#   ./go samples            makes the gallery in reports/ again
#   ./go bench [ARGS]       the benchmarks
#   ./go score [--misses]   how well documents and registers are read, where the corpus lies beside the checkout
#   ./go score seed-documents   what comes of each seed document, damaged and hostile ones among them
#   ./go lock [ARGS]        solves both lock files again (ARGS for uv, such as --upgrade)
set -eu

case $0 in
*/*) here=${0%/*} ;;
*) here=. ;;
esac
here=$(CDPATH='' cd -- "$here" && pwd -P)
venv=$here/.venv
python=$venv/bin/python

python_packages='python3 python3-venv'
pango_packages='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'

stop() { # SENTENCE: says it and ends with the exit code of a missing piece
  printf '%s\n' "$1" >&2
  exit 7
}

# Sets `base` to a Python that can make an environment. Its real path is taken, so that an environment whose Python
# was replaced by a newer one is seen to be broken and made again.
find_python() {
  for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    base=$("$candidate" -I -c 'import ensurepip, os, sys, venv
print(os.path.realpath(sys.executable) if sys.version_info >= (3, 11) else "")' 2>/dev/null) || continue
    [ -z "$base" ] || return 0
  done
  return 1
}

# The question is put to the library that draws the PDFs: what it can load is what counts. It can do without
# harfbuzz-subset, but then warns and writes larger files.
draws_pdfs() {
  "$python" -I -c 'from weasyprint.text import ffi
raise SystemExit(ffi.harfbuzz_subset is None)' >/dev/null 2>&1
}

apt_install() { # PACKAGES: quietly
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

get() { # PIECE PACKAGES: installs the packages where we may, else says the exact command
  piece=$1
  shift
  command -v apt-get >/dev/null ||
    stop "policyaudit needs $piece: install it with this system's package tool, then run ./go again"
  [ "$(id -u)" = 0 ] || stop "policyaudit needs $piece: sudo apt-get install -y $*"
  printf 'Installing %s\n' "$piece" >&2
  # A list of packages may be missing or old: it is fetched only when the installation fails without it.
  apt_install "$@" 2>/dev/null || { apt-get update -qq && apt_install "$@"; } ||
    stop "$piece could not be installed: put right what is said above, then apt-get install -y $*"
}

make_environment() {
  # shellcheck disable=SC2086 # the packages are several words
  find_python || get 'Python 3.11 or later with venv' $python_packages $pango_packages
  find_python || stop "policyaudit needs Python 3.11 or later, and this system's own is older (Debian 12 and Ubuntu 24.04 have it)"
  "$base" -m venv --clear "$venv" ||
    stop "the environment $venv could not be made: put right what is said above, then run ./go again"
}

pip_install() { # ARGS
  "$python" -m pip install --quiet --disable-pip-version-check --no-input "$@" ||
    stop 'the set-up did not finish: put right what is said above (is there a network?), then run ./go again'
}

# A stamp is a copy of the lock that the environment was set up from, below the folder it was set up in: a checkout
# that was moved or copied is set up again, for the environment holds its path.
stamp() { # LOCK
  printf '%s\n' "$here"
  cat "$here/$1"
}

in_step() { # LOCK
  [ -x "$python" ] && stamp "$1" | cmp -s - "$venv/$1"
}

install_tool() {
  printf 'Setting up policyaudit in .venv (once, about a minute)\n' >&2
  "$python" -m pip --version >/dev/null 2>&1 || make_environment
  pip_install --require-hashes -r "$here/requirements.lock"
  pip_install --no-deps --no-build-isolation -e "$here"
  # shellcheck disable=SC2086 # the packages are several words
  draws_pdfs || get 'Pango, which draws the PDFs' $pango_packages
  draws_pdfs || stop "the library that draws the PDFs does not start: run $python -m weasyprint --info to see why"
  "$python" -m compileall -q "$here/src" || true # Python says the same, and better, when it runs the file
}

install_developer_tools() {
  printf 'Setting up the tests and tools in .venv (once, about a minute)\n' >&2
  pip_install --require-hashes -r "$here/requirements-dev.lock"
}

# Two that start at the same time must not set up at the same time; the second finds it done.
one_at_a_time() { # STEP LOCK
  (
    ! command -v flock >/dev/null || flock 9
    ! in_step "$2" || exit 0
    "$1"
    stamp "$2" >"$venv/$2" # last: an interrupted set-up is repeated
  ) 9<"$here/requirements.lock"
}

set_up() {
  in_step requirements.lock || one_at_a_time install_tool requirements.lock
}

set_up_for_developers() {
  set_up
  in_step requirements-dev.lock || one_at_a_time install_developer_tools requirements-dev.lock
  cd "$here"
}

run_tests() { # ARGS
  [ $# -eq 0 ] || exec "$python" -m pytest "$@"
  measured=$(mktemp -d)
  trap 'rm -rf "$measured"' EXIT
  trap 'exit 130' INT TERM
  export COVERAGE_FILE="$measured/coverage" # apart, so that two runs do not mix
  "$python" -m coverage run -m pytest -n logical
  "$python" -m coverage combine --quiet
  "$python" -m coverage report
}

# All of them run, so that one look shows everything.
lint() {
  unclean=0
  "$python" -m ruff format --check --quiet --diff . || unclean=1
  "$python" -m ruff check --quiet . || unclean=1
  "$python" -m mypy --no-error-summary || unclean=1
  "$python" -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo || unclean=1
  "$python" docs/write_reference.py --check || unclean=1
  "$python" docs/run_examples.py --check || unclean=1
  return $unclean
}

fix() {
  "$python" -m ruff check --fix . || true # what cannot be mended is shown, the formatting is mended all the same
  "$python" -m ruff format .
}

lock() { # ARGS
  command -v uv >/dev/null || stop 'the lock files are written by uv: pip install uv'
  cd "$here"
  set -- pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
    --no-header --no-annotate --python-version 3.11 "$@" pyproject.toml
  uv "$@" --group build --output-file requirements.lock
  uv "$@" --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock
}

verb=${1-demo}
case $verb in
test | lint | fix | docs | samples | bench | score)
  shift
  set_up_for_developers
  ;;
esac
case $verb in
test) run_tests "$@" ;;
lint) lint ;;
fix) fix ;;
docs) "$python" docs/write_reference.py && "$python" docs/run_examples.py ;;
samples) "$python" -m pytest --update-samples ;;
bench) "$python" -m benchmarks "$@" ;;
score) "$python" -m benchmarks.score "$@" ;;
lock)
  shift
  lock "$@"
  ;;
*)
  set_up
  [ $# -gt 0 ] || set -- demo
  exec "$python" -m policyaudit "$@"
  ;;
esac

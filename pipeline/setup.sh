#!/bin/sh
# Sets up `.venv`, the locked packages and the system libraries; nothing when all is there.
#
#   setup.sh          what making publications needs
#   setup.sh tests    and what the tests need, outside judges included
#   setup.sh setup    look at the libraries too, and say that all is there
set -eu
cd "$(dirname "$0")/.."

# What is set for other programs would take the place of the packages, or put them elsewhere.
unset PYTHONHOME PYTHONPATH PIP_PREFIX PIP_ROOT PIP_TARGET
export PIP_USER=0

venv=.venv
whole=$venv/.whole
cast=$venv/.cast
judges=$venv/judges
libraries='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'
verapdf=org.verapdf.apps:greenfield-apps:1.28.2
verapdf_sha256=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6

task=${1:-publications}
case "$task" in
tests) lock=requirements-test.lock ;;
*) lock=requirements.lock ;;
esac

say() { printf 'Setting up: %s\n' "$*" >&2; }
stop() {
    printf 'Setting up stopped: %s\n' "$*" >&2
    exit 1
}

# --- Is all there? --------------------------------------------------------------------

stamp_of() { echo "$venv/.ready-$1"; }

# A moved folder and a replaced interpreter make the environment stale, as a new lock does.
key() {
    {
        cat "$1" pyproject.toml pipeline/setup.sh
        pwd
        readlink -f $venv/bin/python 2>/dev/null || :
    } | cksum
}

is_ready() {
    stamp=$(stamp_of $lock)
    [ -f $whole ] && [ -x $venv/bin/python ] && [ -f "$stamp" ] &&
        [ "$(cat "$stamp")" = "$(key $lock)" ]
}

# Another commit, as after `git pull`, has other modules and templates. What is only edited is not
# cast anew: that takes seconds, and a build takes it from where it lies.
commit() { git rev-parse HEAD 2>/dev/null || :; }
is_cast() { [ -f $cast ] && [ "$(cat $cast)" = "$(commit)" ]; }

# Packages bring their byte code along; what is edited in place would make its own too late.
cast() {
    say 'byte code, templates, expressions and words'
    $venv/bin/python -m compileall -q pipeline || :
    said=$($venv/bin/python -c 'from pipeline import casting; casting.cast(); casting.cut(); casting.lay(); casting.bind()' 2>&1) ||
        say "without them, as $(printf '%s\n' "$said" | tail -n 1); every start takes longer"
    commit >$cast
}

# Those that WeasyPrint loads; the last one is what keeps fonts small and builds fast.
missing_libraries() {
    "$python" - <<'EOF'
import contextlib
import ctypes

WANTED = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib"),
    "HarfBuzz-Subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}


def loads(name):
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(name))


print(", ".join(library for library, names in WANTED.items() if not any(map(loads, names))))
EOF
}

if is_ready; then
    is_cast || [ ! -w $venv ] || cast
    [ "$task" = setup ] || exit 0
    python=$venv/bin/python
    if [ -z "$(missing_libraries)" ]; then
        say 'all is there'
        exit 0
    fi
fi

# --- The system's package manager -----------------------------------------------------

has() { command -v "$1" >/dev/null 2>&1; }

has_any() {
    for program in "$@"; do
        if has "$program"; then return 0; fi
    done
    return 1
}

may_install() { has apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

apt_get() {
    as_root=
    [ "$(id -u)" = 0 ] || as_root='sudo -n'
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq \
        -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# One call for all of them; those that this release of the system does not know are left out.
apt_install() {
    say "system packages: $*"
    apt_get update >/dev/null 2>&1 || :
    known=
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then known="$known $package"; fi
    done
    [ -n "$known" ] || return 0
    # shellcheck disable=SC2086
    said=$(apt_get install -y --no-install-recommends $known 2>&1) ||
        printf '%s\n' "$said" | tail -n 3 >&2
}

# How to install something here, by what it is called in each system.
how_to_install() { # with: apt dnf zypper pacman apk brew
    if has apt-get; then
        echo "sudo apt-get install $1"
    elif has dnf; then
        echo "sudo dnf install $2"
    elif has zypper; then
        echo "sudo zypper install $3"
    elif has pacman; then
        echo "sudo pacman -S $4"
    elif has apk; then
        echo "apk add $5"
    else
        echo "brew install $6"
    fi
}

# --- Python ---------------------------------------------------------------------------

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if is_recent "$python"; then
            # Not the one in .venv, should that be active: it is what gets replaced.
            python=$("$python" -c 'import sys; print(sys._base_executable)')
            return 0
        fi
    done
    python=
}

# Debian keeps a part of the standard library back, in a package named after the version.
can_make_venv() { "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; }
venv_package() { "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'; }

find_python
newer='python3 python3-venv'
# Ubuntu 22.04 keeps a newer Python beside its own.
if has python3; then newer='python3.11 python3.11-venv'; fi
if [ -z "$python" ] && may_install; then
    # shellcheck disable=SC2086
    apt_install $newer
    find_python
fi
if [ -z "$python" ]; then
    command=$(how_to_install "$newer" python3.12 python312 python python3 python@3.12)
    stop "Broadside needs Python 3.11 or newer. Type: $command, then make again."
fi

# --- The judges of the tests ----------------------------------------------------------

missing_judges() {
    has pdftotext || echo poppler-utils
    has qpdf || echo qpdf
    has gs || echo ghostscript
    has_any chromium chromium-browser google-chrome google-chrome-stable || echo chromium
    # The driver of the browser needs it, and bare Debian has it not.
    ! has apt-get || "$python" -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null ||
        echo libatomic1
    has_any soffice libreoffice || echo libreoffice-writer-nogui libreoffice-impress-nogui
    has hunspell || echo hunspell
    hunspell -D </dev/null 2>&1 | grep -q /en_GB || echo hunspell-en-gb
    hunspell -D </dev/null 2>&1 | grep -q /fr || echo hunspell-fr
    ! has apt-get || has grammalecte-cli || echo grammalecte-cli
    has spamassassin || echo spamassassin
    has faketime || echo faketime
    has java || echo default-jre-headless
    has npm || echo npm
    [ -f $judges/verapdf.jar ] || has mvn || echo maven
    [ -d /usr/share/fonts/truetype/noto ] || ! has apt-get || echo fonts-noto-core
}

is_verapdf() {
    "$python" - "$1" $verapdf_sha256 2>/dev/null <<'EOF'
import hashlib
import pathlib
import sys

sys.exit(hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest() != sys.argv[2])
EOF
}

fetch_verapdf() {
    if [ -f $judges/verapdf.jar ] || ! has mvn; then return 0; fi
    say 'veraPDF, the judge of accessible PDF'
    arriving=$judges/arriving
    mkdir -p $arriving
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        -Dartifact=$verapdf -DoutputDirectory="$PWD/$arriving" -Dmdep.stripVersion=true \
        >/dev/null 2>&1 </dev/null || :
    if is_verapdf $arriving/greenfield-apps.jar; then
        mv $arriving/greenfield-apps.jar $judges/verapdf.jar
    fi
    rm -rf $arriving
}

# What other tools say of the letter. The lock names every package by its digest.
fetch_caniemail() {
    asked=tests/checks/caniemail
    if ! has npm || cmp -s $asked/package-lock.json $judges/caniemail/whole; then return 0; fi
    say 'caniemail, a judge of letters'
    mkdir -p $judges/caniemail
    cp $asked/package.json $asked/package-lock.json $judges/caniemail/
    if (cd $judges/caniemail && npm ci --silent --ignore-scripts --no-audit --no-fund) \
        >/dev/null 2>&1 </dev/null 9<&-; then
        cp $asked/package-lock.json $judges/caniemail/whole
    fi
}

fetch_judges() {
    # shellcheck disable=SC2046
    set -- $(missing_judges)
    [ $# -eq 0 ] || ! may_install || apt_install "$@"
    fetch_verapdf &
    fetch_caniemail &
    wait
}

# --- What is needed, then the packages beside the judges ------------------------------

# The lock belongs to the open file, so it lasts when the Python that took it has ended.
exec 9<pipeline/setup.sh
if ! "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)' 2>/dev/null; then
    say 'another set-up is at work; waiting for it'
    "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)' || :
    if is_ready; then exit 0; fi
fi

# What is missing, in words, and in packages of Debian.
look_around() {
    missing=$(missing_libraries)
    wanted=
    [ -z "$missing" ] || wanted=$libraries
    if ! can_make_venv; then
        missing="Python's venv${missing:+, $missing}"
        wanted="$(venv_package) $wanted"
    fi
}

look_around
# shellcheck disable=SC2086
set -- $wanted
if [ $# -gt 0 ] && may_install; then
    apt_install "$@"
    look_around
fi
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086,SC2116
    command=$(how_to_install "$(echo $wanted)" 'python3 pango harfbuzz' \
        'python3 libpango-1_0-0 libharfbuzz-subset0' 'python pango harfbuzz' \
        'python3 pango harfbuzz-subset' pango)
    stop "$missing missing. Type: $command, then make again."
fi

# With another edition of Python under it, as after an upgrade of the system, it has no packages.
has_packages() { $venv/bin/python -c 'import pip' >/dev/null 2>&1; }
if [ ! -f $whole ] || ! is_recent $venv/bin/python || ! has_packages; then
    say "$("$python" -V), in $venv"
    "$python" -m venv --clear $venv || stop "Python could not make $venv."
fi
# While this file is absent, what is there is half done and will be begun again.
rm -f $whole

pip_install() {
    $venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@" \
        </dev/null 9<&-
}
# A machine that has a network to wait for and a disk to write to has time for both.
[ "$task" != tests ] || fetch_judges 9<&- &
say "packages of $lock"
pip_install --require-hashes -r $lock ||
    stop 'the Python packages could not be installed. Is there a network? Then make again.'
pip_install --no-deps --no-index --no-build-isolation --editable . ||
    stop "Broadside could not put itself into $venv."
cast
: >$whole
key requirements.lock >"$(stamp_of requirements.lock)"

if [ "$task" = tests ]; then
    wait
    absent=$(missing_judges | tr '\n' ' ')
    [ -f $judges/verapdf.jar ] || absent="${absent}veraPDF "
    [ -f $judges/caniemail/whole ] || absent="${absent}caniemail"
    # Without a stamp the next run looks again.
    if [ -n "$absent" ]; then
        say "left out, with the tests that need it: $absent"
    else
        key $lock >"$(stamp_of $lock)"
    fi
fi
say 'all is there'

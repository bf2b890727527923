# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Building and running the tree. Sourced by ./dev at the place where it builds; every do_COMMAND
# function is a command of ./dev. Uses $top, $cache, $quiet, say() and die() of ./dev.

suites_once=(data e2e style) # what a sanitizer adds nothing to

# What the user's shell says about compilers, interpreters and libraries is meant for other programs.
clean_environment ()
{
  local name

  for name in $(compgen -e); do
    case $name in
      PYTHON*|PERL*|LD_*|PKG_CONFIG*|CCACHE_*|CC|CFLAGS|CPPFLAGS|LDFLAGS|CPATH|C_INCLUDE_PATH|LIBRARY_PATH \
        |GI_TYPELIB_PATH|GIO_EXTRA_MODULES|GTK_PATH|GTK_MODULES|GSETTINGS_SCHEMA_DIR|DESTDIR|MAKEFLAGS \
        |NINJA_STATUS|VIRTUAL_ENV|LOCPATH|BASH_ENV)
        unset "$name" ;;
      XDG_DATA_DIRS|XDG_CONFIG_DIRS)
        # A root has its own system data, and nothing of the machine's is at the same path.
        [ -z "${CLINCH_INSIDE:-}" ] || unset "$name" ;;
    esac
  done
}

enter_tree ()
{
  clean_environment
  if [ -n "${CLINCH_INSIDE:-}" ]; then
    place=$CLINCH_INSIDE
  else
    # The system's python3 is the one that has PyGObject, whatever the user's shell prefers.
    place=native
    PATH=/usr/bin:/bin:/usr/sbin:/sbin:$PATH
  fi
  export CCACHE_DIR=$cache/ccache CCACHE_BASEDIR=$top CCACHE_NOHASHDIR=1

  if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    export XDG_RUNTIME_DIR=${TMPDIR:-/tmp}/clinch-runtime-$EUID
    ( umask 077; mkdir -p "$XDG_RUNTIME_DIR" )
    [ -O "$XDG_RUNTIME_DIR" ] || die "$XDG_RUNTIME_DIR belongs to somebody else."
  fi
}

# --- Building

# Makes build/NAME/prefix hold the program as it would be installed.
build_tree () # NAME MESON-OPTION…
{
  local name=$1 dir=$top/build/$1 output
  shift

  mkdir -p "$top/build" 2> /dev/null || die "the folder $top/build cannot be made."
  exec 9> "$top/build/.$name.lock"
  flock 9

  # A folder that another compiler's headers were found from cannot be told to look again.
  if [ "$(cat "$dir/.clinch-place" 2> /dev/null)" != "$place $*" ] || [ ! -f "$dir/build.ninja" ]; then
    say "Setting up build/$name…"
    rm -rf "$dir"
    output=$(meson setup "$dir" "$top" --prefix "$dir/prefix" --libdir lib -Dwerror=true "$@" 2>&1 < /dev/null) \
      || fail_build "meson could not set up build/$name" "$output"
    printf '%s\n' "$place $*" > "$dir/.clinch-place"
  fi

  if [ -z "$quiet" ] && [ -t 2 ]; then
    output=$(ninja -n -C "$dir" 2> /dev/null | tail -n 1)
    [ "$output" = "ninja: no work to do." ] || ninja -C "$dir" >&2 || die "build/$name did not build."
  else
    output=$(ninja -C "$dir" 2>&1 < /dev/null) || fail_build "build/$name did not build" "$output"
  fi

  # Only files of data/ and po/ are installed without a rule of ninja's knowing.
  if [[ $output != *"ninja: no work to do"* ]] || [ ! -f "$dir/.installed" ] \
       || [ -n "$(find "$top/data" "$top/po" -newer "$dir/.installed" -print -quit 2> /dev/null)" ]; then
    touch "$dir/.installing"
    output=$(meson install -C "$dir" --no-rebuild --only-changed --quiet 2>&1 < /dev/null) \
      || fail_build "build/$name could not be installed into its prefix" "$output"
    mv "$dir/.installing" "$dir/.installed"
  fi
  exec 9>&-
}

fail_build () # SENTENCE OUTPUT
{
  printf '%s\n' "$2" | grep -v -E '^\[[0-9]+/[0-9]+\] (Compiling|Generating|Linking|Installing)' >&2 || true
  die "$1; see above."
}

build_main ()
{
  build_tree main
}

build_asan ()
{
  build_tree asan -Db_sanitize=address,undefined -Db_lundef=false
}

build_release ()
{
  build_tree release -Dbuildtype=release
}

# --- Running what was built

# Programs find what is installed in build/NAME/prefix before what the system has.
use_tree () # NAME
{
  local prefix=$top/build/$1/prefix

  export CLINCH_BUILD=$top/build/$1
  export PATH=$prefix/bin:$PATH
  export XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  if [ -d "$prefix/share/glib-2.0/schemas" ]; then
    export GSETTINGS_SCHEMA_DIR=$prefix/share/glib-2.0/schemas
  fi
  if [ -z "${DBUS_SESSION_BUS_ADDRESS:-}" ] && [ ! -S "$XDG_RUNTIME_DIR/bus" ]; then
    export GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-keyfile}
  fi
  use_locales
}

# Chinese dates and collation need a Chinese locale, which few systems outside China have: we compile
# our two. Messages in another language than these need a locale of the system's, which a root lacks.
use_locales ()
{
  local folder=$top/build/locale language

  if [ ! -d "$folder" ]; then
    rm -rf "$folder.new"
    mkdir -p "$folder.new"
    for language in zh_CN en_US; do
      localedef -i $language -f UTF-8 "$folder.new/$language.UTF-8" > /dev/null 2>&1 || true
    done
    mv -T "$folder.new" "$folder" 2> /dev/null || rm -rf "$folder.new"
  fi

  language=${CLINCH_LC_ALL:-${LC_MESSAGES:-${LANG:-C.UTF-8}}}
  unset LC_ALL
  case $language in
    zh_CN*|en_US*) export LOCPATH=$folder LC_ALL=${language%%.*}.UTF-8 ;;
    C|C.*|POSIX)
      # The C library translates nothing in this one, whatever LANGUAGE says.
      case ${LANGUAGE:-} in
        zh*) export LOCPATH=$folder LC_ALL=zh_CN.UTF-8 ;;
        *) export LOCPATH=$folder LC_ALL=C.UTF-8 ;;
      esac ;;
    *)
      if [ "$place" = native ]; then
        export LC_ALL=${CLINCH_LC_ALL:-}
      else
        export LOCPATH=$folder LC_ALL=en_US.UTF-8 LANGUAGE=${LANGUAGE:-${language%%.*}}
      fi ;;
  esac 2> /dev/null
  unset CLINCH_LC_ALL
}

has_display ()
{
  [ -n "${WAYLAND_DISPLAY:-}" ] || [ -n "${DISPLAY:-}" ]
}

# --- Commands

do_build ()
{
  build_main
}

do_exec ()
{
  build_main
  use_tree main
  exec "$@"
}

do_shell ()
{
  build_main
  use_tree main
  exec bash "$@"
}

do_run ()
{
  local workspace=$top/build/sample.clinch

  if ! has_display; then
    say "There is no display here: taking the pictures of the tour instead."
    do_tour
    return
  fi

  build_main
  use_tree main
  if [ "${1:-}" != --sample ]; then
    exec clinch "$@"
  fi
  shift
  [ -d "$workspace" ] || clinch sample --workspace "$workspace"
  exec clinch --workspace "$workspace" "$@"
}

do_tour ()
{
  local argument
  local -a arguments=(--output "$top/build/tour")

  [ -f "$top/tests/e2e/tour.py" ] || die "this checkout has no tour."
  for argument; do
    arguments+=("$argument")
    [ "$argument" != --publish ] || arguments+=("$top/docs/screenshots")
  done
  build_main
  use_tree main
  # Both languages are shown, whatever locales this machine has.
  export LOCPATH=$top/build/locale
  "$top/build-aux/with-display.sh" --size 3840x2160 python3 "$top/tests/e2e/tour.py" "${arguments[@]}"
  say "The pictures are in $top/build/tour."
}

do_bench ()
{
  [ -f "$top/tests/bench/run.py" ] || die "this checkout has no benchmarks."
  build_release
  use_tree release
  "$top/build-aux/with-display.sh" python3 "$top/tests/bench/run.py" "$@"
}

do_test ()
{
  local option=

  if [ "${1:-}" = --quick ]; then
    option=--quick
    shift
  fi
  build_main
  [ -n "$option" ] || build_asan
  use_tree main
  export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1:suppressions=$top/build-aux/asan-suppress.txt
  export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
  export LSAN_OPTIONS=suppressions=$top/build-aux/leak-suppress.txt:print_suppressions=0
  python3 "$top/build-aux/run-tests.py" "$top/build" $option --once "${suites_once[*]}" -- "$@"
}

do_check ()
{
  local failed=0

  python3 "$top/build-aux/check-style.py" "$top" || failed=1
  python3 "$top/build-aux/merge-po.py" --check || failed=1
  [ $failed = 0 ] && say "Nothing to mend."
}

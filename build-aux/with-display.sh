#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-display.sh [--size WIDTHxHEIGHT] COMMAND…
#
# Runs a command on an X display, a session bus and a runtime folder of its own, so that a test of the
# interface neither sees nor disturbs the desktop it is started from. Ends with the command's status.
set -euo pipefail

size=1600x1200
if [ "${1:-}" = --size ]; then
  size=$2
  shift 2
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/clinch-display.XXXXXX")
servers=()
clean_up ()
{
  local server

  for server in "${servers[@]}"; do
    kill "$server" 2> /dev/null || true
    wait "$server" 2> /dev/null || true
  done
  # Services of the bus may take a moment to close what they hold in there.
  rm -rf "$folder" 2> /dev/null || { sleep 1; rm -rf "$folder"; }
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

answer= # the first line that a server writes
wait_for () # NAME DESCRIPTOR
{
  local end=$((SECONDS + 30))

  answer=
  while [ -z "$answer" ] && [ $SECONDS -lt $end ] && kill -0 "${servers[0]}" 2> /dev/null; do
    read -r -t 5 answer <&"$2" || true
  done
  if [ -z "$answer" ]; then
    echo "with-display.sh: $1 did not start:" >&2
    cat "$folder/log" >&2
    exit 1
  fi
}

mkfifo "$folder/Xvfb.answer" "$folder/dbus-daemon.answer"
# Held open on our side: what a server writes before it closes its end would be lost otherwise.
exec 8<> "$folder/Xvfb.answer" 9<> "$folder/dbus-daemon.answer"
mkdir -m 700 "$folder/run"
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
export XDG_RUNTIME_DIR=$folder/run XDG_SESSION_TYPE=x11 GDK_BACKEND=x11
export GSK_RENDERER=${GSK_RENDERER:-cairo} LIBGL_ALWAYS_SOFTWARE=1

# The server chooses a free number itself and says which: a fixed one would clash. It repeats no key that is held down:
# on a busy machine it would write a letter twice that was pressed once.
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset -r \
  3> "$folder/Xvfb.answer" 8<&- 9<&- > /dev/null 2>> "$folder/log" &
servers=($!)
wait_for Xvfb 8
export DISPLAY=:$answer

# What the bus and its services have to say belongs to no test.
dbus-daemon --session --nofork --print-address=3 3> "$folder/dbus-daemon.answer" 8<&- 9<&- > /dev/null 2>> "$folder/log" &
servers=($! "${servers[@]}")
wait_for dbus-daemon 9
exec 8<&- 9<&-
export DBUS_SESSION_BUS_ADDRESS=$answer

"$@"

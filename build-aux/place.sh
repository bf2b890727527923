# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Where to build. Sourced by ./dev outside of any root. go_to_place() returns where this system itself
# can build, after installing what was missing; otherwise it runs ./dev again inside a Debian 13 root
# and does not return. Uses $top, $cache, say() and die() of ./dev.

gtk_wanted=4.18
adw_wanted=1.7
suite=trixie
space_wanted=4 # gigabytes: the root takes 1.7, building 1, and apt keeps its archives meanwhile

go_to_place ()
{
  local kind

  if command -v dpkg-query > /dev/null && command -v apt-get > /dev/null; then
    kind=apt
  elif command -v rpm > /dev/null && command -v dnf > /dev/null; then
    kind=dnf
  else
    kind=other
  fi

  root=$cache/root-$(root_key)
  case ${CLINCH_PLACE:-} in
    native) install_missing ;;
    root) go_to_root "$@" ;;
    '')
      if has_gtk; then
        install_missing
      elif [ -d "$root" ] || ! offers_gtk; then
        go_to_root "$@"
      else
        install_missing
      fi ;;
    *) die "CLINCH_PLACE is “$CLINCH_PLACE”; it can be native or root." ;;
  esac
}

read_list ()
{
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$top/build-aux/packages/$1.list"
}

at_least () # VERSION WANTED; an epoch in front does not count
{
  [ "$(printf '%s\n%s\n' "${1#*:}" "$2" | sort -V | head -n 1)" = "$2" ]
}

both_at_least () # GTK-VERSION LIBADWAITA-VERSION; either may be empty
{
  [ -n "$1" ] && [ -n "$2" ] && at_least "$1" "$gtk_wanted" && at_least "$2" "$adw_wanted"
}

# --- Natively

has_gtk ()
{
  case $kind in
    apt) both_at_least "$(installed_deb libgtk-4-dev)" "$(installed_deb libadwaita-1-dev)" ;;
    dnf) both_at_least "$(installed_rpm gtk4-devel)" "$(installed_rpm libadwaita-devel)" ;;
    *) pkg-config --exists "gtk4 >= $gtk_wanted" "libadwaita-1 >= $adw_wanted" 2> /dev/null ;;
  esac
}

installed_deb ()
{
  dpkg-query -W -f='${db:Status-Status} ${Version}\n' "$1" 2> /dev/null | sed -n 's/^installed //p'
}

installed_rpm ()
{
  local versions

  # That something is not installed is said on standard output, too.
  if versions=$(rpm -q --qf '%{VERSION}\n' "$1" 2> /dev/null); then
    head -n 1 <<< "$versions"
  fi
}

offered_deb ()
{
  LC_ALL=C apt-cache policy "$1" 2> /dev/null | sed -n 's/^ *Candidate: //p' | grep -v '(none)' || true
}

offered_rpm ()
{
  dnf -q repoquery --latest-limit=1 --qf '%{version}\n' "$1" 2> /dev/null | head -n 1 || true
}

offers_gtk ()
{
  case $kind in
    apt)
      if [ -z "$(offered_deb libgtk-4-dev)" ]; then
        refresh_apt
      fi
      both_at_least "$(offered_deb libgtk-4-dev)" "$(offered_deb libadwaita-1-dev)" ;;
    dnf) both_at_least "$(offered_rpm gtk4-devel)" "$(offered_rpm libadwaita-devel)" ;;
    *) return 1 ;;
  esac
}

# A bare machine may know no package at all yet.
refresh_apt ()
{
  [ -z "${apt_refreshed:-}" ] || return 0
  apt_refreshed=yes
  as_root apt-get -q update || true
  if [ -z "$(offered_deb libgtk-4-dev)$(offered_deb mmdebstrap)" ]; then
    die "apt-get could not fetch the package lists; its words are above. Is the network reachable, and the disk not full?"
  fi
}

as_root () # COMMAND…: what a package manager prints goes to standard error
{
  local status=0

  if [ "$EUID" = 0 ]; then
    say "+ $*"
    DEBIAN_FRONTEND=noninteractive "$@" < /dev/null >&2 || return
  elif command -v sudo > /dev/null; then
    say "+ sudo $*"
    sudo DEBIAN_FRONTEND=noninteractive "$@" >&2 || status=$?
    # Whether it was sudo that failed or the command: having just been asked, sudo knows the password.
    [ $status = 0 ] || sudo -n -l "$1" > /dev/null 2>&1 \
      || die "this needs root, and sudo does not let $(id -un) do it; its words are above. As root, run: $*"
    return $status
  else
    die "this needs root and there is no sudo. As root, run: $*"
  fi
}

install_missing ()
{
  local -a missing

  case $kind in
    apt)
      mapfile -t missing < <(missing_debs $(read_list debian))
      install_debs "${missing[@]}" ;;
    dnf)
      mapfile -t missing < <(rpm -q --qf '' $(read_list fedora) 2>&1 \
                               | sed -n 's/^package \(.*\) is not installed$/\1/p')
      if [ ${#missing[@]} -gt 0 ]; then
        as_root dnf -y install "${missing[@]}" \
          || die "dnf could not install what Clinch needs; its words are above."
      fi ;;
    *) ;; # The build itself says what it does not find.
  esac
}

missing_debs ()
{
  comm -13 <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2> /dev/null \
               | sed -n 's/ installed$//p' | sort) <(printf '%s\n' "$@" | sort)
}

install_debs ()
{
  [ $# -gt 0 ] || return 0
  say "Missing here: $*"
  if [ -z "$(offered_deb "$1")" ]; then
    refresh_apt
  fi
  run_apt_install "$@" && return 0

  # Lists of yesterday name packages that have gone since, and an installation may have been cut short.
  refresh_apt
  as_root dpkg --configure -a || true
  run_apt_install "$@" \
    || die "apt-get could not install what Clinch needs; its words are above. Is the network reachable, and the disk not full?"
}

# A machine that has just been started may be installing its updates.
run_apt_install () # PACKAGE…
{
  as_root apt-get -q -y -o DPkg::Lock::Timeout=600 --no-install-recommends install "$@"
}

# --- In a Debian 13 root

root_key ()
{
  { read_list debian; echo "$suite 1"; uname -m; } | sha256sum | cut -c 1-12
}

go_to_root ()
{
  if [ ! -d "$root" ]; then
    make_root
  fi

  # Held for as long as anything runs in there: nobody takes the root away meanwhile.
  exec 7> "$root.lock"
  flock -s 7
  [ -d "$root" ] || die "the Debian 13 root has just been removed; please run this again."
  touch "$root.lock"
  run_in_root "$@"
}

make_root ()
{
  local work reason log=$cache/root.log

  install_root_tools
  mkdir -p "$cache" 2> /dev/null || die "the folder $cache cannot be made."
  { exec 8> "$cache/lock"; } 2> /dev/null || die "the folder $cache cannot be written to."
  if ! flock -n 8; then
    say "Waiting for another ./dev that is making the Debian 13 root…"
    flock 8
  fi
  if [ -d "$root" ]; then
    exec 8>&-
    return
  fi
  remove_leftovers
  need_space "$cache"
  choose_mode
  bwrap --ro-bind / / true 2> /dev/null \
    || die "bubblewrap may not make a namespace here (a container or a kernel setting forbids it), so no Debian 13 root can be used."

  say "This system is too old for GTK $gtk_wanted: making a Debian 13 root in $cache (once, a minute or two)."
  work=$cache/making.$$
  mkdir "$work"
  trap 'remove_leftovers; exit 1' INT TERM HUP
  if ! { unpack_root "$work/root" && finish_root "$work/root"; } > "$log" 2>&1; then
    reason=$(reason_in "$log")
    remove_leftovers
    die "the Debian 13 root could not be made$reason. Nothing is left of it but $log."
  fi
  mv -T "$work/root" "$root"
  rmdir "$work"
  remove_old_roots
  trap - INT TERM HUP
  exec 8>&-
}

reason_in () # LOG
{
  if grep -q -E 'No space left|enough free space|Cannot write' "$1" \
       || [ "$(df -k --output=avail "$cache" | tail -n 1)" -lt 10240 ]; then
    echo ", because the disk is full"
  elif grep -q -E 'Failed to fetch|Temporary failure resolving|Could not connect|Unable to connect' "$1"; then
    echo ", because packages could not be downloaded (is the network reachable?)"
  fi
}

install_root_tools ()
{
  local -a missing=() tools=(mmdebstrap bubblewrap debian-archive-keyring)

  [ "$EUID" = 0 ] || tools+=(uidmap)
  if [ "$kind" = apt ]; then
    mapfile -t missing < <(missing_debs "${tools[@]}")
    install_debs "${missing[@]}"
  fi
  for tool in mmdebstrap bwrap flock; do
    command -v $tool > /dev/null \
      || die "this system offers no GTK $gtk_wanted, and $tool, which a Debian 13 root needs, is not installed."
  done
}

need_space () # FOLDER
{
  local free

  free=$(($(df -k --output=avail "$1" | tail -n 1) / 1024 / 1024))
  [ "$free" -ge $space_wanted ] \
    || die "making a Debian 13 root needs $space_wanted GB in $1, and $free GB are free. XDG_CACHE_HOME can name another place."
}

# How somebody who is not root can have a system's files made, which belong to many users.
choose_mode ()
{
  as_others=()
  mode=root
  if [ "$EUID" != 0 ]; then
    need_space /var/tmp
    if grep -qs "^$(id -un):" /etc/subuid; then
      mode=unshare
    elif command -v sudo > /dev/null; then
      as_others=(sudo unshare --mount)
    else
      die "making a Debian 13 root needs root, sudo, or a line for $(id -un) in /etc/subuid and /etc/subgid."
    fi
  fi
}

# mmdebstrap mounts things in the root it makes; in a mount namespace of its own they are gone with it
# even if it is killed. As root the packages are unpacked in place. Everybody else's root is made by mmdebstrap as other
# user ids and arrives here as an archive, so that its files belong to the user who removes it one day.
unpack_root () # FOLDER
{
  local -a options=(--variant=minbase --include="$(read_list debian | paste -sd ,)"
                    --aptopt='Acquire::Languages "none"'
                    --aptopt='Acquire::Retries "3"'
                    --dpkgopt='path-exclude=/usr/share/doc/*'
                    --dpkgopt='path-exclude=/usr/share/man/*'
                    --dpkgopt='path-exclude=/usr/share/info/*'
                    --dpkgopt='path-exclude=/usr/share/locale/*/LC_MESSAGES/*'
                    --dpkgopt='path-include=/usr/share/locale/zh_CN/LC_MESSAGES/*')

  if [ "$EUID" = 0 ]; then
    unshare --mount mmdebstrap "${options[@]}" --format=directory $suite "$1" < /dev/null
    return
  fi

  mkdir "$1"
  "${as_others[@]}" env TMPDIR=/var/tmp mmdebstrap "${options[@]}" "--mode=$mode" --format=tar $suite - < /dev/null \
    | tar -x --exclude='./dev/*' -C "$1"
}

# What the machine outside knows better is laid over these files, which must therefore be there.
finish_root () # FOLDER
{
  rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/* \
    && rm -f "$1/etc/machine-id" "$1/etc/resolv.conf" "$1/etc/localtime" \
    && printf '%s\n' "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')" > "$1/etc/machine-id" \
    && touch "$1"/etc/{resolv.conf,hosts,passwd,group,localtime}
}

# A killed run may leave half a root behind. Whoever holds the lock may take it away.
remove_leftovers ()
{
  rm -rf --one-file-system "$cache"/making.*
}

remove_old_roots ()
{
  local old

  for old in "$cache"/root-*; do
    if [ ! -d "$old" ] || [ "$old" = "$root" ]; then
      continue
    fi
    # Two checkouts with different lists share the folder: what was used today stays.
    [ -z "$(find "$old.lock" -mmin -1440 2> /dev/null)" ] || continue
    # Whoever is interrupted meanwhile leaves half a root behind, which must not be found as a whole one.
    ( flock -n 7 && mv -T "$old" "$cache/making.${old##*/}" && rm -f "$old.lock" ) 7> "$old.lock" || true
  done
  remove_leftovers
}

# --- Inside

run_in_root ()
{
  local -a binds=()
  local folder name runtime=${XDG_RUNTIME_DIR:-/run/user/$EUID}

  export CLINCH_INSIDE=${root##*/}
  clean_environment
  binds=(--tmpfs / --bind "$root/usr" /usr --ro-bind "$root/etc" /etc --bind "$root/var" /var
         --bind /var/tmp /var/tmp --tmpfs /run --bind /proc /proc --dev-bind /dev /dev --ro-bind /sys /sys)
  for name in bin sbin lib lib32 lib64 libx32; do
    [ ! -L "$root/$name" ] || binds+=(--symlink "$(readlink "$root/$name")" "/$name")
  done
  for name in resolv.conf hosts passwd group localtime; do
    [ ! -f "/etc/$name" ] || binds+=(--ro-bind "$(readlink -f "/etc/$name")" "/etc/$name")
  done

  # Everything of the machine that is no part of its system is there at the same path.
  for folder in /*; do
    case $folder in
      /usr|/bin|/sbin|/lib*|/etc|/var|/run|/proc|/sys|/dev|/boot|/lost+found) ;;
      *)
        if [ -L "$folder" ]; then
          binds+=(--symlink "$(readlink "$folder")" "$folder")
        elif [ -d "$folder" ]; then
          binds+=(--bind-try "$folder" "$folder")
        fi ;;
    esac
  done

  if [ -d "$runtime" ]; then
    binds+=(--bind "$runtime" "$runtime")
  else
    binds+=(--perms 0700 --dir "$runtime")
  fi
  binds+=(--bind-try /run/media /run/media --ro-bind-try /run/dbus /run/dbus)
  name=${DBUS_SESSION_BUS_ADDRESS:-}
  name=${name#unix:path=}
  show_in_root "$top" "$(pwd -P)" "$HOME" "$cache" "$(shared_git_folder)" "${TMPDIR:-}" \
    "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}" "${XDG_STATE_HOME:-}" "${XAUTHORITY:-}" "${name%%,*}"
  binds+=(--remount-ro /usr --remount-ro /var --chdir "$(pwd -P)" --die-with-parent)

  XDG_RUNTIME_DIR=$runtime PATH=/usr/sbin:/usr/bin \
    exec "$(command -v bwrap)" "${binds[@]}" -- /bin/bash "$top/dev" "$@"
}

# Adds to binds the paths that lie where the root has folders of its own.
show_in_root () # PATH…
{
  local path

  for path; do
    [ -e "$path" ] || continue
    path=$(readlink -f "$path")
    case $path in
      /var/tmp|/var/tmp/*) ;;
      /usr/*|/var/*|/run/*|/boot/*) binds+=(--bind "$path" "$path") ;;
    esac
  done
}

shared_git_folder ()
{
  git -C "$top" rev-parse --path-format=absolute --git-common-dir 2> /dev/null || true
}

#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Run a command on a copy of this work tree in a Debian of its own, with git and make and whatever the command installs.
#
#   tools/chroot.sh create | run COMMAND… | remove
#   SUITE=bookworm tools/chroot.sh run make run
#
# SUITE is trixie unless told: Debian 13 with the QGIS of its backports (3.44 LTR). The system is kept between runs, in
# ${XDG_CACHE_HOME:-~/.cache}/sterkesteden/SUITE; it uses this machine's mirror, apt and pip settings and certificates.
# All mounts are made in a mount namespace of their own: they are gone when the run ends, however it ends.
set -euo pipefail
cd "$(dirname "$0")/.."

SUITE=${SUITE:-trixie}
FORM=2 # raise it when what `create` makes changes
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/sterkesteden
root=$cache/$SUITE
inside=/srv/sterkesteden # ../shared is beside it, as on this machine
PATH=$PATH:/usr/sbin:/sbin

die() {
    echo "chroot: $*" >&2
    exit 1
}

mirror_of_this_machine() { # the first source whose address ends in $1
    apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | sed 's#/*$##' | grep -m1 "/$1\$" || true
}

copy_settings() { # what apt, pip and TLS need to work as they do on this machine
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
    local path
    for path in /etc/apt/apt.conf /etc/apt/apt.conf.d/* /etc/apt/auth.conf /etc/apt/auth.conf.d/*; do
        if [[ -f $path && ! -e $root$path ]]; then
            cp -aL "$path" "$root$path"
        fi
    done
    for path in /usr/local/share/ca-certificates/ /etc/pip.conf /etc/xdg/pip/ "${HOME:-/root}/.config/pip/"; do
        if [[ -e $path ]]; then
            local target=$root${path/#"${HOME:-/root}"//root}
            mkdir -p "$(dirname "$target")"
            rm -rf "$target"
            cp -aL "$path" "$target"
        fi
    done
    if [[ -f /etc/ssl/certs/ca-certificates.crt ]]; then
        cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    fi
}

create() {
    [[ -f $root/.form && $(<"$root/.form") == "$FORM" ]] && return
    echo "chroot: making $SUITE in $root"
    remove
    if ! command -v debootstrap >/dev/null; then
        DEBIAN_FRONTEND=noninteractive apt-get update -q
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends debootstrap debian-archive-keyring
    fi
    local mirror security proxy
    mirror=$(mirror_of_this_machine debian)
    security=$(mirror_of_this_machine debian-security)
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    [[ -z ${proxy:-} ]] || export http_proxy=${http_proxy:-$proxy}
    mkdir -p "$root"
    # Without a Debian mirror of this machine's own (Ubuntu), debootstrap takes Debian's.
    debootstrap --variant=minbase --include=ca-certificates --components=main \
        --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "$SUITE" "$root" ${mirror:+"$mirror"} \
        >"$cache/$SUITE.log" 2>&1 || die "debootstrap failed; see $cache/$SUITE.log"
    mirror=$(awk '$1 == "deb" {print $2; exit}' "$root/etc/apt/sources.list")
    security=${security:-${mirror%/debian*}/debian-security}
    {
        echo "deb $mirror $SUITE main"
        echo "deb $mirror $SUITE-updates main"
        echo "deb $security $SUITE-security main"
        [[ $SUITE == bookworm ]] || echo "deb $mirror $SUITE-backports main"
    } >"$root/etc/apt/sources.list"
    printf 'Package: src:qgis\nPin: release n=%s-backports\nPin-Priority: 900\n' "$SUITE" >"$root/etc/apt/preferences.d/qgis"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
    copy_settings
    in_chroot / bash -c 'apt-get update -q && apt-get install -y -q --no-install-recommends git make' \
        >>"$cache/$SUITE.log" 2>&1 || die "apt failed in the new system; see $cache/$SUITE.log"
    echo "$FORM" >"$root/.form"
}

# Folders on this machine that pip's settings name as package sources; those of an index lie one folder higher.
pip_folders() {
    {
        env | sed -n 's/^PIP_[A-Z_]*=//p'
        cat /etc/pip.conf /etc/xdg/pip/pip.conf "${HOME:-/root}/.config/pip/pip.conf" 2>/dev/null || true
    } | tr ' =' '\n\n' | sed -n 's#^\(file://\)\?\(/.*\)#\2#p' | sed 's#/simple/*$##' | sort -u | while read -r folder; do
        [[ ! -d $folder ]] || echo "$folder"
    done
}

in_chroot() { # FOLDER COMMAND…
    local folder=$1 name binds=()
    shift
    while read -r name; do binds+=("$name" "$root$name"); done < <(pip_folders)
    if [[ -d ../shared ]]; then
        binds+=("$(realpath ../shared)" "$root$(dirname $inside)/shared")
    fi
    local keep=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8)
    while IFS= read -r name; do
        keep+=("$name=${!name}")
    done < <(compgen -e | grep -E '^(CI|TERM|PIP_.*|SSL_CERT_.*|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|([Hh][Tt][Tt][Pp][Ss]?|[Nn][Oo])_([Pp][Rr][Oo][Xx][Yy]))$')
    # shellcheck disable=SC2016 # what stands between the quotes is for the shell inside
    unshare --mount --propagation private bash -euc '
        root=$1 folder=$2 count=$3
        shift 3
        mount -t proc proc "$root/proc"
        mount --rbind /sys "$root/sys"
        mount --bind /dev "$root/dev"
        mkdir -p "$root/dev/pts" "$root/dev/shm"
        mount --bind /dev/pts "$root/dev/pts"
        mount -t tmpfs tmpfs "$root/dev/shm"
        while ((count)); do
            mkdir -p "$2"
            mount --bind "$1" "$2"
            mount -o remount,bind,ro "$2"
            shift 2
            count=$((count - 1))
        done
        exec chroot "$root" env -i -C "$folder" "$@"
    ' - "$root" "$folder" "$((${#binds[@]} / 2))" "${binds[@]}" "${keep[@]}" "$@" </dev/null
}

copy_tree() { # the files that git knows or would take, as they are now; what was there before goes, but for .venv
    local target=$root$inside
    mkdir -p "$target"
    find "$target" -mindepth 1 -maxdepth 1 -not -name .venv -exec rm -rf {} +
    git -c safe.directory='*' ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
        [[ ! -e $file ]] || printf '%s\0' "$file"
    done | tar --null --files-from=- --create | tar --extract --directory "$target" --no-same-owner
}

bring_results() {
    local out=build/$SUITE part
    rm -rf "$out"
    mkdir -p "$out"
    for part in "$root$inside"/build/{tour,run,e2e} "$root$inside"/build/*.{gpkg,zip}; do
        [[ ! -e $part ]] || cp -r "$part" "$out/"
    done
}

remove() {
    if grep -q " $root/" /proc/mounts; then
        die "something is still mounted below $root; unmount it first"
    fi
    rm -rf --one-file-system "$root"
}

[[ $(id -u) == 0 ]] || die "a system of its own can only be made and entered by root"
unshare --mount --propagation private mount -t tmpfs tmpfs /mnt 2>/dev/null ||
    die "this machine does not let root mount, so that Debian $SUITE cannot be entered and nothing was run in it"

case ${1:-} in
create) create ;;
run)
    shift
    create
    copy_settings
    copy_tree
    status=0
    in_chroot "$inside" "$@" || status=$?
    bring_results
    exit "$status"
    ;;
remove) remove ;;
*) die "usage: tools/chroot.sh create | run COMMAND… | remove" ;;
esac

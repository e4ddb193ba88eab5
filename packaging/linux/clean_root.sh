#!/bin/sh
# Install the .deb in a clean Debian made by debootstrap, start it there under Xvfb, self-test it, walk through an exam,
# purge it, and see that nothing is left: packaging/linux/clean_root.sh FILE.deb FOLDER   (as root; FOLDER is made)
#
# LEARNUP_FACE_ASSETS may name a folder with face models, which is copied in. Nothing of Python or a compiler is in there.
set -eu
package=$1
folder=$2
suite=${SUITE:-bookworm}
root="$folder/root"
mkdir -p "$folder"
if [ ! -x "$root/bin/sh" ]; then
  debootstrap --variant=minbase --include=ca-certificates,xauth,xvfb "$suite" "$root"
fi
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mountpoint -q "$root/dev/shm" || mount -t tmpfs tmpfs "$root/dev/shm"
trap 'umount "$root/dev/shm" "$root/proc"' EXIT
for device in null zero random urandom; do
  [ -e "$root/dev/$device" ] || cp -a "/dev/$device" "$root/dev/"
done
inside() {
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
for name in python3 gcc; do
  if inside sh -c "command -v $name" >/dev/null; then echo "$name is in the root: not clean" >&2; exit 1; fi
done

# Every path but those of this trial, and those that dpkg answers for or the system renews by itself.
everything() {
  inside sh -c 'find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /root -o -path /srv -o -path /var/lib/dpkg \
    -o -path /var/lib/apt -o -path /var/cache -o -path /var/log -o -path /etc/apt -o -path /tmp/.X11-unix \) -prune -o -print | sort > /root/paths
    cat /var/lib/dpkg/info/*.list | sort -u > /root/owned; comm -23 /root/paths /root/owned; rm /root/paths /root/owned'
}

cp "$package" "$root/tmp/learnup.deb"
if [ -f /etc/resolv.conf ]; then cp -L /etc/resolv.conf "$root/etc/resolv.conf"; fi
if [ -n "${APT_FROM_HOST:-}" ]; then
  cp -r /etc/apt/. "$root/etc/apt/"
fi
inside apt-get update -qq
# The libraries first, so that what they leave is not taken for ours.
inside apt-get satisfy -y -qq --no-install-recommends "$(inside dpkg-deb -f /tmp/learnup.deb Depends)"
everything > "$folder/before.txt"
inside apt-get install -y -qq --no-install-recommends /tmp/learnup.deb
inside dpkg -L learnup-desktop > "$folder/installed.txt"

assets=
if [ -n "${LEARNUP_FACE_ASSETS:-}" ]; then
  mkdir -p "$root/srv/face"
  cp -r "$LEARNUP_FACE_ASSETS/models" "$LEARNUP_FACE_ASSETS/addons" "$root/srv/face/"
  assets=LEARNUP_FACE_ASSETS=/srv/face
fi
echo "== self-test"
inside env $assets learnup-desktop selftest
echo "== a start under Xvfb"
# The first makes an account to start into; what counts is that a window comes up on an X server.
inside env QTWEBENGINE_DISABLE_SANDBOX=1 xvfb-run -a learnup-desktop --timings --quit-when-ready
echo "== walk-through"
inside env $assets learnup-desktop demo --headless --out /root/walkthrough
cp -r "$root/root/walkthrough" "$folder/"
echo "== purge"
inside apt-get purge -y -qq learnup-desktop
everything > "$folder/after.txt"
if [ -n "$(comm -13 "$folder/before.txt" "$folder/after.txt" | tee "$folder/left.txt")" ]; then
  echo "purge has left:" >&2
  cat "$folder/left.txt" >&2
  exit 1
fi
echo "nothing is left outside /root (the person's data)"

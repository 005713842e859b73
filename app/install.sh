#!/usr/bin/env bash
# install.sh [--tests]: installs the Debian packages that Pushbrake is built with, and with --tests those that its tests and
# a machine without a display need. Asks nothing, and touches nothing when everything is there.
set -euo pipefail

packages=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n qt6-svg-dev
    libqt6svg6 libqt6sql6-sqlite libfontconfig-dev qtkeychain-qt6-dev libsecret-1-0 nlohmann-json3-dev libssl-dev libboost-dev
    libuchardet-dev zlib1g-dev libminizip-dev libxlsxwriter-dev libsqlite3-dev
)
test_packages=(
    xvfb xauth openbox x11-utils xdotool imagemagick at-spi2-core python3-gi gir1.2-atspi-2.0
    dbus dbus-bin dbus-daemon gnome-keyring libsecret-tools openssl fonts-noto-core fonts-wqy-microhei
    desktop-file-utils appstream libsqlite3-dev
)
[[ "${1:-}" == "--tests" ]] && packages+=("${test_packages[@]}")

missing=()
for package in "${packages[@]}"; do
    status="$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)"
    [[ "$status" == installed* ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and only root can install them: ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
"${apt[@]}" update || echo "apt-get update failed; trying with the lists that are there." >&2
"${apt[@]}" install -y --no-install-recommends "${missing[@]}"

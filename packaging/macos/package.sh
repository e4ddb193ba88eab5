#!/bin/sh
# Sign, pack as .dmg, notarise: packaging/macos/package.sh build/package/program/LearnUp.app build/package
#
# Environment, all of it optional; without an identity the program is signed ad hoc and macOS asks before the first start:
#   LEARNUP_CODESIGN_IDENTITY   "Developer ID Application: …", in the keychain
#   LEARNUP_NOTARY_PROFILE      of `xcrun notarytool store-credentials`
set -eu
application=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$(/usr/libexec/PlistBuddy -c "Print CFBundleShortVersionString" "$application/Contents/Info.plist")
identity=${LEARNUP_CODESIGN_IDENTITY:--}

# The installer's word about updates lies in the bundle, and is signed with it.
printf '{"version": "%s", "versions": "~/Library/Application Support/LearnUp/versions", "keptBy": "self"}\n' "$version" \
  > "$application/Contents/MacOS/installation.json"

codesign --force --deep --timestamp --options runtime --entitlements "$here/entitlements.plist" \
  --sign "$identity" "$application"
codesign --verify --deep --strict "$application"

folder=$(mktemp -d)
cp -R "$application" "$folder/"
ln -s /Applications "$folder/Applications"
image="$out/LearnUp-$version-macos-$(uname -m).dmg"
hdiutil create -volname LearnUp -srcfolder "$folder" -fs HFS+ -format ULMO -ov "$image"
rm -rf "$folder"

if [ -n "${LEARNUP_CODESIGN_IDENTITY:-}" ]; then
  codesign --timestamp --sign "$identity" "$image"
fi
if [ -n "${LEARNUP_NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$LEARNUP_NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
echo "$image"

#!/bin/sh
# Puts the app into a disk image, beside a link to the folder where apps go. Signs and notarises if told with what.
#
#     sh make_dmg.sh Counterpoint.app counterpoint.dmg
#
# SIGN_AS          the certificate, e.g. "Developer ID Application: … (TEAM)"; without it the app is signed for this
#                  computer only, and others have to allow it by hand
# NOTARY_PROFILE   a profile that "xcrun notarytool store-credentials" has made
set -eu
app=$1
image=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

if [ -n "${SIGN_AS:-}" ]; then
    codesign --force --deep --options runtime --timestamp --entitlements "$here/entitlements.plist" --sign "$SIGN_AS" "$app"
else
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Counterpoint -srcfolder "$folder" -format UDZO -ov "$image"

if [ -n "${SIGN_AS:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --sign "$SIGN_AS" --timestamp "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi

#!/bin/sh
# Packs build/package/counterpoint as one file that runs on most Linux systems.
#
#     sh packaging/package/appimage/make_appimage.sh     (after: make package)
#
# Needs appimagetool in the PATH (https://github.com/AppImage/appimagetool). It fetches the small program that starts an
# AppImage; offline, name one that is here already: APPIMAGE_RUNTIME=FILE.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
built=$root/build/package
folder=$built/Counterpoint.AppDir
id=org.counterpoint_lab.counterpoint
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/lab/__init__.py")

rm -rf "$folder"
mkdir -p "$folder/usr/lib" "$folder/usr/share/applications" "$folder/usr/share/metainfo"
cp -a "$built/counterpoint" "$folder/usr/lib/counterpoint"
cp "$root/resources/desktop/counterpoint.desktop" "$folder/counterpoint.desktop"
cp "$root/resources/desktop/counterpoint.desktop" "$folder/usr/share/applications/$id.desktop"
cp "$root/resources/icons/counterpoint.svg" "$folder/counterpoint.svg"
ln -s counterpoint.svg "$folder/.DirIcon"
cp "$root/packaging/package/linux/$id.metainfo.xml" "$folder/usr/share/metainfo/$id.appdata.xml"
cat > "$folder/AppRun" <<'END'
#!/bin/sh
exec "$(dirname -- "$(readlink -f -- "$0")")/usr/lib/counterpoint/counterpoint" "$@"
END
chmod 755 "$folder/AppRun"

ARCH=$(uname -m) VERSION=$version appimagetool ${APPIMAGE_RUNTIME:+--runtime-file "$APPIMAGE_RUNTIME"} \
    "$folder" "$built/Counterpoint-$version-$(uname -m).AppImage"
rm -rf "$folder"

#!/bin/sh
# Object storage behind a CDN (S3, R2, OSS, COS, MinIO …), for archives that no free host takes any more. Needs rclone,
# and a remote made with `rclone config`. In the folder that OUT names, after each publish:
#
#   sh object-storage.sh dist remote:bucket
#
# Tell the CDN to give index.html for a slash at the end, 404.html with status 404 for what is not there, and to compress
# text; leave kanbao.precompress off. The order is what makes it safe to stop at any moment: what pages and the root lead
# to is there before they are, and goes when no open page asks for it any more, after kanbao.grace_hours in the folder.
set -eu

out=$1
bucket=$2
test -f "$out/archive/root.json" || { echo "$out: holds no edition" >&2; exit 1; }

# Files that have their content's hash in their names, and all others but the root.
sealed() {
  rclone "$@" --filter '- /archive/root.json' --filter '- *.html' --filter '+ /app/**' --filter '+ /archive/**' \
    --filter '- *' --header-upload 'Cache-Control: public, max-age=31536000, immutable'
}
fresh() {
  rclone "$@" --filter '+ *.html' --filter '- /app/**' --filter '- /archive/**' --checksum \
    --header-upload 'Cache-Control: no-cache'
}

sealed copy "$out" "$bucket" --ignore-existing
# What pages show, then the pages.
fresh copy "$out" "$bucket" --filter '- *.html'
fresh copy "$out" "$bucket"
rclone copyto "$out/archive/root.json" "$bucket/archive/root.json" --header-upload 'Cache-Control: no-cache'

# Now what the folder has no more.
fresh sync "$out" "$bucket"
sealed sync "$out" "$bucket" --size-only

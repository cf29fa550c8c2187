#!/bin/sh
# Trình duyệt cho kiểm thử: Chromium của Debian, cài khi được phép; nếu không, các kiểm thử trình duyệt nói rõ là bị bỏ qua.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "→ Cài Chromium của Debian cho kiểm thử trình duyệt"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get install -y -q chromium || { apt-get update -q && apt-get install -y -q chromium; }; } </dev/null >/dev/null 2>&1
    command -v chromium >/dev/null 2>&1 && exit 0
fi
echo "Không có Chromium: các kiểm thử trình duyệt sẽ được bỏ qua. Cài bằng: apt-get install chromium" >&2

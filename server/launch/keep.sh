#!/bin/sh
# `npm start`: prepares what is to be run, runs the server, and runs it again when it ends and was not asked to. A shell
# does it, because it needs a megabyte where Node would need forty. The server is a process of its own: what this one is
# told (SIGTERM, SIGINT, SIGHUP) is passed on to it, and its end is ours.
#
# Exit codes, as in server/ending.ts: 0, it was asked to; 1, it can't start and will not be able to by itself. Everything
# else is started again, at once the first time, then after 1, 2, 4… up to 60 seconds, for as long as it ends so soon.
folder=$(cd "$(dirname "$0")/../.." && pwd) || exit 1

child=
asked=
pass_on() {
  asked=yes
  [ -z "$child" ] || kill -s "$1" "$child" 2>/dev/null
}
trap 'pass_on TERM' TERM
trap 'pass_on INT' INT
trap 'pass_on HUP' HUP
# Failing to print must neither end this nor block it: the shell itself reports that something was killed, and its
# output may be blocked.
trap '' USR1 USR2 PIPE
exec 3>&2 2>/dev/null

# Runs the server to its end, whatever signals come in between; its exit code is in $code.
run() {
  "$@" 2>&3 3>&- &
  child=$!
  # The signal came before the server could be told.
  [ -z "$asked" ] || kill -s TERM "$child" 2>/dev/null
  while :; do
    wait "$child"
    code=$?
    kill -0 "$child" 2>/dev/null || break
  done
  child=
}

run node "$folder/server/launch/start.mjs" --prepare
[ "$code" -eq 0 ] && [ -z "$asked" ] || exit "$code"

pause=0
while :; do
  began=$(date +%s)
  # One thread beside the server's own for V8's compiler and garbage: each of four would keep a megabyte (docs/tuning.md).
  run node --v8-pool-size=1 "$folder/dist/server/main.js"
  # A signal that ended the wait, but not the server, leaves its own number there.
  [ -z "$asked" ] || [ "$code" -lt 128 ] || code=0
  [ -z "$asked" ] || exit "$code"
  [ "$code" -ne 0 ] && [ "$code" -ne 1 ] || exit "$code"
  [ $(($(date +%s) - began)) -lt 120 ] || pause=0
  echo "Antre berakhir (kode $code) dan dimulai lagi dalam $pause detik. / Antre ended (code $code) and starts again in $pause seconds." >&3 &
  if [ "$pause" -gt 0 ]; then
    run sleep "$pause"
    [ -z "$asked" ] || exit 0
  fi
  pause=$((pause * 2))
  [ "$pause" -ne 0 ] || pause=1
  [ "$pause" -le 60 ] || pause=60
done

#!/bin/sh
# The activity log, live, one JSON row a line. Begins after the sequence given, or with what happens from now on:
# sh follow.sh 460. After a lost connection it goes on where it stopped, so that nothing is missed;
# a refusal, such as of a wrong key, ends it with the reason.
set -eu
url=${KS3_URL:-http://127.0.0.1:4000}
key=${KS3_KEY:-ks3_demo_integrator}
since=${1:-null}
seen=$(mktemp)
refused=$(mktemp)
trap 'rm -f "$seen" "$refused"' EXIT
trap 'exit 0' INT TERM

while :; do
  curl -sSN -w '\nstatus %{http_code}\n' "$url/graphql/stream" -H 'content-type: application/json' \
    -H 'accept: text/event-stream' -H "authorization: Bearer $key" -d @- <<JSON |
{
  "query": "subscription(\$since: Int) { activity(sinceSequence: \$since) { sequence at kind actor { name } idea { code title stage } } }",
  "variables": { "since": $since }
}
JSON
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in
        'data: {"data":{'*)
          printf '%s\n' "${line#data: }"
          printf '%s' "$line" | sed 's/.*"sequence" *: *\([0-9]*\).*/\1/' >"$seen"
          ;;
        *UNAUTHENTICATED* | *FORBIDDEN* | *BAD_* | *VALIDATION*)
          printf '%s\n' "${line#data: }" | tee "$refused" >&2
          ;;
        # Too much for now passes by itself; any other refusal does not.
        'status 429') ;;
        'status 4'*) printf '%s\n' "$line" >"$refused" ;;
        *'"errors"'*)
          printf '%s\n' "$line" >&2
          ;;
      esac
    done
  # A wrong key or question would be refused again; what passes, such as a lost connection, is tried anew.
  if [ -s "$refused" ]; then exit 1; fi
  if [ -s "$seen" ]; then since=$(cat "$seen"); fi
  sleep 5
done

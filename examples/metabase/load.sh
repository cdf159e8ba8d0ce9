#!/bin/sh
# Copies the exported tables into a PostgreSQL database of Metabase's own, and makes views with types over them.
# KS3_URL, KS3_KEY: the service and a key of it. REPORTS_URL: the database, such as postgresql://reports@localhost/reports
set -eu
: "${KS3_URL:=http://127.0.0.1:4000}" "${KS3_KEY:=ks3_demo_integrator}"
: "${REPORTS_URL:?set it to a PostgreSQL database of its own, which this program may fill}"
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Everything is fetched first: a service that is down changes nothing here.
for table in ideas memberships applications projects milestones indicators calls partners pipeline; do
  status=$(curl -sS -o "$folder/$table.csv" -w '%{http_code}' -H "authorization: Bearer $KS3_KEY" "$KS3_URL/export/$table.csv")
  if [ "$status" != 200 ]; then
    echo "$KS3_URL/export/$table.csv answers $status: $(head -c 300 "$folder/$table.csv")" >&2
    exit 1
  fi
  # The names above the columns, quoted, without the mark at the beginning of the file.
  columns=$(head -n 1 "$folder/$table.csv" | tr -d '\357\273\277\r' | sed 's/[^,][^,]*/"&"/g')
  cat <<SQL
create table raw.$table ($(printf %s "$columns" | sed 's/,/ text, /g') text);
\copy raw.$table from '$folder/$table.csv' (format csv, header true)
SQL
done > "$folder/load.sql"

# One transaction: whoever looks meanwhile sees what was, and then what is.
psql -X -q -v ON_ERROR_STOP=1 --single-transaction "$REPORTS_URL" \
  -c 'set client_min_messages = warning' \
  -c 'drop schema if exists raw cascade' -c 'create schema raw' \
  -f "$folder/load.sql" -f "$here/views.sql"

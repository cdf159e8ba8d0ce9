#!/bin/sh
# Every idea that the key may see, a page at a time: one JSON answer a line.
set -eu
url=${KS3_URL:-http://127.0.0.1:4000}
key=${KS3_KEY:-ks3_demo_integrator}

after=null
while [ -n "$after" ]; do
  page=$(
    curl -sSf "$url/graphql" -H 'content-type: application/json' -H "authorization: Bearer $key" -d @- <<JSON
{
  "query": "query(\$after: String) { ideas(first: ${PAGE:-20}, after: \$after, orderBy: {field: CODE, direction: ASC}) { nodes { code title stage state } pageInfo { endCursor hasNextPage } } }",
  "variables": { "after": $after }
}
JSON
  )
  printf '%s\n' "$page"
  # The cursor with its quotes, while there is a next page; else nothing.
  after=$(printf '%s' "$page" | sed -n 's/.*"endCursor" *: *\("[^"]*"\), *"hasNextPage" *: *true.*/\1/p')
done

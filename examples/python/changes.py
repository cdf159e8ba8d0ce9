"""Prints what has happened since it last ran, oldest first. Made to be run again and again, by cron for instance.

Remembers the last sequence in the file named by KS3_STATE. The first time it begins with the newest change.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

URL = os.environ.get("KS3_URL", "http://127.0.0.1:4000")
KEY = os.environ.get("KS3_KEY", "ks3_demo_integrator")
STATE = Path(os.environ.get("KS3_STATE", "last-sequence.txt"))

NEWEST = "{ activity(first: 1) { nodes { sequence } } }"
SINCE = """
query($since: Int!) {
  activity(sinceSequence: $since, first: 50) {
    nodes { sequence at kind actor { name } idea { code title } }
    pageInfo { hasNextPage }
  }
}
"""


def ask(query, **variables):
    """The data of an answer; ends the program with a line about what is wrong."""
    request = urllib.request.Request(
        f"{URL}/graphql",
        json.dumps({"query": query, "variables": variables}).encode(),
        {"content-type": "application/json", "accept-language": "en", "authorization": f"Bearer {KEY}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as refused:
        answer = json.load(refused)
    except (urllib.error.URLError, TimeoutError) as lost:
        sys.exit(f"{URL} does not answer: {getattr(lost, 'reason', lost)}")
    if answer.get("errors"):
        first = answer["errors"][0]
        sys.exit(f"{first['extensions']['code']}: {first['message']}")
    return answer["data"]


def changes(since):
    """Every change after the given one, however many pages they are."""
    more = True
    while more:
        page = ask(SINCE, since=since)["activity"]
        for change in page["nodes"]:
            yield change
            since = change["sequence"]
        more = page["pageInfo"]["hasNextPage"]


def last_dealt_with():
    if STATE.exists():
        return int(STATE.read_text())
    newest = ask(NEWEST)["activity"]["nodes"]
    return newest[0]["sequence"] - 1 if newest else 0


for change in changes(last_dealt_with()):
    idea = change["idea"]
    print(change["sequence"], change["at"], change["kind"], f"{idea['code']} {idea['title']}" if idea else "", sep="\t")
    # After each one: what is interrupted goes on here.
    STATE.write_text(str(change["sequence"]))

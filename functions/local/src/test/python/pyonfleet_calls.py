"""Calls the methods of the unmodified client pyonfleet, for one group of resources or for all.

Usage: pyonfleet_calls.py BASE_URL API_KEY RECEIVER [GROUP]

Prints one line of JSON for each call: {"call": ..., "ok": ..., "result": ...}. A call is one line of
a group: check() for what has to come back, refused() for the class that has to be raised. Exits
with 1 if a call came out in another way than it should.
"""

import json
import sys
import time
import uuid

import onfleet.onfleet
import onfleet.request
from onfleet import HttpError, Onfleet, PermissionError, ValidationError
from ratelimit.exception import RateLimitException

BASE, KEY, RECEIVER = sys.argv[1:4]
# Each module has the name for itself.
onfleet.request.API_BASE_URL = BASE
onfleet.onfleet.API_BASE_URL = BASE

api = Onfleet(api_key=KEY)
failures = []
UNKNOWN = "ab*dEFghijklmnopqrst~vwx"


def say(call, ok, result):
    text = result if isinstance(result, str) else json.dumps(result)
    print(json.dumps({"call": call, "ok": bool(ok), "result": text[:160]}), flush=True)
    if not ok:
        failures.append(call)


def patiently(method, arguments):
    """The client itself refuses a 21st call in a second."""
    while True:
        try:
            return method(**arguments)
        except RateLimitException:
            time.sleep(0.2)


def check(call, method, expected=lambda result: True, **arguments):
    try:
        result = patiently(method, arguments)
        say(call, expected(result), result)
        return result
    except Exception as error:
        say(call, False, "%s %s" % (type(error).__name__, error))
        return {}


def refused(call, method, error, number, **arguments):
    try:
        say(call, False, patiently(method, arguments))
    except Exception as raised:
        status = getattr(raised, "status", None)
        ok = type(raised) is error and status == number and getattr(raised, "request", None)
        say(call, ok, "%s %s" % (type(raised).__name__, status))


def has(**members):
    return lambda result: all(result.get(name) == value for name, value in members.items())


def listed(record):
    return lambda result: record.get("id") in [each["id"] for each in result]


def gone(result):
    return result == 200


def named(word):
    return "%s-%s" % (word, uuid.uuid4().hex[:8])


def organization():
    own = check("organization.get()", api.organization.get, lambda r: len(r["id"]) == 24)
    check("auth_test()", api.auth_test, lambda r: "'%s'" % own["id"] in r["message"])
    check("organization.get(id)", api.organization.get, has(id=own["id"]), id=own["id"])
    refused("organization.get(foreign)", api.organization.get, PermissionError, 1103, id=UNKNOWN)
    refused("organization.get(odd)", api.organization.get, ValidationError, 1005, id="odd")


def admins():
    for name, endpoint in (("admins", api.admins), ("administrators", api.administrators)):
        draft = {"name": "Mina", "email": named("mina") + "@example.org"}
        made = check(name + ".create", endpoint.create, has(**draft), body=draft)
        check(name + ".get", endpoint.get, listed(made))
        check(name + ".update", endpoint.update, has(name="Nina"), id=made["id"], body={"name": "Nina"})
        refused(name + ".create(again)", endpoint.create, ValidationError, 1004, body=draft)
        check(name + ".deleteOne", endpoint.deleteOne, gone, id=made["id"])
        refused(name + ".deleteOne(gone)", endpoint.deleteOne, HttpError, 1402, id=made["id"])


    floor = {"name": "floor", "type": "string", "value": named("floor")}
    draft = {"name": "Mina", "email": named("mina") + "@example.org", "metadata": [floor]}
    made = check("administrators.create(metadata)", api.administrators.create, body=draft)
    check("administrators.matchMetadata", api.administrators.matchMetadata, listed(made), body=[floor])


def webhooks():
    draft = {"url": RECEIVER, "trigger": 3, "name": "Done"}
    made = check("webhooks.create", api.webhooks.create, has(**draft), body=draft)
    check("webhooks.get", api.webhooks.get, listed(made))
    check("webhooks.deleteOne", api.webhooks.deleteOne, gone, id=made["id"])
    odd = {"url": RECEIVER + "/other", "trigger": 3}
    refused("webhooks.create(silent)", api.webhooks.create, ValidationError, 1008, body=odd)


GROUPS = [organization, admins, webhooks]

for group in GROUPS:
    if len(sys.argv) < 5 or sys.argv[4] == group.__name__:
        group()
sys.exit(1 if failures else 0)

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
import requests
from onfleet import HttpError, Onfleet, PermissionError, ServiceError, ValidationError
from ratelimit.exception import RateLimitException

BASE, KEY, RECEIVER = sys.argv[1:4]
# Each module has the name for itself.
onfleet.request.API_BASE_URL = BASE
onfleet.onfleet.API_BASE_URL = BASE

api = Onfleet(api_key=KEY)
failures = []
called = set()
UNKNOWN = "ab*dEFghijklmnopqrst~vwx"


def say(call, ok, result):
    called.add(call.split("(")[0])
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


PLACE = {
    "address": {"number": "12", "street": "Morrison", "city": "Portland", "country": "US"},
    "location": [-122.65, 45.51],
}


def phone():
    return "+1503555%04d" % (uuid.uuid4().int % 10000)


def tagged():
    return {"name": "tag", "type": "string", "value": named("tag"), "visibility": ["api"]}


def new_team():
    return check("teams.create(another)", api.teams.create, body={"name": named("Team"), "workers": [], "managers": []})


def new_worker(team, **more):
    draft = dict({"name": "Ada", "phone": phone(), "teams": [team["id"]]}, **more)
    return check("workers.create(another)", api.workers.create, has(name=draft["name"]), body=draft)


def new_task(**more):
    return check("tasks.create(another)", api.tasks.create, body=dict({"destination": PLACE}, **more))


def drive(worker, method, path, body):
    """What a driver does is not for Onfleet's clients to say: it comes in by another dialect."""
    address = "%s/api/v1/technicians" % BASE.rsplit("/api/", 1)[0]
    headers = {"Authorization": "Bearer fieldopt" + KEY}
    everybody = requests.get(address, headers=headers, timeout=30).json()
    known = [each["id"] for each in everybody if each["name"] == worker["name"]]
    requests.request(method, "%s/%s%s" % (address, known[-1], path), json=body, headers=headers, timeout=30).raise_for_status()


def destinations():
    floor = tagged()
    made = check("destinations.create", api.destinations.create, lambda r: r["location"] == PLACE["location"], body=dict(PLACE, metadata=[floor]))
    check("destinations.get", api.destinations.get, has(**made), id=made["id"])
    check("destinations.matchMetadata", api.destinations.matchMetadata, listed(made), body=[floor])
    refused("destinations.create(nowhere)", api.destinations.create, ValidationError, 1000, body={})


def hubs():
    draft = dict(PLACE, name=named("Hub"))
    made = check("hubs.create", api.hubs.create, has(name=draft["name"]), body=draft)
    check("hubs.get", api.hubs.get, listed(made))
    check("hubs.update", api.hubs.update, has(name="Depot"), id=made["id"], body={"name": "Depot"})


def recipients():
    vip = tagged()
    draft = {"name": named("Boris Foster"), "phone": phone(), "notes": "Knock", "metadata": [vip]}
    made = check("recipients.create", api.recipients.create, has(name=draft["name"], notes="Knock"), body=draft)
    check("recipients.get(id)", api.recipients.get, has(id=made["id"]), id=made["id"])
    check("recipients.get(phone)", api.recipients.get, has(id=made["id"]), phone=draft["phone"])
    check("recipients.get(name)", api.recipients.get, has(id=made["id"]), name=draft["name"])
    check("recipients.update", api.recipients.update, has(notes="Ring"), id=made["id"], body={"notes": "Ring"})
    check("recipients.matchMetadata", api.recipients.matchMetadata, listed(made), body=[vip])
    refused("recipients.create(no phone)", api.recipients.create, ValidationError, 1000, body={"name": "Ada"})
    refused("recipients.get(unknown)", api.recipients.get, HttpError, 1402, id=UNKNOWN)


def teams():
    draft = {"name": named("Team"), "workers": [], "managers": []}
    made = check("teams.create", api.teams.create, has(name=draft["name"], workers=[]), body=draft)
    check("teams.get()", api.teams.get, listed(made))
    check("teams.get(id)", api.teams.get, has(id=made["id"]), id=made["id"])
    changed = named("Team")
    check("teams.update", api.teams.update, has(name=changed), id=made["id"], body={"name": changed})
    task = new_task()
    check("teams.insertTask", api.teams.insertTask, lambda r: r["tasks"] == [task["id"]], id=made["id"], body={"tasks": [-1, task["id"]]})
    check("teams.getTasks", api.teams.getTasks, lambda r: [each["id"] for each in r["tasks"]] == [task["id"]], id=made["id"])
    refused("teams.autoDispatch", api.teams.autoDispatch, ServiceError, 2501, id=made["id"], body={"mode": "distance"})
    check("hubs.create(of the team)", api.hubs.create, lambda r: r["teams"] == [made["id"]], body=dict(PLACE, name="Start", teams=[made["id"]]))
    driver = new_worker(made, name=named("Driver"), vehicle={"type": "CAR"})
    drive(driver, "PATCH", "/status", {"status": "available"})
    drive(driver, "PATCH", "/location", {"latitude": 45.51, "longitude": -122.65})
    check(
        "teams.getWorkerEta",
        api.teams.getWorkerEta,
        lambda r: r["workerId"] == driver["id"] and len(r["steps"]) == 1,
        id=made["id"],
        queryParams={"dropoffLocation": "-122.7,45.5"},
    )
    near = {"longitude": "-122.65", "latitude": "45.51", "radius": "6000"}
    check("workers.getByLocation", api.workers.getByLocation, lambda r: driver["id"] in [each["id"] for each in r["workers"]], queryParams=near)
    empty = new_team()
    check("teams.deleteOne", api.teams.deleteOne, gone, id=empty["id"])


def workers():
    team = new_team()
    fast = tagged()
    draft = {
        "name": named("A Swartz Test"),
        "phone": phone(),
        "teams": [team["id"]],
        "vehicle": {"type": "CAR", "description": "Tesla Model S", "licensePlate": "FKNS9A", "color": "purple"},
        "metadata": [fast],
    }
    made = check("workers.create", api.workers.create, lambda r: r["name"] == draft["name"] and r["vehicle"]["licensePlate"] == "FKNS9A", body=draft)
    check("workers.get()", api.workers.get, listed(made))
    check("workers.get(phones)", api.workers.get, lambda r: [each["id"] for each in r] == [made["id"]], queryParams={"phones": draft["phone"]})
    check("workers.get(text)", api.workers.get, listed(made), queryParams="teams=%s" % team["id"])
    check("workers.get(id)", api.workers.get, has(id=made["id"]), id=made["id"])
    check("workers.get(analytics)", api.workers.get, lambda r: "analytics" in r, id=made["id"], queryParams={"analytics": "true"})
    check("workers.update", api.workers.update, has(name="New Driver Name"), id=made["id"], body={"name": "New Driver Name"})
    entry = {"date": "2027-01-04", "timezone": "Europe/Berlin", "shifts": [[1799053200000, 1799082000000]]}
    check("workers.setSchedule", api.workers.setSchedule, lambda r: r["entries"] == [entry], id=made["id"], body={"entries": [entry]})
    check("workers.getSchedule", api.workers.getSchedule, lambda r: r["entries"] == [entry], id=made["id"])
    task = new_task()
    check("workers.insertTask", api.workers.insertTask, lambda r: r["tasks"] == [task["id"]], id=made["id"], body={"tasks": [task["id"]]})
    check("workers.getTasks", api.workers.getTasks, lambda r: [each["id"] for each in r["tasks"]] == [task["id"]], id=made["id"])
    check("workers.matchMetadata", api.workers.matchMetadata, listed(made), body=[fast])
    hub = check("hubs.create(depot)", api.hubs.create, body=dict(PLACE, name="Depot"))
    check(
        "workers.getDeliveryManifest",
        api.workers.getDeliveryManifest,
        lambda r: r["driver"]["name"] == "New Driver Name" and [each["id"] for each in r["tasks"]] == [task["id"]] and r["manifestDate"] == 1,
        workerId=made["id"],
        hubId=hub["id"],
        queryParams={"startDate": 1, "endDate": 2},
    )
    refused("workers.create(odd phone)", api.workers.create, ValidationError, 1000, body=dict(draft, phone="12"))
    other = new_worker(team)
    check("workers.deleteOne", api.workers.deleteOne, gone, id=other["id"])
    refused("workers.get(gone)", api.workers.get, HttpError, 1402, id=other["id"])


def containers():
    own = check("organization.get(own)", api.organization.get)
    team = new_team()
    worker = new_worker(team)
    task = new_task()
    holds = lambda r: task["id"] in r["tasks"]
    check("organization.insertTask", api.organization.insertTask, holds, id=own["id"], body={"tasks": [-1, task["id"]]})
    check("containers.get(organizations)", api.containers.get, holds, organizations=own["id"])
    check("containers.update", api.containers.update, holds, id=team["id"], body={"tasks": [-1, task["id"]]})
    check("containers.get(teams)", api.containers.get, holds, teams=team["id"])
    check("containers.update(worker)", api.containers.update, holds, id=worker["id"], body={"tasks": [task["id"]]})
    check("containers.get(workers)", api.containers.get, holds, workers=worker["id"])
    refused("containers.get(placeholder)", api.containers.get, ValidationError, 1000, workers="odd")


def tasks():
    gate = tagged()
    draft = {
        "destination": PLACE,
        "recipients": [{"name": "Blas Silkovich", "phone": phone()}],
        "notes": "Order 332",
        "metadata": [gate],
    }
    made = check("tasks.create", api.tasks.create, lambda r: r["notes"] == "Order 332" and r["state"] == 0 and r["recipients"][0]["name"] == "Blas Silkovich", body=draft)
    check("tasks.get()", api.tasks.get, lambda r: made["id"] in [each["id"] for each in r["tasks"]], queryParams={"from": made["timeCreated"] - 1000})
    check("tasks.get(id)", api.tasks.get, has(id=made["id"], state=0), id=made["id"])
    check("tasks.get(shortId)", api.tasks.get, has(id=made["id"]), shortId=made["shortId"])
    check("tasks.update", api.tasks.update, has(notes="Order 333"), id=made["id"], body={"notes": "Order 333"})
    check("tasks.matchMetadata", api.tasks.matchMetadata, listed(made), body=[gate])
    copy = check("tasks.clone", api.tasks.clone, has(sourceTaskId=made["id"], notes="Order 333"), id=made["id"])
    check("tasks.deleteOne", api.tasks.deleteOne, gone, id=copy["id"])
    refused("tasks.get(gone)", api.tasks.get, HttpError, 1402, id=copy["id"])
    refused("tasks.create(nowhere)", api.tasks.create, ValidationError, 1000, body={"notes": "Where?"})
    batch = {"tasks": [{"destination": PLACE, "notes": "one"}, {"notes": "nowhere"}, {"destination": PLACE, "notes": "two"}]}
    check(
        "tasks.batchCreate",
        api.tasks.batchCreate,
        lambda r: [each["notes"] for each in r["tasks"]] == ["one", "two"] and [each["error"]["error"] for each in r["errors"]] == [1000],
        body=batch,
    )
    job = check("tasks.batchCreateAsync", api.tasks.batchCreateAsync, has(status="pending"), body=batch)
    for _ in range(100):
        if patiently(api.tasks.getBatchCreateAsyncStatus, {"id": job["jobId"]})["status"] != "pending":
            break
        time.sleep(0.1)
    check(
        "tasks.getBatchCreateAsyncStatus",
        api.tasks.getBatchCreateAsyncStatus,
        lambda r: r["status"] == "completedWithErrors" and [each["notes"] for each in r["newTasks"]] == ["one", "two"] and r["failedTasks"] == [{"notes": "nowhere"}],
        id=job["jobId"],
    )
    wish = {"tasks": [made["id"]], "options": {"mode": "distance", "teams": [new_team()["id"]]}}
    check("tasks.autoAssign", api.tasks.autoAssign, has(assignedTasksCount=0, assignedTasks={}), body=wish)
    given = new_task(container={"type": "WORKER", "worker": new_worker(new_team())["id"]})
    check("tasks.get(assigned)", api.tasks.get, has(state=1), id=given["id"])
    done = {"completionDetails": {"success": True, "notes": "Done"}}
    check("tasks.forceComplete", api.tasks.forceComplete, gone, id=given["id"], body=done)
    check("tasks.get(completed)", api.tasks.get, lambda r: r["state"] == 3 and r["completionDetails"]["success"], id=given["id"])


def routeplans():
    task, other = new_task(), new_task()
    draft = {"name": named("Plan"), "startTime": 4000000000000, "taskIds": [task["id"]]}
    made = check("routeplans.create", api.routeplans.create, has(name=draft["name"], tasks=[task["id"]], state="PENDING"), body=draft)
    check("routeplans.get()", api.routeplans.get, listed(made))
    check("routeplans.get(query)", api.routeplans.get, listed(made), queryParams={"hasTasks": "true"})
    check("routeplans.get(id)", api.routeplans.get, has(id=made["id"]), id=made["id"])
    check("routeplans.addTasksToRoutePlan", api.routeplans.addTasksToRoutePlan, has(tasks=[task["id"], other["id"]]), id=made["id"], body={"tasks": [other["id"]]})
    worker = new_worker(new_team())
    check("routeplans.update", api.routeplans.update, has(worker=worker["id"], name=draft["name"]), id=made["id"], body={"worker": worker["id"]})
    check("tasks.get(on a plan)", api.tasks.get, has(routePlan=made["id"], worker=worker["id"]), id=other["id"])
    check("routeplans.deleteOne", api.routeplans.deleteOne, gone, id=made["id"])
    refused("routeplans.get(gone)", api.routeplans.get, HttpError, 1402, id=made["id"])


GROUPS = [organization, admins, webhooks, destinations, hubs, recipients, teams, workers, containers, tasks, routeplans]


def methods():
    """All that the client can do, as it says itself."""
    for name, endpoint in vars(Onfleet).items():
        for method, request in vars(endpoint).items() if type(endpoint).__name__ == "Endpoint" else ():
            if callable(request) and type(request).__name__ == "Request":
                yield "%s.%s" % (name, method)


for group in GROUPS:
    if len(sys.argv) < 5 or sys.argv[4] == group.__name__:
        group()
if len(sys.argv) < 5:
    known = set(methods())
    missing = sorted(known - called)
    say("every method was called", not missing and len(known) > 50, "%d methods, missing: %s" % (len(known), ", ".join(missing)))
sys.exit(1 if failures else 0)

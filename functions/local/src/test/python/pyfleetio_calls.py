"""Calls every method that the unmodified client pyfleetio has for one group of resources.

Usage: pyfleetio_calls.py BASE_URL API_KEY ACCOUNT_TOKEN GROUP

Prints one line of JSON for each call: {"call": ..., "ok": ..., "result": ...}. The client lets
itself make 20 calls in a minute and sleeps beyond that, so a group makes fewer in a process of its
own. Exits with 1 if a call came out in another way than it should.
"""

import json
import sys
import time
import uuid

import fleetio.fleetio
import fleetio.request

BASE, KEY, ACCOUNT, GROUP = sys.argv[1:5]
fleetio.request.API_BASE_URL = BASE
fleetio.fleetio.API_BASE_URL = BASE

client = fleetio.fleetio.Fleetio(KEY, ACCOUNT)
failures = []


def say(call, ok, result):
    text = result if isinstance(result, str) else json.dumps(result)
    print(json.dumps({"call": call, "ok": bool(ok), "result": text[:120]}), flush=True)
    if not ok:
        failures.append(call)


def check(call, method, expected=lambda result: True, **arguments):
    """Makes a call and says what came of it; what is expected is asked of its result."""
    try:
        result = method(**arguments)
        say(call, expected(result), result)
        return result
    except Exception as error:  # the client raises one of its own for each status
        say(call, False, "%s %s" % (type(error).__name__, getattr(error, "message", error)))
        return {}


def refused(call, method, error, **arguments):
    """Makes a call that has to end in one of the client's own errors."""
    try:
        say(call, False, method(**arguments))
    except Exception as raised:
        say(call, type(raised).__name__ == error, type(raised).__name__)


def records(result):
    """The records of a page, in either style of lists."""
    return result["records"] if isinstance(result, dict) else result


def listed(*ids):
    return lambda result: all(i in [record["id"] for record in records(result)] for i in ids)


def has(**members):
    return lambda result: all(result.get(name) == value for name, value in members.items())


def gone(result):
    return result == 204


def named(word):
    return "%s %s" % (word, uuid.uuid4().hex[:8])


def van(name):
    made = client.vehicles.create(
        body={
            "name": name,
            "primary_meter_unit": "mi",
            "vehicle_type_name": "Van",
            "vehicle_status_name": "Active",
        }
    )
    return made["id"]


def crud(name, endpoint, draft, change):
    """The five calls that most endpoints have; as many of them as this one has."""
    made = check(name + ".create", endpoint.create, lambda r: r["id"] >= 1, body=draft)
    number = made.get("id", 0)
    check(name + ".get()", endpoint.get, listed(number))
    if isinstance(endpoint.get.path, list):
        check(name + ".get(id)", endpoint.get, has(id=number), id=str(number))
    if hasattr(endpoint, "update"):
        check(
            name + ".update", endpoint.update, has(id=number, **change), id=str(number), body=change
        )
    if hasattr(endpoint, "deleteOne"):
        check(name + ".deleteOne", endpoint.deleteOne, gone, id=str(number))
    if isinstance(endpoint.get.path, list):
        refused(name + ".get(gone)", endpoint.get, "NotFoundError", id=str(number))


def accounts():
    say("Fleetio().ok", client.ok, client.ok)
    check("accounts.get", client.accounts.get, lambda r: records(r)[0]["token"] == ACCOUNT)


def vehicles():
    name = named("Van")
    made = check(
        "vehicles.create",
        client.vehicles.create,
        has(name=name),
        body={
            "name": name,
            "primary_meter_unit": "mi",
            "vehicle_type_name": "Van",
            "vehicle_status_name": "Active",
        },
    )
    number = str(made.get("id", 0))
    check("vehicles.get()", client.vehicles.get, listed(made.get("id")))
    check("vehicles.get(id)", client.vehicles.get, has(id=made.get("id")), id=number)
    check(
        "vehicles.get(queryParams)",
        client.vehicles.get,
        listed(made.get("id")),
        queryParams={"filter[name][eq]": name},
    )
    check(
        "vehicles.update",
        client.vehicles.update,
        has(color="Blue"),
        id=number,
        body={"color": "Blue"},
    )
    check("vehicles.linked_vehicles", client.vehicles.linked_vehicles, id=number)
    check("vehicles.archive", client.vehicles.archive, id=number)
    check("vehicles.archived", client.vehicles.archived, listed(made.get("id")))
    check("vehicles.restore", client.vehicles.restore, id=number)
    refused(
        "vehicles.current_assignement", client.vehicles.current_assignement, "NotFoundError", id=number
    )
    refused("vehicles.create({})", client.vehicles.create, "UnprocessableError", body={})
    check("vehicles.deleteOne", client.vehicles.deleteOne, gone, id=number)
    refused("vehicles.get(gone)", client.vehicles.get, "NotFoundError", id=number)


def vehicle_types():
    crud("vehicle_types", client.vehicle_types, {"name": named("Type")}, {"name": named("Type")})


def vehicle_statuses():
    crud(
        "vehicles_statuses",
        client.vehicles_statuses,
        {"name": named("Status"), "color": "blue"},
        {"color": "red"},
    )


def fuel_types():
    crud("fuel_types", client.fuel_types, {"name": named("Fuel")}, {"name": named("Fuel")})


def groups():
    crud("groups", client.groups, {"name": named("Group")}, {"name": named("Group")})


def labels():
    crud("labels", client.labels, {"name": named("Label")}, {})


def contacts():
    draft = {"first_name": "Ada", "last_name": named("L"), "vehicle_operator": True}
    made = check("contacts.create", client.contacts.create, has(first_name="Ada"), body=draft)
    number = str(made.get("id", 0))
    check("contacts.get()", client.contacts.get, listed(made.get("id")))
    check("contacts.get(id)", client.contacts.get, has(id=made.get("id")), id=number)
    check(
        "contacts.update",
        client.contacts.update,
        has(job_title="Driver"),
        id=number,
        body={"job_title": "Driver"},
    )
    check("contacts.archive", client.contacts.archive, id=number)
    check("contacts.archived", client.contacts.archived, listed(made.get("id")))
    check("contacts.restore", client.contacts.restore, id=number)
    refused("contacts.create({})", client.contacts.create, "UnprocessableError", body={})
    check("contacts.deleteOne", client.contacts.deleteOne, gone, id=number)
    refused("contacts.get(gone)", client.contacts.get, "NotFoundError", id=number)


def vehicle_assignments():
    vehicle = van(named("Van"))
    driver = client.contacts.create(body={"first_name": "Ada", "vehicle_operator": True})["id"]
    draft = {"vehicle_id": vehicle, "contact_id": driver, "started_at": "2026-01-02T08:00:00Z"}
    made = check("vehicle_assignments.create", client.vehicle_assignments.create, body=draft)
    number = str(made.get("id", 0))
    check(
        "vehicle_assignments.get()", client.vehicle_assignments.get, listed(made.get("id"))
    )
    check(
        "vehicle_assignments.get(id)",
        client.vehicle_assignments.get,
        has(vehicle_id=vehicle, contact_id=driver),
        id=number,
    )
    check(
        "vehicle_assignments.vehicle",
        client.vehicle_assignments.vehicle,
        listed(made.get("id")),
        vehicle_id=str(vehicle),
    )
    check(
        "vehicles.current_assignement",
        client.vehicles.current_assignement,
        has(id=made.get("id")),
        id=str(vehicle),
    )
    refused(
        "vehicle_assignments.create(overlap)",
        client.vehicle_assignments.create,
        "UnprocessableError",
        body=draft,
    )
    check(
        "vehicle_assignments.update",
        client.vehicle_assignments.update,
        id=number,
        body={"ended_at": "2026-01-03T08:00:00Z"},
    )
    check("vehicle_assignments.deleteOne", client.vehicle_assignments.deleteOne, gone, id=number)


def meter_entries():
    vehicle = van(named("Van"))
    made = check(
        "meter_entries.create",
        client.meter_entries.create,
        lambda r: float(r["value"]) == 1000,
        body={"vehicle_id": vehicle, "date": "2026-01-02", "value": 1000},
    )
    number = str(made.get("id", 0))
    check("meter_entries.get()", client.meter_entries.get, listed(made.get("id")))
    check("meter_entries.get(id)", client.meter_entries.get, has(id=made.get("id")), id=number)
    check(
        "meter_entries.vehicle",
        client.meter_entries.vehicle,
        listed(made.get("id")),
        vehicle_id=str(vehicle),
    )
    check(
        "meter_entries.update", client.meter_entries.update, id=number, body={"value": 1001}
    )
    refused(
        "meter_entries.create(out of order)",
        client.meter_entries.create,
        "UnprocessableError",
        body={"vehicle_id": vehicle, "date": "2026-01-03", "value": 10},
    )
    check("meter_entries.deleteOne", client.meter_entries.deleteOne, gone, id=number)


def location_entries():
    vehicle = van(named("Van"))
    made = check(
        "location_entries.create",
        client.location_entries.create,
        body={
            "vehicle_id": vehicle,
            "date": "2026-01-02T08:00:00Z",
            "latitude": 41.25,
            "longitude": -95.93,
        },
    )
    number = str(made.get("id", 0))
    check("location_entries.get()", client.location_entries.get, listed(made.get("id")))
    check("location_entries.get(id)", client.location_entries.get, has(id=made.get("id")), id=number)
    check(
        "location_entries.update",
        client.location_entries.update,
        id=number,
        body={"latitude": 41.26},
    )
    check("location_entries.deleteOne", client.location_entries.deleteOne, gone, id=number)


def faults():
    vehicle = van(named("Van"))
    crud(
        "faults", client.faults, {"vehicle_id": vehicle, "code": "P0300"}, {"status": "resolved"}
    )
    refused("faults.create({})", client.faults.create, "UnprocessableError", body={})


def fault_rules():
    crud("fault_rules", client.fault_rules, {"code": named("P")}, {"name": "Misfire"})


def bulk_api_jobs():
    name = named("Van")
    row = {
        "name": name,
        "primary_meter_unit": "mi",
        "vehicle_type_name": "Van",
        "vehicle_status_name": "Active",
    }
    job = check(
        "bulk_api.create",
        client.bulk_api.create,
        has(total_count=2),
        body={"resource": "vehicle", "operation": "create", "records": [row, row]},
    )
    deadline = time.time() + 30
    asked = 0
    while asked < 12 and time.time() < deadline:
        asked += 1
        time.sleep(0.1 * asked)
        if client.bulk_api.get(id=job["id"])["state"] == "complete":
            break
    check(
        "bulk_api.get(id)",
        client.bulk_api.get,
        has(state="complete", completed_count=1, failed_count=1),
        id=job["id"],
    )


globals()[GROUP]()
sys.exit(1 if failures else 0)

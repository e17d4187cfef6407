// Calls the methods of the unmodified client @onfleet/node-onfleet 1.4.0, for one group of resources or for all.
//
// Usage: onfleet_calls.mjs ORIGIN API_KEY RECEIVER [GROUP]
//
// Prints one line of JSON for each call: {"call": ..., "ok": ..., "result": ...}. A call is one line of a group. This
// version loses what it is told of errors (it rejects with a TypeError), so that refused() only asks whether it rejects;
// what the errors are is asked with 1.3.3, in onfleet_errors.cjs.

import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [origin, key, receiver, only] = process.argv.slice(2);
const entry = createRequire(`${process.cwd()}/`).resolve('@onfleet/node-onfleet');
const Onfleet = (await import(pathToFileURL(entry).href)).default;
const api = new Onfleet(key, 70000, null, origin);
const unknown = 'ab*dEFghijklmnopqrst~vwx';
let failures = 0;
const called = new Set();

function say(call, ok, result) {
  called.add(call.split('(')[0]);
  const text = typeof result === 'string' ? result : JSON.stringify(result) ?? 'undefined';
  console.log(JSON.stringify({ call, ok: Boolean(ok), result: text.slice(0, 160) }));
  failures += ok ? 0 : 1;
}

async function check(call, work, expected = () => true) {
  try {
    const result = await work();
    say(call, expected(result), result);
    return result;
  } catch (error) {
    say(call, false, `${error.name} ${error.message}`);
    return {};
  }
}

async function refused(call, work) {
  try {
    say(call, false, await work());
  } catch (error) {
    say(call, true, 'rejected');
  }
}

const has = (members) => (result) => Object.entries(members).every(([name, value]) => result[name] === value);
const listed = (record) => (result) => result.some((each) => each.id === record.id);
const gone = (result) => result === 200;
const named = (word) => `${word}-${randomUUID().slice(0, 8)}`;

const phone = () => `+1503555${String(Math.floor(Math.random() * 10000)).padStart(4, '0')}`;
const tagged = () => ({ name: 'tag', type: 'string', value: named('tag'), visibility: ['api'] });
const place = {
  address: { number: '12', street: 'Morrison', city: 'Portland', country: 'US' },
  location: [-122.65, 45.51],
};
const ids = (records) => records.map((each) => each.id);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const holding = (...tasks) => (result) => same(result.tasks, ids(tasks));

const newTeam = () => check('teams.create(another)', () => api.teams.create({ name: named('Team'), workers: [], managers: [] }));
const newTask = (more) => check('tasks.create(another)', () => api.tasks.create({ destination: place, ...more }));
const newWorker = (team, more) =>
  check('workers.create(another)', () => api.workers.create({ name: named('Ada'), phone: phone(), teams: [team.id], ...more }));

// What a driver does is not for Onfleet's clients to say: it comes in by another dialect.
async function drive(worker, path, body) {
  const headers = { Authorization: `Bearer fieldopt${key}`, 'Content-Type': 'application/json' };
  const all = await (await fetch(`${origin}/api/v1/technicians`, { headers })).json();
  const { id } = all.find((each) => each.name === worker.name);
  await fetch(`${origin}/api/v1/technicians/${id}${path}`, { method: 'PATCH', headers, body: JSON.stringify(body) });
}

const groups = {
  async organization() {
    await check('verifyKey()', () => api.verifyKey(), (valid) => valid === true);
    const own = await check('organization.get()', () => api.organization.get(), (r) => r.id.length === 24);
    await check('organization.get(id)', () => api.organization.get(own.id), has({ id: own.id }));
    await refused('organization.get(foreign)', () => api.organization.get(unknown));
  },

  async admins() {
    for (const [name, endpoint] of [['admins', api.admins], ['administrators', api.administrators]]) {
      const draft = { name: 'Mina', email: `${named('mina')}@example.org` };
      const made = await check(`${name}.create`, () => endpoint.create(draft), has(draft));
      await check(`${name}.get`, () => endpoint.get(), listed(made));
      await check(`${name}.update`, () => endpoint.update(made.id, { name: 'Nina' }), has({ name: 'Nina' }));
      await check(`${name}.deleteOne`, () => endpoint.deleteOne(made.id), gone);
      await refused(`${name}.deleteOne(gone)`, () => endpoint.deleteOne(made.id));
      const floor = tagged();
      const other = await check(`${name}.create(metadata)`, () => endpoint.create({ name: 'Mina', email: `${named('mina')}@example.org`, metadata: [floor] }));
      await check(`${name}.matchMetadata`, () => endpoint.matchMetadata([floor]), listed(other));
    }
  },

  async webhooks() {
    const draft = { url: receiver, trigger: 3, name: 'Done' };
    const made = await check('webhooks.create', () => api.webhooks.create(draft), has(draft));
    await check('webhooks.get', () => api.webhooks.get(), listed(made));
    await check('webhooks.deleteOne', () => api.webhooks.deleteOne(made.id), gone);
    await refused('webhooks.create(silent)', () => api.webhooks.create({ url: `${receiver}/other`, trigger: 3 }));
  },

  async customfields() {
    const field = [{ key: named('dock'), name: 'Dock', type: 'single_line_text_field' }];
    const body = { model: 'Task', field, integration: 'shopify' };
    const shown = (name) => (r) => r.fields.some((each) => each.key === field[0].key && each.name === name);
    await check('customfields.create', () => api.customfields.create(body), gone);
    await check("customfields.get('Task')", () => api.customfields.get('Task'), shown('Dock'));
    field[0].name = 'Gate';
    await check('customfields.update', () => api.customfields.update(body), gone);
    await check("customfields.get('Task', query)", () => api.customfields.get('Task', { integration: 'shopify' }), shown('Gate'));
    await check('customfields.delete', () => api.customfields.delete(body), gone);
  },

  async destinations() {
    const floor = tagged();
    const made = await check('destinations.create', () => api.destinations.create({ ...place, metadata: [floor] }), (r) => same(r.location, place.location));
    await check('destinations.get', () => api.destinations.get(made.id), has({ id: made.id }));
    await check('destinations.matchMetadata', () => api.destinations.matchMetadata([floor]), listed(made));
    await refused('destinations.create(nowhere)', () => api.destinations.create({}));
  },

  async hubs() {
    const name = named('Hub');
    const made = await check('hubs.create', () => api.hubs.create({ ...place, name }), has({ name }));
    await check('hubs.get', () => api.hubs.get(), listed(made));
    await check('hubs.update', () => api.hubs.update(made.id, { name: 'Depot' }), has({ name: 'Depot' }));
  },

  async recipients() {
    const vip = tagged();
    const draft = { name: named('Boris Foster'), phone: phone(), notes: 'Knock', metadata: [vip] };
    const made = await check('recipients.create', () => api.recipients.create(draft), has({ name: draft.name, notes: 'Knock' }));
    await check('recipients.get(id)', () => api.recipients.get(made.id), has({ id: made.id }));
    await check("recipients.get(phone, 'phone')", () => api.recipients.get(draft.phone, 'phone'), has({ id: made.id }));
    await check("recipients.get(phone, 'phone', query)", () => api.recipients.get(draft.phone, 'phone', { skipPhoneNumberValidation: true }), has({ id: made.id }));
    await check("recipients.get(name, 'name')", () => api.recipients.get(draft.name, 'name'), has({ id: made.id }));
    await check('recipients.update', () => api.recipients.update(made.id, { notes: 'Ring' }), has({ notes: 'Ring' }));
    await check('recipients.matchMetadata', () => api.recipients.matchMetadata([vip]), listed(made));
    await refused('recipients.get(unknown)', () => api.recipients.get(unknown));
  },

  async teams() {
    const name = named('Team');
    const made = await check('teams.create', () => api.teams.create({ name, workers: [], managers: [] }), has({ name }));
    await check('teams.get()', () => api.teams.get(), listed(made));
    await check('teams.get(id)', () => api.teams.get(made.id), has({ id: made.id }));
    await check('teams.update', () => api.teams.update(made.id, { name: `${name}!` }), has({ name: `${name}!` }));
    const task = await newTask();
    await check('teams.insertTask', () => api.teams.insertTask(made.id, { tasks: [-1, task.id] }), holding(task));
    await check('teams.getTasks', () => api.teams.getTasks(made.id, { from: task.timeCreated - 1000 }), (r) => same(ids(r.tasks), [task.id]));
    await refused('teams.autoDispatch', () => api.teams.autoDispatch(made.id, { mode: 'distance' }));
    await check('hubs.create(of the team)', () => api.hubs.create({ ...place, name: 'Start', teams: [made.id] }), (r) => same(r.teams, [made.id]));
    const driver = await newWorker(made, { vehicle: { type: 'CAR' } });
    await drive(driver, '/status', { status: 'available' });
    await drive(driver, '/location', { latitude: 45.51, longitude: -122.65 });
    await check('teams.getWorkerEta', () => api.teams.getWorkerEta(made.id, { dropoffLocation: '-122.7,45.5' }), (r) => r.workerId === driver.id && r.steps.length === 1);
    await check('workers.getByLocation', () => api.workers.getByLocation({ longitude: -122.65, latitude: 45.51, radius: 6000 }), (r) => ids(r.workers).includes(driver.id));
    const empty = await newTeam();
    await check('teams.deleteOne', () => api.teams.deleteOne(empty.id), gone);
  },

  async workers() {
    const team = await newTeam();
    const fast = tagged();
    const draft = { name: named('Ada'), phone: phone(), teams: [team.id], vehicle: { type: 'CAR', licensePlate: 'FKNS9A' }, metadata: [fast] };
    const made = await check('workers.create', () => api.workers.create(draft), (r) => r.name === draft.name && r.vehicle.licensePlate === 'FKNS9A');
    await check('workers.get()', () => api.workers.get(), listed(made));
    await check('workers.get(query)', () => api.workers.get({ teams: [team.id] }), (r) => same(ids(r), [made.id]));
    await check('workers.get(id)', () => api.workers.get(made.id), has({ id: made.id }));
    await check('workers.get(id, query)', () => api.workers.get(made.id, { analytics: true }), (r) => 'analytics' in r);
    await check('workers.update', () => api.workers.update(made.id, { name: 'Grace' }), has({ name: 'Grace' }));
    const entry = { date: '2027-01-04', timezone: 'Europe/Berlin', shifts: [[1799053200000, 1799082000000]] };
    const scheduled = (r) => r.entries.length === 1 && r.entries[0].date === entry.date && same(r.entries[0].shifts, entry.shifts);
    await check('workers.setSchedule', () => api.workers.setSchedule(made.id, { entries: [entry] }), scheduled);
    await check('workers.getSchedule', () => api.workers.getSchedule(made.id), scheduled);
    const task = await newTask();
    await check('workers.insertTask', () => api.workers.insertTask(made.id, { tasks: [task.id] }), holding(task));
    await check('workers.getTasks', () => api.workers.getTasks(made.id, { isPickupTask: false }), (r) => same(ids(r.tasks), [task.id]));
    await check('workers.matchMetadata', () => api.workers.matchMetadata([fast]), listed(made));
    const hub = await check('hubs.create(depot)', () => api.hubs.create({ ...place, name: 'Depot' }));
    await check(
      'workers.getDeliveryManifest',
      () => api.workers.getDeliveryManifest({ hubId: hub.id, workerId: made.id, startDate: 1, endDate: 2 }),
      (r) => r.driver.name === 'Grace' && r.manifestDate === 1 && same(ids(r.tasks), [task.id]),
    );
    const other = await newWorker(team);
    await check('workers.deleteOne', () => api.workers.deleteOne(other.id), gone);
    await refused('workers.get(gone)', () => api.workers.get(other.id));
  },

  async containers() {
    const own = await check('organization.get(own)', () => api.organization.get());
    const team = await newTeam();
    const worker = await newWorker(team);
    const task = await newTask();
    await check('organization.insertTask', () => api.organization.insertTask(own.id, { tasks: [-1, task.id] }), (r) => r.tasks.includes(task.id));
    await check("containers.get(id, 'organizations')", () => api.containers.get(own.id, 'organizations'), (r) => r.tasks.includes(task.id));
    await check('teams.insertTask(again)', () => api.teams.insertTask(team.id, { tasks: [0, task.id] }), holding(task));
    await check("containers.get(id, 'teams')", () => api.containers.get(team.id, 'teams'), holding(task));
    await check('workers.insertTask(again)', () => api.workers.insertTask(worker.id, { tasks: [task.id] }), holding(task));
    await check("containers.get(id, 'workers')", () => api.containers.get(worker.id, 'workers'), holding(task));
  },

  async tasks() {
    const gate = tagged();
    const draft = { destination: place, recipients: [{ name: 'Blas', phone: phone() }], notes: 'Order 332', metadata: [gate] };
    const made = await check('tasks.create', () => api.tasks.create(draft), (r) => r.notes === 'Order 332' && r.recipients[0].name === 'Blas');
    await check('tasks.get(query)', () => api.tasks.get({ from: made.timeCreated - 1000 }), (r) => ids(r.tasks).includes(made.id));
    await check('tasks.get(id)', () => api.tasks.get(made.id), has({ id: made.id, state: 0 }));
    await check("tasks.get(shortId, 'shortId')", () => api.tasks.get(made.shortId, 'shortId'), has({ id: made.id }));
    await check('tasks.update', () => api.tasks.update(made.id, { notes: 'Order 333' }), has({ notes: 'Order 333' }));
    await check('tasks.matchMetadata', () => api.tasks.matchMetadata([gate]), listed(made));
    const copy = await check('tasks.clone', () => api.tasks.clone(made.id), has({ sourceTaskId: made.id, notes: 'Order 333' }));
    await check('tasks.deleteOne', () => api.tasks.deleteOne(copy.id), gone);
    await refused('tasks.get(gone)', () => api.tasks.get(copy.id));
    const batch = { tasks: [{ destination: place, notes: 'one' }, { notes: 'nowhere' }, { destination: place, notes: 'two' }] };
    const notes = (tasks) => tasks.map((each) => each.notes);
    await check('tasks.batchCreate', () => api.tasks.batchCreate(batch), (r) => same(notes(r.tasks), ['one', 'two']) && r.errors[0].error.error === 1000);
    const job = await check('tasks.batchCreateAsync', () => api.tasks.batchCreateAsync(batch), has({ status: 'pending' }));
    for (let i = 0; i < 50 && (await api.tasks.getBatch(job.jobId)).status === 'pending'; i += 1) {
      await new Promise((done) => setTimeout(done, 100));
    }
    await check('tasks.getBatch', () => api.tasks.getBatch(job.jobId), (r) => r.status === 'completedWithErrors' && same(notes(r.newTasks), ['one', 'two']));
    const wish = { tasks: [made.id], options: { mode: 'load', teams: [(await newTeam()).id] } };
    await check('tasks.autoAssign', () => api.tasks.autoAssign(wish), has({ assignedTasksCount: 0 }));
    const worker = await newWorker(await newTeam());
    const given = await newTask({ container: { type: 'WORKER', worker: worker.id } });
    await check('tasks.forceComplete', () => api.tasks.forceComplete(given.id, { completionDetails: { success: true, notes: 'Done' } }), gone);
    await check('tasks.get(completed)', () => api.tasks.get(given.id), (r) => r.state === 3 && r.completionDetails.success);
  },

  async routeplan() {
    const task = await newTask();
    const other = await newTask();
    const draft = { name: named('Plan'), startTime: 4000000000000, tasks: [task.id] };
    const made = await check('routeplan.create', () => api.routeplan.create(draft), (r) => r.name === draft.name && holding(task)(r));
    await check('routeplan.get()', () => api.routeplan.get(), listed(made));
    await check('routeplan.get(query)', () => api.routeplan.get({ hasTasks: true }), listed(made));
    await check('routeplan.get(id)', () => api.routeplan.get(made.id), has({ id: made.id, state: 'PENDING' }));
    await check('routeplan.addTasksToRoutePlan', () => api.routeplan.addTasksToRoutePlan(made.id, { tasks: [other.id] }), holding(task, other));
    const worker = await newWorker(await newTeam());
    await check('routeplan.update', () => api.routeplan.update(made.id, { worker: worker.id }), has({ worker: worker.id }));
    await check('tasks.get(on a plan)', () => api.tasks.get(other.id), has({ routePlan: made.id, worker: worker.id }));
    await check('routeplan.deleteOne', () => api.routeplan.deleteOne(made.id), gone);
    await refused('routeplan.get(gone)', () => api.routeplan.get(made.id));
  },
};

for (const [name, group] of Object.entries(groups)) {
  if (!only || only === name) {
    await group();
  }
}
if (!only) {
  // All that the client can do, as it says itself.
  const methods = Object.keys(api.resources)
    .map((name) => name.toLowerCase())
    .flatMap((name) => Object.keys(api[name]).filter((each) => typeof api[name][each] === 'function').map((each) => `${name}.${each}`));
  const missing = methods.filter((each) => !called.has(each));
  say('every method was called', missing.length === 0 && methods.length > 60, `${methods.length} methods, missing: ${missing.join(', ')}`);
}
process.exit(failures > 0 ? 1 : 0);

// What the errors of the unmodified client @onfleet/node-onfleet 1.3.3 say, whose error classes work.
//
// Usage: onfleet_errors.cjs ORIGIN API_KEY RECEIVER. Prints lines as onfleet_calls.mjs does.

const { createRequire } = require('node:module');

const [origin, key, receiver] = process.argv.slice(2);
const loaded = createRequire(`${process.cwd()}/`)('onfleet-1-3-3');
const Onfleet = loaded.default ?? loaded;
const api = new Onfleet(key, 70000, null, origin);
const unknown = 'ab*dEFghijklmnopqrst~vwx';
let failures = 0;

async function refused(call, work, name, number) {
  let ok = false;
  let result;
  try {
    result = JSON.stringify(await work()) ?? 'undefined';
  } catch (error) {
    ok = error.name === name && error.status === number && Boolean(error.request);
    result = `${error.name} ${error.status}`;
  }
  console.log(JSON.stringify({ call, ok, result: result.slice(0, 160) }));
  failures += ok ? 0 : 1;
}

(async () => {
  await refused('organization.get(foreign)', () => api.organization.get(unknown), 'PermissionError', 1103);
  await refused('admins.deleteOne(unknown)', () => api.admins.deleteOne(unknown), 'HttpError', 1402);
  await refused('admins.create(nothing)', () => api.admins.create({}), 'HttpError', 1000);
  await refused('webhooks.create(silent)', () => api.webhooks.create({ url: `${receiver}/other`, trigger: 3 }), 'HttpError', 1008);
  await refused('tasks.get(unknown)', () => api.tasks.get(unknown), 'HttpError', 1402);
  await refused('tasks.create(nowhere)', () => api.tasks.create({ notes: 'Where?' }), 'HttpError', 1000);
  await refused('tasks.getBatch(unknown)', () => api.tasks.getBatch(unknown), 'HttpError', 1402);
  await refused('workers.get(unknown)', () => api.workers.get(unknown), 'HttpError', 1402);
  await refused('recipients.create(no phone)', () => api.recipients.create({ name: 'Ada' }), 'HttpError', 1000);
  const team = await api.teams.create({ name: `Team ${Date.now()}`, workers: [], managers: [] });
  await refused('teams.autoDispatch', () => api.teams.autoDispatch(team.id, {}), 'ServiceError', 2501);
  const stranger = new Onfleet('0'.repeat(32), 70000, null, origin);
  await refused('organization.get(stranger)', () => stranger.organization.get(), 'PermissionError', 1102);
  process.exit(failures > 0 ? 1 : 0);
})();

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

function say(call, ok, result) {
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
};

for (const [name, group] of Object.entries(groups)) {
  if (!only || only === name) {
    await group();
  }
}
process.exit(failures > 0 ? 1 : 0);

// What the page's own model says of its parameters, observables, rules and sources is what the program says, field by
// field: both are written from one list (`tumen info results`).
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { needsProgram, smallCity, startEngine, tumen } from './support/explorer.mjs';

let about;
let kinds;
const asked = (...words) => JSON.parse(tumen('.', ...words, '--json'));

before(async () => {
  const engine = await startEngine();
  about = engine.answer({ kind: 'describe' });
  const run = engine.answer({ kind: 'drawn', spec: { text: smallCity, overrides: '' }, seed: '1', replicate: 1, known: {} });
  about.headlines = run.headlines;
  kinds = new Map(asked('info', 'results').results.map((one) => [one.name, one]));
});

/** Where the explorer has them: a list of the model's description. */
const rowsOf = (kind) => about[kind.explorer.replace('[]', '')];

test('every kind that the explorer has is there, with the fields of its list and no other', needsProgram, () => {
  const told = [...kinds.values()].filter(({ explorer }) => explorer !== '');
  assert.deepEqual(
    told.map(({ name }) => name).sort(),
    ['event kind', 'headline of a play', 'observable', 'parameter', 'rival rule', 'source'],
  );
  for (const kind of told) {
    const fields = kind.fields.filter(({ page }) => page !== null).map(({ name }) => name);
    const rows = rowsOf(kind);
    assert.ok(rows.length > 0, kind.name);
    for (const row of rows) assert.deepEqual(Object.keys(row), fields, kind.name);
  }
});

test('words are those of the list', needsProgram, () => {
  for (const kind of kinds.values()) {
    if (kind.explorer === '') continue;
    for (const { name, words } of kind.fields.filter((one) => one.words)) {
      for (const row of rowsOf(kind)) assert.ok(words.includes(row[name]), `${kind.name}.${name}: ${row[name]}`);
    }
  }
});

for (const [name, key, ...words] of [
  ['parameter', 'parameters', 'info', 'parameters'],
  ['observable', 'observables', 'info', 'observables'],
  ['rival rule', 'rules', 'info', 'rules'],
  ['source', 'sources', 'evidence', 'list', 'sources'],
]) {
  test(`what the explorer says of a ${name} is what the program says, word by word`, needsProgram, () => {
    const said = asked(...words);
    const rows = (Array.isArray(said) ? said : said[key]).filter((row) => !('sum_of' in row));
    assert.deepEqual(rowsOf(kinds.get(name)), rows);
  });
}

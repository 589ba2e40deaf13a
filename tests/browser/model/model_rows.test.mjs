// What the page's own model says of its parameters, observables, rules and sources is what the program says, field by
// field: both are written from one list (`tumen info results`).
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { needsProgram, smallCity, startEngine, tumen } from '../support/explorer.mjs';

let engine;
let about;
let kinds;
const asked = (...words) => JSON.parse(tumen('.', ...words, '--json'));

before(async () => {
  engine = await startEngine();
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
  test(`rows of the explorer are those of the program, word by word: ${name}`, needsProgram, () => {
    const said = asked(...words);
    const rows = (Array.isArray(said) ? said : said[key]).filter((row) => !('sum_of' in row));
    assert.deepEqual(rowsOf(kinds.get(name)), rows);
  });
}

test('a number of ones own, named by a scenario, is told in the explorer as by the program', needsProgram, () => {
  const text = smallCity.replace('title =', 'name = "small"\ntitle =');
  const own = '\n[[headline]]\nid = "fee_at_last"\nlabel = "Fee at last"\nunit = "share"\nstatistic = "mean(fee, during[-7:-1])"\n';
  const folder = mkdtempSync(join(tmpdir(), 'tumen-own-'));
  try {
    writeFileSync(join(folder, 'small.toml'), text + own);
    const said = JSON.parse(tumen(folder, 'run', 'small.toml', '--replicates', '1', '--seed', '5', '--json'));
    const wanted = said.headlines.find(({ id }) => id === 'fee_at_last');
    const spec = { text: text + own, overrides: '' };
    const { headlines } = engine.answer({ kind: 'drawn', spec, seed: '5', replicate: 1, known: {} });
    const told = headlines.find(({ id }) => id === 'fee_at_last');
    assert.deepEqual([told.label, told.unit, told.value], [wanted.label, wanted.unit, wanted.mean]);
    assert.ok(told.value > 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

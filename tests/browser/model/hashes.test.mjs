// The model in the page is the model of the program: state hashes are the same, bit for bit. The table of
// docs/explorer.md has them too; where results change on purpose, TUMEN_UPDATE=1 writes it anew.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nativeHashes, needsProgram, startEngine } from '../support/explorer.mjs';

const replicates = 2;
/** Twenty-four million people do not fit into a page. */
const tooBig = new Set(['nation']);

const explorerDocs = new URL('../../../docs/explorer.md', import.meta.url);

let engine;
let folder;

before(async () => {
  engine = await startEngine();
  folder = mkdtempSync(join(tmpdir(), 'tumen-hashes-'));
});

after(() => rmSync(folder, { recursive: true, force: true }));

function wasmHashes(spec, seed = '1') {
  const hashes = [];
  for (let replicate = 1; replicate <= replicates; replicate += 1) {
    hashes.push(engine.answer({ kind: 'replicate', spec, seed, replicate }).hash);
  }
  return hashes;
}

/** The table of the documentation, or the text with another one. */
function documented(rows) {
  const text = readFileSync(explorerDocs, 'utf8');
  const table = /(\| scenario \| state hash[^\n]*\n\| --- \| --- \|\n)((?:\|[^\n]*\n)*)/;
  if (process.env.TUMEN_UPDATE) writeFileSync(explorerDocs, text.replace(table, `$1${rows}`));
  return readFileSync(explorerDocs, 'utf8').match(table)?.[2];
}

test('every scenario that fits gives the state hashes of the program', needsProgram, () => {
  const { scenarios } = engine.answer({ kind: 'describe' });
  const names = scenarios.filter((name) => !tooBig.has(name));
  assert.ok(names.length >= 10);
  let rows = '';
  for (const name of names) {
    const native = nativeHashes(folder, name, String(replicates));
    const wasm = wasmHashes({ text: name, overrides: '' });
    console.log(`${name.padEnd(18)} native ${native[0]}  wasm ${wasm[0]}  ${native[0] === wasm[0]}`);
    assert.equal(native.length, replicates);
    assert.deepEqual(wasm, native, name);
    rows += `| ${name} | \`${native[0]}\` |\n`;
  }
  assert.equal(documented(rows), rows, 'docs/explorer.md is out of date: TUMEN_UPDATE=1 writes it');
});

test('another seed and other values give other hashes, the same on both sides', needsProgram, () => {
  const more = ['--seed', '12345678901', '--set', 'fee_base=0.3', '--set', 'rules.trust=fixed'];
  const native = nativeHashes(folder, 'hyesan-handin', String(replicates), ...more);
  const spec = { text: 'hyesan-handin', overrides: 'fee_base=0.3\nrules.trust=fixed' };
  assert.deepEqual(wasmHashes(spec, '12345678901'), native);
  assert.notDeepEqual(wasmHashes({ ...spec, overrides: '' }, '12345678901'), native);
});

test('looking into a household and at wards changes no bit of the run', () => {
  const spec = { text: 'hyesan-handin', overrides: '' };
  const where = { spec, seed: '1', replicate: 1, city: 0 };
  const wards = engine.answer({ kind: 'wards', ...where });
  const households = engine.answer({ kind: 'households', ...where, ward: 2 });
  const broker = households.find(({ role }) => role === 'broker');
  const diary = engine.answer({ kind: 'diary', ...where, household: broker.household });
  assert.equal(diary.hash, wards.hash);
  assert.ok(diary.entries.length > 10);
  const drawn = diary.entries.filter(({ probability, drawn: u }) => probability && u !== undefined);
  assert.ok(drawn.every(({ drawn: u }) => u >= 0 && u < 1));
});

test('the wards of a day add up to the city', () => {
  const spec = { text: 'hyesan-handin', overrides: '' };
  const run = engine.answer({ kind: 'wards', spec, seed: '1', replicate: 1, city: 0 });
  const { observables } = engine.answer({ kind: 'describe' });
  const width = observables.length;
  observables.forEach(({ name: id, measure: kind, unit }, column) => {
    if (kind === 'level' || unit === 'CNY') return;
    for (const day of [0, 60, run.days - 1]) {
      let sum = 0;
      for (let ward = 0; ward < run.wards; ward += 1) {
        sum += run.byWard[(day * run.wards + ward) * width + column];
      }
      assert.equal(sum, run.city[day * width + column], `${id} on day ${day}`);
    }
  });
});

test('what cannot be played is said with its reason, and the model goes on', () => {
  const bad = engine.answer({ kind: 'load', spec: { text: 'nowhere', overrides: '' } });
  assert.ok(bad.errors[0].text.includes('nowhere'));
  const wrong = { text: 'hyesan-handin', overrides: 'warmup=0.5' };
  assert.match(engine.answer({ kind: 'load', spec: wrong }).errors[0].text, /whole number/);
  assert.throws(() => engine.answer({ kind: 'replicate', spec: wrong, seed: '1', replicate: 1 }));
  assert.equal(wasmHashes({ text: 'hyesan-handin', overrides: '' }).length, replicates);
});

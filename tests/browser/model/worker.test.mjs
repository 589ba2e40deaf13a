// The worker of the page's model without a page: what it does after a model that gave up.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { smallCity, wasmBytes } from '../support/explorer.mjs';

const root = new URL('../../../', import.meta.url);
const small = { text: smallCity, overrides: '' };
let answers;
let begun = 0;
const instantiate = WebAssembly.instantiate;

before(async () => {
  const { build } = createRequire(new URL('web/package.json', root))('esbuild');
  const folder = mkdtempSync(join(tmpdir(), 'tumen-worker-'));
  const outfile = join(folder, 'worker.mjs');
  const entry = fileURLToPath(new URL('web/src/explore/model/worker.ts', root));
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', logLevel: 'warning' });
  globalThis.self = { postMessage: (answer) => answers(answer) };
  WebAssembly.instantiate = (...words) => {
    begun += 1;
    return instantiate(...words);
  };
  await import(outfile);
  rmSync(folder, { recursive: true });
  globalThis.self.onmessage({ data: { module: await WebAssembly.compile(wasmBytes()) } });
});

after(() => {
  WebAssembly.instantiate = instantiate;
});

function ask(job) {
  return new Promise((resolve) => {
    answers = resolve;
    globalThis.self.onmessage({ data: { id: 1, job } });
  });
}

const play = { kind: 'replicate', spec: small, seed: '1', replicate: 1 };

test('a refusal leaves the model as it is', async () => {
  const { problem } = await ask({ ...play, spec: { ...small, overrides: 'no_such_number=1' } });
  assert.match(problem, /no_such_number/);
  assert.equal(begun, 1);
});

test('after a failure the model begins anew and plays the same', async () => {
  const { answer } = await ask(play);
  assert.match((await ask({ ...play, seed: 'no number' })).problem, /BigInt/);
  assert.equal(begun, 2);
  assert.equal((await ask(play)).answer.hash, answer.hash);
});

test('what is too big for a page is refused before anything of it is played', async () => {
  const big = { ...small, text: smallCity.replace('10000', '30000000') };
  const { answer } = await ask({ kind: 'load', spec: big });
  assert.match(answer.errors[0].problem, /30,000,000 residents over .* too big for a page/);
  assert.match((await ask({ ...play, spec: big })).problem, /too big for a page/);
  assert.equal(begun, 2);
});

test('a setting that was sent before need not be sent again, and another one takes its place', async () => {
  const drawn = (spec, seed = '1') => ask({ kind: 'drawn', spec, seed, replicate: 1, known: {} });
  const other = { ...small, overrides: 'promise_breach=0.3' };
  const first = await drawn(small);
  assert.ok(first.answer.hash, JSON.stringify(first));
  const second = await drawn(other);
  assert.notEqual(second.answer.hash, first.answer.hash);
  const again = (await drawn(null)).answer;
  assert.equal(again.hash, second.answer.hash);
  assert.equal((await drawn(small)).answer.hash, first.answer.hash);
});

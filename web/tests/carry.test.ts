// What the build puts into the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
// @ts-expect-error Plain JavaScript, used by the build.
import { packedModel, submodels } from '../scripts/carry.mjs';

test('without the model the build says what to run', () => {
  assert.throws(() => packedModel('/nowhere/tumen.wasm'), /Run: make wasm/);
});

test('the rules of the description are found by the names that the model uses', () => {
  // npm runs the tests in web/.
  const description = readFileSync('../docs/model.md', 'utf8');
  const rules = submodels(description).map(({ rule }: { rule: string }) => rule);
  for (const rule of ['drift', 'contact', 'acquisition', 'remittance', 'calling', 'noticing'])
    assert.ok(rules.includes(rule), rule);
  for (const rule of ['reporting', 'following', 'hand_in', 'oath', 'punishment', 'news'])
    assert.ok(rules.includes(rule), rule);
  assert.throws(() => submodels('# Nothing'), /no section/);
});

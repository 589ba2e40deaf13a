// What was heard weighs the plays that are there, as `tumen given` does (tests/unit/belief/given_test.cpp).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hear, weightedRange } from '../src/doubt/heard';
import type { HeadlineValue } from '../src/explore/model/wire';
import { linkOf, stateOf } from '../src/explore/data/link';

const play = (arrested: number | null): HeadlineValue[] => [
  { id: 'other', label: 'Other', unit: '', side: 'other', smallest: 0, value: 1, explanation: '' },
  { id: 'arrested', label: 'People arrested', unit: 'people', side: 'other', smallest: 0, value: arrested, explanation: '' },
];
const hundred = Array.from({ length: 100 }, (_, i) => play(i));

test('a band holds what was heard with 90 in 100: at its ends a play counts as the normal density there', () => {
  const { weights, inside, effective } = hear({ id: 'arrested', low: 40, high: 60 }, hundred);
  assert.equal(inside, 21);
  const ratio = (at: number) => (weights[at] ?? 0) / (weights[50] ?? 1);
  assert.ok(Math.abs(ratio(60) - Math.exp(-(1.6448536269514722 ** 2) / 2)) < 1e-12);
  assert.ok(Math.abs(ratio(40) - ratio(60)) < 1e-12);
  assert.ok(Math.abs(weights.reduce((a, b) => a + b, 0) - 1) < 1e-12);
  // Values one apart under a normal of spread s are worth 2 s sqrt(pi) of them.
  assert.ok(Math.abs(effective - 2 * (10 / 1.6448536269514722) * Math.sqrt(Math.PI)) < 0.01);
});

test('who was far away counts for nothing, and so does a play that failed or has no number', () => {
  const { weights, inside, plays } = hear({ id: 'arrested', low: 10, high: 12 }, [play(11), null, play(null), play(40), play(11)]);
  assert.deepEqual(weights, [0.5, 0, 0, 0, 0.5]);
  assert.equal(inside, 2);
  assert.equal(plays, 5);
  const nobody = hear({ id: 'arrested', low: 500, high: 600 }, hundred);
  assert.equal(nobody.inside, 0);
  assert.equal(nobody.effective, 0);
  assert.ok(nobody.weights.every((one) => one === 0));
});

test('a weighted range is of values that are there', () => {
  const values = [5, 1, Number.NaN, 3, Infinity];
  assert.deepEqual(weightedRange(values, [1, 1, 9, 1, 0]), { lo: 1, middle: 3, hi: 5 });
  assert.deepEqual(weightedRange(values, [0, 0, 1, 0, 0]), null);
  assert.equal(weightedRange(values, [0.2, 0.2, 0.2, 0.2, 0.2])?.hi, Infinity);
});

test('a link that names no headline by an id, or no band, has heard nothing', () => {
  const first = (heard: unknown) => ({ story: 'lost', ordinal: 0, known: {}, heard });
  const link = (heard: unknown) => linkOf({ base: { name: 'hyesan-handin' }, seed: '1', compare: 'alone', a: {}, b: {}, first: first(heard) } as never);
  assert.deepEqual(stateOf(link({ id: 'arrested', low: 1, high: 2 }))?.first.heard, { id: 'arrested', low: 1, high: 2 });
  for (const wrong of [null, { id: '<b>', low: 1, high: 2 }, { id: 'arrested', low: '1', high: 2 }, { id: 'arrested', low: 1 }, 7])
    assert.equal(stateOf(link(wrong))?.first.heard, null);
});

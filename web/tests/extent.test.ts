import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extent } from '../src/figures/extent';

test('values that differ need no range of their own', () => {
  assert.deepEqual(extent([1, 2], false), {});
  assert.deepEqual(extent([3, 3], true), {}, 'from zero there is one');
});

test('values that are all the same get one unit about them', () => {
  assert.deepEqual(extent([0, 0, 0], true), { domain: [0, 1] });
  assert.deepEqual(extent([0, 0], false), { domain: [0, 1] });
  assert.deepEqual(extent([7, 7], false), { domain: [6.5, 7.5] });
});

test('what is not a number has no place on an axis', () => {
  assert.deepEqual(extent([Number.NaN, 0], true), { domain: [0, 1] });
  assert.deepEqual(extent([Number.NaN], false), {});
});

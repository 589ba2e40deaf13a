// A paired difference in words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords } from '../src/data/differences';
import type { Difference } from '../src/data/types';

const higher: Difference = {
  other: 'hyesan-lockdown',
  id: 'handed_in',
  label: 'Phones handed in',
  unit: 'phones',
  mean: 12,
  lo: 8,
  hi: 16,
  sign: 'certainly higher',
  correlation: 0.9,
  variance_reduction: 8,
};
const said = (change: Partial<Difference>) => inWords({ ...higher, ...change }, 'hyesan-handin');

test('the words say in which of the two it is higher, where that is certain', () => {
  assert.equal(said({}), 'Higher in hyesan-lockdown than in hyesan-handin.');
  const lower = { mean: -12, lo: -16, hi: -8, sign: 'certainly lower' };
  assert.equal(said(lower), 'Lower in hyesan-lockdown than in hyesan-handin.');
  assert.match(said({ lo: -1, sign: 'not yet certain' }), /^More runs are needed/);
});

test('they say no number and no unit again', () => {
  for (const unit of ['phones', 'people', 'share', '1', 'CNY']) {
    assert.equal(said({ unit }), said({}));
  }
  assert.doesNotMatch(said({ lo: -1, sign: 'not yet certain' }), /\d|phones/);
});

test('where all pairs agree there is nothing to be certain of', () => {
  const none = { mean: 0, lo: 0, hi: 0, sign: 'no difference' };
  assert.equal(said({ ...none, correlation: 1, variance_reduction: null }), 'The same in every pair of runs.');
  assert.equal(said({ mean: null, lo: null, hi: null }), 'not defined');
});

test('shared luck that did not help is said, one that could not is not', () => {
  assert.match(said({ correlation: -0.01, variance_reduction: 0.99 }), /luck did not help here/);
  assert.doesNotMatch(said({ correlation: null, variance_reduction: 1 }), /luck/);
});

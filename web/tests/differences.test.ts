// What stands beside a paired difference.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpOfLuck, isTold } from '../src/data/differences';
import type { Difference } from '../src/data/rows';

const higher: Difference = {
  scenario: 'hyesan-lockdown',
  id: 'handed_in',
  label: 'Phones handed in',
  unit: 'phones',
  pairs: 16,
  base: 30,
  other: 42,
  difference: 12,
  low: 8,
  high: 16,
  interval: 't',
  sign: 'higher',
  told: 'higher on average, and in 15 of 16 plays',
  above: 15,
  below: 1,
  correlation: 0.9,
  variance_reduction: 8,
};
const said = (change: Partial<Difference>) => helpOfLuck({ ...higher, ...change });

test('a sign is told where the program says in how many plays it is so', () => {
  assert.ok(isTold(higher));
  assert.ok(isTold({ told: 'lower in all 300 plays, under every rule' }));
  for (const told of ['cannot be told: higher in 5 of 9 plays, lower in 4 of 9 plays', 'too few plays to tell', 'the same in all 9 plays'])
    assert.equal(isTold({ told }), false, told);
});

test('shared luck that did not help is said, one that could not is not', () => {
  assert.match(said({ correlation: -0.01, variance_reduction: 0.99 }), /luck did not help here/);
  assert.equal(said({ correlation: null, variance_reduction: 1 }), '');
  assert.equal(said({}), '');
});

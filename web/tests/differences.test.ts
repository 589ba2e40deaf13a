// What stands beside a paired difference.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpOfLuck, isTold } from '../src/data/differences';
import type { Difference, DifferenceOfPlays } from '../src/data/rows';
import { verdictOf, withSigns } from '../src/first/compare_screen';
import { between } from '../src/data/gaps';
import { luckText } from '../src/sections/differences';

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

const { correlation: _, variance_reduction: __, ...shared } = higher;
const ofPlays = { ...shared, correlation: null, variance_reduction: null, unit: 'share', draws: 96, plays: 128, luck_low: -0.07, luck_high: 0.039 } as unknown as DifferenceOfPlays;

test('beside a difference of plays stands what luck alone does, and of shares it is in percentage points', () => {
  assert.equal(luckText(ofPlays), '\u22127.0 to 3.9 percentage points');
  assert.equal(between(-0.214, 0.08, 'share'), '\u221221.4 to 8.0 percentage points');
  assert.equal(between(-30, -1, 'phones'), '\u221230 to \u22121');
  assert.match(luckText(higher), /correlation 0\.9/);
});

test('the first screen of a comparison tells no other sign than the table below it', () => {
  const spread = { lo: -19, middle: -2, hi: 1, dots: [], plays: 128 };
  const row = { row: 'changed' as const, id: 'stopped', unit: 'people', a: 12, b: 8, spread, fewer: 0.71, more: 0.06 };
  const told = (sign: DifferenceOfPlays['sign'], some = row) => {
    const differences = [{ ...ofPlays, scenario: 'b', id: 'stopped', sign }];
    const [signed] = withSigns({ name: 'b', rows: [some] }, differences);
    return signed && verdictOf(signed);
  };
  assert.deepEqual(told('lower'), { kind: 'both', text: '19 fewer to 1 more', plays: 'more in 6 of 100 plays, fewer in 71' });
  assert.equal(told('cannot be told')?.kind, 'cannot');
  const below = { ...row, spread: { ...spread, hi: 0 }, fewer: 0.15, more: 0 };
  assert.equal(told('cannot be told', below)?.kind, 'cannot', 'fewer in 15 of 100 plays tells nothing');
  assert.equal(told('lower', below)?.kind, 'fewer');
  assert.equal(verdictOf(row).kind, 'cannot', 'plays of luck alone go by nine in ten');
});

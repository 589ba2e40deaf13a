// What a page shows is computed again from its runs, by hand in the small.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../src/data/types';
import type { HeadlineValue, Observable, Replicate } from '../src/explore/model/wire';
import { recompute, tolerance } from '../src/verify/recompute';

const plain = { unit: '', type: 'float64', rule: '', measure: 'stock', explanation: '' } as const;
const columns: Observable[] = ['a', 'b'].map((name) => ({ name, label: name, ...plain }));

/** Two days of one city: a and b on each. */
function run(replicate: number, days: number[], handedIn: number): Replicate {
  const headline: HeadlineValue = { id: 'handed_in', label: '', unit: '', side: 'official', smallest: 0, value: handedIn, explanation: '' };
  return { replicate, hash: '', cities: [Float64Array.from(days)], headlines: [headline] };
}

// Sums of a and b: 3 and 7; 5 and 9; 7 and 11. Their medians: 5 and 9; running totals: 3, 10; 5, 14; 7, 18.
const runs = [run(1, [1, 2, 3, 4], 10), run(2, [2, 3, 4, 5], 20), run(3, [3, 4, 5, 6], 30)];

function report(): Report {
  const band = { q05: [3.2, 7.2], q25: [4, 8], q50: [5, 9], q75: [6, 10], q95: [6.8, 10.8] };
  const total = { q05: [3.2, 10.4], q25: [4, 12], q50: [5, 14], q75: [6, 16], q95: [6.8, 17.6] };
  return {
    cities: [{ name: 'c', label: 'C', residents: 1, adults_median: 1 }],
    observables: [
      { id: 'both', label: 'Both', ...plain, of: ['a', 'b'], taken: 'daily' },
      { id: 'so-far', label: 'So far', ...plain, of: ['a', 'b'], taken: 'running total' },
    ],
    series: [
      { city: 'c', observable: 'both', ...band },
      { city: 'c', observable: 'so-far', ...total },
    ],
    official: [{ id: 'handed_in', label: 'Phones handed in', unit: 'phones', median: 20, q05: 11, q95: 29, explanation: '' }],
    changed: [],
    other: [],
    answer: ['In the median of 3 runs officers counted 20 (11 to 29) phones.'],
    events: [],
    ratio: null,
    sweep: null,
    sensitivity: null,
  } as unknown as Report;
}

test('a page that shows what its runs come to has nothing that differs', () => {
  assert.deepEqual(recompute(report(), runs, columns), []);
});

test('a band that was changed is named with its city and day', () => {
  const changed = report();
  changed.series[1]!.q50[1] = 140;
  const [finding, ...others] = recompute(changed, runs, columns);
  assert.deepEqual(finding, { kind: 'band', label: 'So far', city: 'c', at: 1, shown: '140', made: '14' });
  assert.deepEqual(others, []);
});

test('a number of a table that was changed is named, and that nothing comes to a number in a sentence', () => {
  const changed = report();
  changed.official[0]!.median = 40;
  changed.answer[0] = changed.answer[0]!.replace('20', '920');
  const found = recompute(changed, runs, columns);
  assert.deepEqual(
    found.map(({ kind, shown, made }) => [kind, shown, made]),
    [['table', '40', '20'], ['sentence', '920', '']],
  );
});

test('a number in a sentence may be rounded as it is written', () => {
  assert.equal(tolerance('1,200'), 50);
  assert.equal(tolerance('12'), 0.5);
  assert.equal(tolerance('0.05'), 0.005);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverOf, toCsv } from '../src/data/csv';
import { fileName, oneLine, slug } from '../src/data/names';
import { cellsOf, csvOf, estimatesOf, inList } from '../src/data/row_csv';
import { estimateColumns, estimateFields, rankedFactorColumns, screenedFactorColumns } from '../src/data/rows';

test('CSV quotes what would break a row', () => {
  const text = toCsv(
    ['a', 'b'],
    [
      ['x,y', 'say "no"'],
      ['two\nlines', 'plain'],
    ],
  );
  assert.equal(text, 'a,b\r\n"x,y","say ""no"""\r\n"two\nlines",plain\r\n');
});

test('CSV keeps every digit of a number and leaves empty what is not defined', () => {
  assert.equal(
    toCsv(['v'], [[0.1 + 0.2], [-3], [null], [Number.NaN]]),
    'v\r\n0.30000000000000004\r\n-3\r\n\r\n\r\n',
  );
});

test('a text cannot become a formula in a spreadsheet', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '\tx']) {
    assert.equal(toCsv(['v'], [[text]]), `v\r\n'${text}\r\n`);
  }
  assert.equal(toCsv(['v'], [['=a,"b"']]), 'v\r\n"\'=a,""b"""\r\n');
});

test('names of files hold letters, digits and hyphens only', () => {
  assert.equal(slug('../../Hyesan: <script>'), 'hyesan-script');
  assert.equal(slug('\u202e\ud83d\ude00'), 'untitled');
  assert.equal(slug('x'.repeat(10_000)).length, 60);
  assert.equal(fileName(['hyesan-handin', 'fee', ''], 'csv'), 'tumen-hyesan-handin-fee.csv');
});

test('one line holds no mark that turns text around, no control sign, and not too much', () => {
  assert.equal(oneLine('a\u202eb\u2066c\u0000d\n  e', 50), 'abcd e');
  assert.equal(oneLine('abcdef', 4), 'abc\u2026');
  assert.equal(Array.from(oneLine('\ud83d\ude00'.repeat(9), 4)).length, 4);
});

const columns = [
  { name: 'id', unit: '', at: ['id'] },
  { name: 'unit', unit: '', at: ['unit'] },
  { name: 'share_low', unit: '1', at: ['share_interval', 0] },
  { name: 'share_high', unit: '1', at: ['share_interval', 1] },
  { name: 'mu', unit: 'row', at: ['mu', 'value'] },
  { name: 'mu_lo', unit: 'row', at: ['mu', 'lo'] },
  { name: 'sources', unit: '', at: ['sources'] },
  { name: 'worse', unit: '', at: ['worse'] },
];
const row = {
  id: 'N2',
  unit: 'share',
  share_interval: [0.25, null],
  mu: { value: 3, lo: 1 },
  sources: ['s-1', 's-2'],
  worse: false,
};

test('rows are tables by the columns of their list: two ends, a row in a row, several texts, nothing', () => {
  const bare = { id: 'N3', unit: '1', share_interval: null, mu: null, sources: ['two words', 'one'], worse: true };
  const table = csvOf(columns, [row, bare]);
  assert.deepEqual(table.columns, ['id', 'unit', 'share_low', 'share_high', 'mu', 'mu_lo', 'sources', 'worse']);
  assert.deepEqual(table.rows, [
    ['N2', 'share', 0.25, null, 3, 1, 's-1 s-2', 'false'],
    ['N3', '1', null, null, null, null, 'two words; one', 'true'],
  ]);
  assert.equal(table.units, 'Units: share_low 1; share_high 1; mu as in the column unit; mu_lo as in the column unit.');
  assert.match(toCsv(['a'], [], coverOf('Title', 'tumen', table.units)), /^# Title\r\n# tumen\r\n# Units: share_low 1;/);
});

test('estimates are a row each where there are any', () => {
  assert.deepEqual(estimatesOf(screenedFactorColumns, { name: 'fee_base', strength: { value: 2, lo: 1, hi: 3 }, mu: null }), [
    { measure: 'strength', cells: [2, 1, 3] },
  ]);
  const measures = new Set(rankedFactorColumns.filter(({ at }) => at.length > 1).map(({ at }) => at[0]));
  assert.deepEqual([...measures], ['strength', 'total', 'first']);
});

test('a row that is a list of values has the same columns', () => {
  const values = estimateFields.map((name) => ({ n: 4, mean: 0.5, low: 0.25, high: null })[name as 'n'] ?? null);
  assert.deepEqual(cellsOf(inList(estimateColumns, estimateFields), values), [4, 0.5, 0.25, null]);
  assert.deepEqual(cellsOf(inList(estimateColumns, estimateFields), null), [null, null, null, null]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from '../src/data/csv';
import { fileName, oneLine, slug } from '../src/data/names';

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

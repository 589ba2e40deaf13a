// Shares of a hundred, by the cases that the program's test reads too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ofHundred, partsOfHundred } from '../src/data/hundred';

const lines = readFileSync('../tests/support/hundred_cases.txt', 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

test('the page rounds shares as the program does', () => {
  for (const line of lines) {
    const [asked = '', came = ''] = line.split(' = ');
    const [kind, ...shares] = asked.split(' ');
    const given = shares.map(Number);
    assert.deepEqual(kind === 'of' ? given.map(ofHundred) : partsOfHundred(given), came.split(' ').map(Number), line);
  }
  assert.ok(lines.length > 20);
});

test('a share and what it leaves add up to a hundred', () => {
  for (const plays of [3, 8, 40, 200, 300, 1000]) {
    for (let some = 0; some <= plays; some += 1) assert.equal(ofHundred(some / plays) + ofHundred((plays - some) / plays), 100);
  }
});

// Shares of a hundred, by the cases that the program's test reads too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chanceOfHundred, ofHundred, partsOfHundred } from '../src/data/hundred';

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

test('a chance that is not certain is never 100 in 100, nor 0', () => {
  assert.deepEqual([0, 0.004, 0.35, 0.937, 0.996, 0.99996, 1].map(chanceOfHundred), [0, 0.4, 35, 94, 99.6, 99.996, 100]);
});

test('a share and what it leaves add up to a hundred', () => {
  for (const plays of [3, 8, 40, 200, 300, 1000]) {
    for (let some = 0; some <= plays; some += 1) assert.equal(ofHundred(some / plays) + ofHundred((plays - some) / plays), 100);
  }
});

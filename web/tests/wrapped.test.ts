// Names that have less room than they need.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '../src/figures/svg';
import { wrapped } from '../src/figures/wrapped';

test('a name without room is wrapped between words, and cut at the end alone', () => {
  assert.equal(wrapped('Chance that a call is picked up', 10, 400, 2), 'Chance that a call is picked up');
  const lines = wrapped('Adults of the role who hold a working foreign phone (family)', 13, 150, 2).split('\n');
  assert.equal(lines.length, 2);
  assert.ok(lines.every((line) => textWidth(line, 13) <= 150), lines.join('/'));
  assert.match(lines[1]!, /\u2026$/);
  assert.doesNotMatch(lines[0]!, /\u2026/);
});

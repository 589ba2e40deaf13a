import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
// @ts-expect-error Plain JavaScript, used by the build.
import { noticesComment, pageNotices } from '../scripts/notices.mjs';

/** What d3-dsv brings for its command line, which no page holds. */
const ofCommandLines = new Set(['commander', 'iconv-lite', 'rw', 'safer-buffer']);

/** A package and all that it brings, by name. */
function brought(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name) || ofCommandLines.has(name)) return found;
  found.add(name);
  const { dependencies = {} } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  for (const other of Object.keys(dependencies)) brought(other, found);
  return found;
}

test('the notices name every library that the page can hold', () => {
  const notices: string = pageNotices();
  const named = new Set(notices.split('\n').filter((line) => line.includes(': Copyright'))
    .flatMap((line) => line.slice(0, line.indexOf(':')).split(' ')));
  for (const name of [...brought('preact'), ...brought('@observablehq/plot')]) {
    const short = name.startsWith('d3-') ? 'd3' : name.replace('@observablehq/', '');
    assert.ok(named.has(short), `packaging/copyright does not name ${name}`);
  }
});

test('they hold the words of each licence and are one comment', () => {
  const comment: string = noticesComment();
  for (const words of ['Permission is hereby granted', 'Permission to use, copy', 'without warranty of any kind'])
    assert.ok(comment.includes(words));
  assert.ok(comment.startsWith('<!--') && comment.endsWith('-->'));
  assert.throws(() => noticesComment('a -- b'));
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { told } from '../src/text/program';
import { setLanguage, tables, type Tree } from '../src/text/table';

const inKorean = (text: string): string => {
  setLanguage('ko');
  try {
    return told(text);
  } finally {
    setLanguage('en');
  }
};

/** Words that the results hold in any language: names of files and of the program. */
const english = /[A-Za-z]{3,}/;

test('on an English page the program is quoted as it is', () => {
  assert.equal(told('This is no forecast.'), 'This is no forecast.');
});

test('a sentence put together from amounts is told whole, with its numbers', () => {
  const said = inKorean(
    'What changed from the eve of the campaign to its end: 252 fewer (221 to 271) called abroad than the 1,206 (1,188 to 1,267) people before, there were 3 more (1 more to 2 fewer) working phones, and 44 (34 to 53) people were arrested.',
  );
  assert.doesNotMatch(said, english);
  for (const number of ['252', '221~271', '1,206', '1,188~1,267', '44', '34~53']) assert.ok(said.includes(number), number);
});

test('the longest pattern wins, so that nothing is swallowed by a slot', () => {
  const ratio = 'For each person who stopped calling, officers counted 1.1 phones (90 % interval of this ratio: 1.1 to 1.2)';
  const later = `${ratio}; over the last 14 days of the run 126 fewer (83 to 172) people called than on the eve.`;
  assert.doesNotMatch(inKorean(later), english);
  assert.match(inKorean(later), /1\.1~1\.2.*126/);
});

test('what no pattern knows stays as it was written', () => {
  assert.equal(inKorean('A sentence of another version.'), 'A sentence of another version.');
  assert.equal(inKorean('1 to 2'), '1 to 2');
});

/** The texts between quotes in a source of the program, pieces that follow each other put together. */
function literals(file: string): string[] {
  const source = readFileSync(`../src/${file}`, 'utf8').replace(/\/\/.*$/gm, '');
  return [...source.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*/g)].map(([found]) => found.replace(/"\s*"/g, '').slice(1, -1));
}

test('every sentence that stands in each report has its Korean: limits, the card, curves and figures', () => {
  const fixed = ['report/texts.cpp', 'report/figures.cpp'].flatMap(literals).filter((text) => /^[A-Z].* /.test(text));
  assert.ok(fixed.length > 60, String(fixed.length));
  assert.deepEqual(fixed.filter((text) => english.test(inKorean(text).replace(/`[^`]*`/g, ''))), []);
});

test('every explanation of a headline has its Korean', () => {
  const ledger = readFileSync('../evidence/measures.toml', 'utf8');
  const explained = [...ledger.matchAll(/^explanation = "(.*)"$/gm)].map(([, text = '']) => text);
  assert.ok(explained.length > 20, String(explained.length));
  assert.deepEqual(explained.filter((text) => english.test(inKorean(text))), []);
});

test('no two patterns say the same thing differently', () => {
  const seen = new Map<string, string>();
  for (const [group, texts] of Object.entries(tables.en.program as Tree)) {
    for (const [key, text] of Object.entries(texts as Record<string, string>)) {
      const bare = text.replace(/\{[^}]*\}/g, '{}');
      assert.equal(seen.get(bare), undefined, `${group}.${key}`);
      seen.set(bare, key);
    }
  }
});

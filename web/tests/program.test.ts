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
  const fixed = ['report/texts.cpp', 'report/series/figures.cpp'].flatMap(literals).filter((text) => /^[A-Z].* /.test(text));
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

/** Texts of a table of the evidence, by name or id. */
function inLedger(file: string, pattern: RegExp): Record<string, string> {
  const ledger = readFileSync(`../evidence/${file}`, 'utf8');
  return Object.fromEntries([...ledger.matchAll(pattern)].map(([, key = '', text = '']) => [key, text]));
}

test('labels, statements and questions stand in the table of texts as in the evidence, each with its Korean', () => {
  const english = tables.en.ledger as Tree;
  const labels = inLedger('parameters.toml', /^\[(\w+)\]\n(?:(?!\[).*\n)*?label = "(.*)"$/gm);
  assert.ok(Object.keys(labels).length > 120);
  const apostrophes = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.replace(/\u2019/g, "'")]));
  assert.deepEqual(apostrophes(english.labels as Record<string, string>), labels);
  const statements = inLedger('statements.toml', /^id = "(.*)"\nstatement = "(.*)"$/gm);
  assert.ok(Object.keys(statements).length > 40);
  assert.deepEqual(apostrophes(english.statements as Record<string, string>), statements);
  const asked = inLedger('implied.toml', /^id = "(.*)"\nquantity = "(.*)"\nscenario = "hyesan-calm"\nstatistic/gm);
  assert.ok(Object.keys(asked).length > 20);
  assert.deepEqual(apostrophes(english.questions as Record<string, string>), asked);
  for (const text of [labels, statements, asked].flatMap(Object.values) as string[]) assert.match(inKorean(text), /[\uac00-\ud7a3]/, text);
});

test('the second reading, and every difference that is judged, is told in Korean', () => {
  const by = 'By the second reading of the reports, each voice as one report, however many it made';
  const worth = 'worth 41 of equal weight, below 64.';
  for (const said of [
    `${by}: 12 to 380, middle 75 (these 300 plays are worth 136 of equal weight in it).`,
    `${by}: 12 and more, middle beyond every number (these 300 plays are worth 136 of equal weight in it).`,
    `${by}, these 96 plays are too few to tell: ${worth}`,
    'By the second reading of the reports, n reports of a voice as n to the power 0.75: 1 to 2, middle 1 (these 300 plays are worth 73 of equal weight in it).',
  ])
    assert.doesNotMatch(inKorean(said), english, said);
  const measures = readFileSync('../evidence/measures.toml', 'utf8');
  const labels = [...measures.matchAll(/\[\[conclusion\]\][^[]*?\nlabel = "([^"]+)"/g)].map(([, label]) => label ?? '');
  assert.ok(labels.length > 20);
  for (const label of labels) assert.doesNotMatch(inKorean(label), english, label);
});

test('what differs between two drives is told in the language of the page', () => {
  assert.equal(inKorean('2020-10-01 to 2020-11-30, nothing promised'), '2020-10-01~2020-11-30, \uc544\ubb34\uac83\ub3c4 \uc57d\uc18d\ud558\uc9c0 \uc54a\uc74c');
  assert.doesNotMatch(inKorean('2020-10-01 to 2020-11-30, forgiveness promised'), english);
});

// What the page quotes from the ledger and the scenarios has its Korean, and the English of the table is theirs.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { told } from '../src/text/program';
import { setLanguage, tables } from '../src/text/table';

type Words = Record<string, string>;

const inKorean = (text: string): string => {
  setLanguage('ko');
  try {
    return told(text);
  } finally {
    setLanguage('en');
  }
};

const hangul = /[\uac00-\ud7a3]/;
const unquoted = (text = '') => text.replace(/\\"/g, '"');

/** The statement of each pattern, by its id, as evidence/patterns.toml has them. */
function statements(): [id: string, statement: string][] {
  const ledger = readFileSync('../evidence/patterns.toml', 'utf8');
  const found = [...ledger.matchAll(/^id = "(.+)"\nstatement = "(.+)"$/gm)];
  return found.map(([, id = '', statement]) => [id, unquoted(statement)]);
}

test('every pattern is stated in Korean too, and the table has the statements of the ledger', () => {
  const all = statements();
  assert.equal(all.length, [...readFileSync('../evidence/patterns.toml', 'utf8').matchAll(/^\[\[pattern\]\]$/gm)].length);
  assert.deepEqual(tables.en.reported, Object.fromEntries(all));
  for (const [id, statement] of all) assert.match(inKorean(statement), hangul, id);
});

test('title and question of every scenario that the program carries have their Korean', () => {
  const { titles, questions } = tables.en.scenarios as { titles: Words; questions: Words };
  const files = readdirSync('../scenarios').filter((name) => name.endsWith('.toml'));
  assert.deepEqual(Object.keys(titles).sort(), files.map((name) => name.slice(0, -5)).sort());
  for (const file of files) {
    const name = file.slice(0, -5);
    const text = readFileSync(`../scenarios/${file}`, 'utf8');
    const of = (key: string) => unquoted(new RegExp(`^${key} = "(.+)"$`, 'm').exec(text)?.[1]);
    assert.equal(titles[name], of('title'), name);
    assert.equal(questions[name], of('question'), name);
    assert.match(inKorean(of('title')), hangul, name);
    assert.match(inKorean(of('question')), hangul, name);
  }
});

test('a statement or title of somebody else stays as it was written', () => {
  const own = 'A statement that no ledger holds.';
  assert.equal(inKorean(own), own);
});

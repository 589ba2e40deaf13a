// The table of texts: complete, translated, and its Korean particles.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fill, particle, slotsOf } from '../src/text/fill';
import { language, setLanguage, tables, texts, type Tree } from '../src/text/table';
// @ts-expect-error A script of the build, in plain JavaScript.
import { shape } from '../scripts/text_shape.mjs';

type Leaf = [id: string, text: string];

function leaves(tree: Tree, before = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, node]): Leaf[] => {
    const id = `${before}${key}`;
    if (typeof node === 'string') return [[id, node]];
    if (Array.isArray(node)) return node.map((text, at): Leaf => [`${id}[${at}]`, text]);
    return leaves(node, `${id}.`);
  });
}

/** What the program alone says, on a terminal. */
const fileOf = (which: string, name: string): Tree => JSON.parse(readFileSync(`../texts/${which}/${name}.json`, 'utf8'));
const terminal = (which: string): Tree => ({ ...fileOf(which, 'terminal'), ...fileOf(which, 'commands') });

const english = new Map(leaves({ ...tables.en, ...terminal('en') }));
const korean = new Map(leaves({ ...tables.ko, ...terminal('ko') }));

test('every file of texts is in the table', () => {
  const inTable = Object.keys(terminal('en')).length + Object.keys(tables.en).length;
  const files = readdirSync('../texts/en');
  const keys = new Set(files.flatMap((name) => Object.keys(JSON.parse(readFileSync(`../texts/en/${name}`, 'utf8')))));
  assert.equal(keys.size, inTable);
  assert.deepEqual(readdirSync('../texts/ko'), files);
});

test('every text has its Korean, and no Korean stands alone', () => {
  assert.deepEqual([...english.keys()].sort(), [...korean.keys()].sort());
});

test('the two say the same numbers: their slots are equal', () => {
  for (const [id, text] of english) {
    assert.deepEqual(slotsOf(korean.get(id) ?? '').sort(), slotsOf(text).sort(), id);
  }
});

/** Names, symbols and words that are the same in both. */
const same = new Set(['product', 'switch.to', 'explore.figures.beside', 'switch.awaits', 'switch.toLanguage']);
const words = /[A-Za-z]{3,}/;
const hangul = /[\u3131-\u318e\uac00-\ud7a3]/;
const symbols = /^(mu\*?|sigma)$/;

test('every text is translated: where the English has words the Korean has Hangul', () => {
  for (const [id, text] of english) {
    const bare = text.replace(/\{[^}]*\}/g, '').replace(/Tumen|ODD|TOML|CSV|SVG|PNG/g, '');
    if (same.has(id) || symbols.test(bare) || !words.test(bare) || id.startsWith('dates.months[')) continue;
    assert.match(korean.get(id) ?? '', hangul, `${id}: ${text}`);
  }
});

test('the English table is ASCII in its files', () => {
  for (const name of readdirSync('../texts/en')) {
    assert.doesNotMatch(readFileSync(`../texts/en/${name}`, 'utf8'), /[^\x00-\x7f]/, name);
  }
});

test('the type of the table is made from it', () => {
  const made = readFileSync('src/text/shape.ts', 'utf8');
  assert.equal(made, shape(), 'run: npm run texts');
});

test('no first sentence of a report has one particle after whatever value', () => {
  // 'ro', 'euro', 'wa', 'gwa', 'i', 'ga', 'eul', 'reul', 'eun', 'neun', which depend on the sound before them
  const fixed = /\}(\ub85c|\uc73c\ub85c|\uc640|\uacfc|\uc774|\uac00|\uc744|\ub97c|\uc740|\ub294)(?=[ ,.])/;
  const found = leaves(fileOf('ko', 'report_first')).filter(([, text]) => fixed.test(text));
  assert.deepEqual(found, []);
});

test('a particle follows the sound before it, once the value is there', () => {
  const object = '\uc744/\ub97c';
  const by = '\uc73c\ub85c/\ub85c';
  assert.equal(particle('\ud61c\uc0b0', object), '\uc744');
  assert.equal(particle('\ud61c\uc0b0\uc2dc', object), '\ub97c');
  assert.equal(particle('\uac1c\uc6d4', by), '\ub85c');
  assert.equal(particle('\uba85', by), '\uc73c\ub85c');
  assert.equal(particle('\uc138\ub300(\uc9d1)', object), '\ub97c');
  assert.equal(particle('31', by), '\ub85c');
  assert.equal(particle('10', object), '\uc744');
  assert.equal(particle('41.8%', object), '\ub97c');
  assert.equal(particle('Tumen', object), '\uc744(\ub97c)');
  assert.equal(fill(`{a:${object}} {b}`, { a: '\uba85', b: 2 }), '\uba85\uc744 2');
  assert.throws(() => fill('{a}', {}), /lacks its \{a\}/);
});

test('the texts are those of the language that is shown', () => {
  const heading = texts.answer;
  assert.equal(heading.official, 'The official picture');
  setLanguage('ko');
  assert.equal(language(), 'ko');
  assert.equal(heading.official, tables.ko.answer && korean.get('answer.official'));
  assert.equal(texts.interval({ lo: '1,200', hi: '3,400' }), '1,200~3,400');
  setLanguage('en');
  assert.equal(texts.interval({ lo: 1, hi: 2 }), '1 to 2');
});

test('every unit of a parameter and of an observable has a name, which in Korean is Korean', () => {
  const parameters = readFileSync('../evidence/parameters.toml', 'utf8').matchAll(/^unit = "(.+)"$/gm);
  const observables = readFileSync('../docs/model.md', 'utf8').matchAll(/^\| `\w+` \| [^|]+ \| (\S+) \| (?:flow|level) \|/gm);
  const units = new Set([...parameters, ...observables].map((found) => found[1] ?? ''));
  assert.ok(units.has('days') && units.has('calls') && units.has('log-odds'));
  for (const unit of units) {
    assert.ok(english.get(`units.${unit}`), unit);
    assert.match(korean.get(`units.${unit}`) ?? '', /[가-힣]/, unit);
  }
});

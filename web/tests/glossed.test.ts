import assert from 'node:assert/strict';
import { test } from 'node:test';
import { glossed } from '../src/data/glossed';
import { tables, type Tree } from '../src/text/table';

const of = (language: 'en' | 'ko') => (tables[language].glossary as Tree).words as Record<string, string>;

test('a word of the glossary is found where it stands alone, once, and nothing is lost', () => {
  const text = 'Luck alone: the evening after the eve, with other luck.';
  const parts = glossed(text, of('en'));
  assert.equal(parts.map((part) => part.text).join(''), text);
  assert.deepEqual(parts.filter(({ id }) => id).map(({ id, text: word }) => [id, word]), [['luck', 'Luck'], ['eve', 'eve']]);
});

test('a Korean word is found before its particle', () => {
  const parts = glossed('\uc774 \ubc94\uc704\ub294 \uc6b0\uc5f0\ub9cc \ub098\ud0c0\ub0c5\ub2c8\ub2e4.', of('ko'));
  assert.deepEqual(parts.filter(({ id }) => id), [{ id: 'luck', text: '\uc6b0\uc5f0' }]);
});

test('a text without such words is one part, and every word has its note in both languages', () => {
  assert.deepEqual(glossed('Nothing here.', of('en')), [{ text: 'Nothing here.' }]);
  for (const language of ['en', 'ko'] as const)
    assert.deepEqual(Object.keys((tables[language].glossary as Tree).notes as Tree).sort(), Object.keys(of(language)).sort());
});

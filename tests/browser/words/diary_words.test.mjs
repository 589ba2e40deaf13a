// Whatever the model can write into a diary has its sentence, in both languages, in the diary and in stories.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { startEngine } from '../support/explorer.mjs';

let events;

before(async () => {
  const engine = await startEngine();
  ({ events } = engine.answer({ kind: 'describe' }));
});

function sentences(language, table) {
  const url = new URL(`../../../texts/${language}/${table}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'))[table].sentences;
}

const pairs = () => events.flatMap(({ name, outcomes }) => outcomes.map((outcome) => [name, outcome]));

/** An exact sentence, or that of an event that can end in one way only or where the others are told exactly. */
const found = (table, [event, outcome]) => table[`${event}.${outcome}`] ?? table[event];

for (const language of ['en', 'ko']) {
  for (const name of ['diary', 'story']) {
    test(`every event and outcome has a sentence: ${name}, ${language}`, () => {
      const table = sentences(language, name);
      assert.ok(pairs().length > 50, 'the model names what can come of its events');
      for (const pair of pairs()) {
        assert.ok(found(table, pair), `${pair.join(', ')} has none`);
        assert.doesNotMatch(found(table, pair), /\{outcome\}/, `${pair.join(', ')} shows a word of the code`);
      }
    });

    test(`no sentence is of an event that the model does not have: ${name}, ${language}`, () => {
      const known = new Set(pairs().flatMap(([event, outcome]) => [event, `${event}.${outcome}`]));
      const more = ['considered.hands in a dead phone.taken', 'considered.hands in a dead phone.refused'];
      const orphans = Object.keys(sentences(language, name)).filter((key) => !known.has(key) && !more.includes(key));
      assert.deepEqual(orphans, []);
    });
  }
}

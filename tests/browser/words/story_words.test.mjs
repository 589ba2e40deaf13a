// The seed reports tell of a broker who was followed and paid, handed in a dead phone and called again three days
// later. Nobody wrote that life into the model: it is found among the stories of one play by the words they are told in.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import { startEngine } from '../support/explorer.mjs';

const require = createRequire(new URL('../../../web/package.json', import.meta.url));
const source = (name) => fileURLToPath(new URL(`../../../web/src/${name}`, import.meta.url));
const where = { spec: { text: 'hyesan-handin', overrides: '' }, seed: '1', replicate: 1, city: 0 };

let engine;
let page;

/** What the page finds and tells stories with. */
before(async () => {
  engine = await startEngine();
  const folder = mkdtempSync(join(tmpdir(), 'tumen-story-'));
  const outfile = join(folder, 'story.mjs');
  const contents = ['story/kinds.ts', 'story/people.ts', 'story/tell.ts', 'text/table.ts']
    .map((name) => `export * from ${JSON.stringify(source(name))};`)
    .join('\n');
  await require('esbuild').build({ stdin: { contents, resolveDir: source(''), loader: 'ts' }, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });
  page = await import(outfile);
  rmSync(folder, { recursive: true });
});

function storiesOfDeadPhones() {
  const { events } = engine.answer({ kind: 'describe' });
  const scenario = engine.answer({ kind: 'load', spec: where.spec });
  const [{ first, last }] = scenario.events;
  const people = page.peopleOf(engine.answer({ kind: 'chronicle', ...where }), events);
  return page.findStories(people, 'dead', { first, last }).map((household) => {
    const ward = engine.answer({ kind: 'households', ...where, ward: people.wardOf(household) });
    const { entries } = engine.answer({ kind: 'diary', ...where, household });
    const role = ward.find((one) => one.household === household).role;
    return { entries, tell: () => page.tell(entries, 'dead', role, { first, last }) };
  });
}

const said = ({ title, chapters }) => [title, ...chapters.map(({ sentence }) => sentence)].join(' ');

test('the broker of the reports is found by the words of the story, in both languages', () => {
  const words = {
    en: [/The broker stops calling/, /The officer is paid [\d,]+ yuan/, /The officer asks the broker for the phone/, /The broker hands in an old phone that no longer works\. The officer takes it/, /rings again 3 days later/, /The broker calls again/],
    ko: [/브로커/, /단속원/, /위안/, /못 쓰게 된/, /3일 뒤/],
  };
  const stories = storiesOfDeadPhones();
  assert.ok(stories.length > 10, String(stories.length));
  const found = stories.filter(({ tell }) => words.en.every((one) => one.test(said(tell()))));
  assert.ok(found.length > 0, stories.slice(0, 5).map(({ tell }) => said(tell())).join('\n'));
  for (const { entries, tell } of found) {
    const events = entries.map(({ event, outcome }) => `${event} ${outcome}`);
    for (const one of ['followed', 'extorted pays', 'considered hands in a dead phone', 'called'])
      assert.ok(events.some((event) => event.startsWith(one)), `${one} is in the diary`);
    page.setLanguage('ko');
    const korean = said(tell());
    page.setLanguage('en');
    for (const word of words.ko) assert.match(korean, word);
  }
});

// Stories: found exactly, by number; told in the order of days; with the chance of what is named.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseOf } from '../src/day/course';
import { findStories } from '../src/story/kinds';
import { peopleOf } from '../src/story/people';
import { tell } from '../src/story/tell';
import { countUsual } from '../src/story/usual';
import type { Chronicle, DiaryEntry, Observable, WardRun } from '../src/explore/model/wire';

const events = ['followed', 'extorted', 'considered', 'refused_decoy', 'reviewed', 'served', 'served_a_family', 'promise_broken'];
const outcomes = ['followed', 'pays', 'hands in a dead phone', 'accepted', 'calling', 'quiet', 'keeps it', 'no broker'];

type Row = [household: number, day: number, event: string, outcome: string];

function chronicle(rows: Row[]): Chronicle {
  const numbers = rows.flatMap(([household, day, event, outcome]) => [
    household,
    day,
    events.indexOf(event),
    outcomes.indexOf(outcome),
    -1,
    0,
  ]);
  return { hash: '', households: 40, outcomes, wards: [0, 10, 25], entries: Float64Array.from(numbers) };
}

const named = events.map((name) => ({ name }));
const window = { first: 30, last: 121 };

const broker = (household: number, from: number): Row[] => [
  [household, from, 'followed', 'followed'],
  [household, from + 1, 'reviewed', 'quiet'],
  [household, from + 2, 'reviewed', 'quiet'],
  [household, from + 20, 'extorted', 'pays'],
  [household, from + 24, 'considered', 'hands in a dead phone'],
  [household, from + 24, 'refused_decoy', 'accepted'],
  [household, from + 27, 'reviewed', 'calling'],
];

test('the first with the whole story is found, not the first with a part of it', () => {
  const part: Row[] = [
    [3, 45, 'reviewed', 'calling'],
    [3, 50, 'considered', 'hands in a dead phone'],
    [3, 50, 'refused_decoy', 'accepted'],
    [3, 60, 'reviewed', 'calling'],
  ];
  const people = peopleOf(chronicle([...broker(30, 35), ...part, ...broker(12, 40)]), named);
  assert.deepEqual(findStories(people, 'dead', window), [12, 30]);
  assert.deepEqual(findStories(peopleOf(chronicle(part), named), 'dead', window), [3]);
});

test('what happens outside the drive is no story of the drive, and another order is another story', () => {
  const early = peopleOf(chronicle(broker(5, 1)), named);
  assert.deepEqual(findStories(early, 'dead', window), []);
  const turned = peopleOf(chronicle([[7, 60, 'promise_broken', 'pays'], ...broker(7, 61)]), named);
  assert.deepEqual(findStories(turned, 'arrested', window), []);
});

test('somebody who saw nothing of it is in no line of the chronicle', () => {
  const people = peopleOf(chronicle([...broker(0, 40), ...broker(2, 40)]), named);
  assert.deepEqual(findStories(people, 'nothing', window).slice(0, 3), [1, 3, 4]);
});

test('a household belongs to the last ward that begins at or before it', () => {
  const people = peopleOf(chronicle([]), named);
  assert.deepEqual([0, 9, 10, 24, 25, 39].map(people.wardOf), [0, 0, 1, 1, 2, 2]);
});

const entry = (day: number, event: string, outcome: string, more: Partial<DiaryEntry> = {}): DiaryEntry => ({
  day,
  member: 0,
  event,
  rule: 'contact',
  outcome,
  inputs: {},
  ...more,
});

const diary: DiaryEntry[] = [
  entry(30, 'met', 'frightened'),
  entry(34, 'followed', 'followed'),
  entry(35, 'followed', 'followed'),
  entry(36, 'reviewed', 'quiet'),
  entry(57, 'extorted', 'pays', { inputs: { money: 1297.4 } }),
  entry(61, 'considered', 'hands in a dead phone', { drawn: 0.4, inputs: { odds_decoy: 0.3 } }),
  entry(61, 'refused_decoy', 'accepted', { probability: 0.35, drawn: 0.6 }),
  entry(64, 'reviewed', 'calling'),
  entry(65, 'called', 'calls'),
  entry(66, 'reviewed', 'calling'),
];

test('a diary is told in its order, once for what lasts, and the title says how many days lie between', () => {
  const story = tell(diary, 'dead', 'broker', window);
  assert.deepEqual(
    story.chapters.map(({ day, entry: { event } }) => [day, event]),
    [
      [30, 'met'],
      [34, 'followed'],
      [36, 'reviewed'],
      [57, 'extorted'],
      [61, 'considered'],
      [65, 'called'],
    ],
  );
  assert.equal(story.chapters[story.key]?.day, 61);
  assert.equal(story.title, 'A dead phone is counted. The real one rings again 4 days later.');
  assert.equal(story.chapters[3]?.sentence, 'The officer is paid 1,297 yuan.');
});

test('the chance is that of the outcome named', () => {
  const taken = tell(diary, 'dead', 'broker', window);
  const key = taken.chapters[taken.key];
  assert.match(key?.sentence ?? '', /The officer takes it/);
  assert.ok(Math.abs((key?.chance?.value ?? 0) - 0.65) < 1e-12, 'accepted: one less the chance of a refusal');
  const silent = tell([entry(40, 'witnessed', 'not reported', { probability: 0.04 })], 'witness', 'resident', window);
  assert.equal(silent.chapters[0]?.chance?.value, 0.96);
  const seen = tell([entry(40, 'witnessed', 'reported', { probability: 0.04 })], 'witness', 'resident', window);
  assert.equal(seen.chapters[0]?.chance?.value, 0.04);
});

test('whoever kept calling all along did not fall silent: the title says when the phone rings next', () => {
  const steady = diary.filter(({ event }) => event !== 'reviewed' && event !== 'called');
  const story = tell([...steady, entry(70, 'reviewed', 'calling'), entry(78, 'called', 'calls')], 'dead', 'broker', window);
  assert.equal(story.title, 'A dead phone is counted. The real one rings again 17 days later.');
  assert.equal(story.chapters[story.chapters.length - 1]?.sentence, 'The broker calls again.');
  assert.ok(!story.chapters.some(({ entry: { event } }) => event === 'reviewed'), 'nothing was decided anew');
  assert.equal(tell(steady, 'dead', 'broker', window).title, 'A dead phone is counted. The real one stays silent.');
});

test('what a title says of later days is told, however far away it is', () => {
  const handed = entry(41, 'considered', 'hands in the working phone', { inputs: { odds_real: 0.3 } });
  const near = [32, 35, 38, 44, 47, 50, 53].map((day) => entry(day, 'named', 'given away'));
  const far = [entry(330, 'bought', 'buys one'), entry(340, 'called', 'calls')];
  const story = tell([...near, handed, ...far].sort((a, b) => a.day - b.day), 'real', 'smuggler', window);
  assert.equal(story.title, 'The real phone is counted. Another one is bought 289 days later.');
  assert.deepEqual(story.chapters.filter(({ day }) => day > 300).map(({ entry: { event } }) => event), ['bought', 'called']);
});

test('the dead phone that is counted is the one that was taken, not one that was refused before', () => {
  const twice = [
    entry(40, 'considered', 'hands in a dead phone', { inputs: { odds_decoy: 0.3 } }),
    entry(40, 'refused_decoy', 'refused', { probability: 0.35 }),
    ...diary.slice(5),
  ];
  const story = tell(twice, 'dead', 'broker', window);
  assert.equal(story.chapters[story.key]?.day, 61);
  assert.equal(story.title, 'A dead phone is counted. The real one rings again 4 days later.');
});

test('the oaths of the days are those that a story counts: who signs anew signs an oath too', () => {
  const observables = [{ name: 'signed' }, { name: 'free_adults' }] as Observable[];
  const signing = (day: number, member: number) => ({ household: 0, day, event: 'signed_oath', outcome: 'signs', probability: 0.9, member });
  const people = { households: 1, of: new Map(), wardOf: () => 0, inOrder: [signing(-9, 0), signing(1, 0), signing(1, 1), signing(2, 2)] };
  const rows = Float64Array.from([1, 4, 2, 4, 3, 4]); // one had signed before the first day, and does so again
  const run = { hash: '', days: 3, wards: 1, city: rows, byWard: rows } as unknown as WardRun;
  const course = courseOf(run, observables, people);
  assert.deepEqual([0, 1, 2].map((day) => course.city(day).signers), [0, 2, 3]);
  assert.equal(course.at(1, 0).signed, 0.5);
  assert.equal(countUsual('signed', run, observables, people).n, course.city(2).signers);
});

test('where there is no campaign, none passes through the city', () => {
  assert.match(tell([], 'nothing', 'resident', window).title, /^A campaign passes/);
  assert.match(tell([], 'nothing', 'resident', window, { hasCampaign: false }).title, /^Days go by/);
});

test('what was decided before the story begins is not told as news', () => {
  const before = entry(-90, 'reviewed', 'quiet');
  const story = tell([before, entry(40, 'reviewed', 'quiet'), ...diary.slice(5)], 'dead', 'broker', window);
  assert.ok(!story.chapters.some(({ day }) => day === 40));
});

test('a story is of one adult: what another one of the household did is no part of it', () => {
  const rows = chronicle(broker(5, 40));
  const split = Float64Array.from(rows.entries, (value, at) => (at % 6 === 5 && at >= 3 * 6 ? 1 : value));
  const people = peopleOf({ ...rows, entries: split }, named);
  const whole = peopleOf(rows, named);
  assert.deepEqual(findStories(whole, 'dead', window), [5]);
  const part = peopleOf({ ...chronicle([...broker(9, 40)]), entries: Float64Array.from([...split, ...chronicle(broker(9, 40)).entries]) }, named);
  assert.deepEqual(findStories(part, 'dead', window), [9]);
  assert.deepEqual(findStories(people, 'dead', window), [5], 'alone, the fullest that there is');
});

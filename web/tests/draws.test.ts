// What is not known: fixed on top of what a play draws; and what few plays may say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { valueOf } from '../src/doubt/answer_kind';
import { drawnText, heldText, noteOf, numberOf, secondText, withoutText } from '../src/doubt/answer_text';
import { playAnswer, playWhole } from '../src/doubt/drawn_plays';
import { heldNames } from '../src/doubt/held';
import { rangeText } from '../src/doubt/range_text';
import { secondOf } from '../src/doubt/second';
import { full, spreadOf } from '../src/doubt/spread';
import { fixedIn, placeOf, readByUnknowns, unknownOf, unknowns, valueAt } from '../src/doubt/unknown';
import { answerOf } from '../src/doubt/answer';
import { Queue, type Order, type Queued, type Runner } from '../src/explore/model/queue';
import { roomOf } from '../src/explore/model/room';
import type { HeadlineValue, ModelDescription } from '../src/explore/model/wire';
import { setLanguage } from '../src/text';

const start = {
  residents: 192680,
  household_size: 3.9,
  household_adults: 2.9,
  broker_households: 0.003,
  smuggler_households: 0.015,
  kin_abroad: 0.045,
  'phone_share.resident': 0.001,
  'phone_share.family': 0.25,
  'phone_share.smuggler': 0.9,
  'phone_share.broker': 1,
  belief_alpha: 2,
  belief_beta: 3,
  promise_breach: 0.1,
  detection: 0.01,
};
/** Another play's values: many brokers, few others. */
const other = { ...start, broker_households: 0.02, kin_abroad: 0.01, smuggler_households: 0.004 };

test('what is fixed comes to that value in every play, whatever is drawn there', () => {
  for (const values of [start, other]) {
    for (const unknown of unknowns) {
      for (const place of [0.02, 0.5, 1]) {
        const value = valueAt(unknown, place);
        const come = unknown.of({ ...values, ...fixedIn(values, { [unknown.id]: value }) });
        assert.ok(Math.abs(come / value - 1) < 1e-9, `${unknown.id} ${value}: ${come}`);
      }
    }
  }
});

test('what setting an unknown reads is what a worker keeps of a draw', () => {
  const known = Object.fromEntries(unknowns.map((one) => [one.id, valueAt(one, 0.3)]));
  const kept = Object.fromEntries(Object.entries(start).filter(([name]) => readByUnknowns.includes(name)));
  assert.deepEqual(fixedIn(kept, known), fixedIn(start, known));
  for (const name of readByUnknowns) {
    const { [name as keyof typeof start]: _, ...less } = start;
    const needs = unknowns.filter((one) => {
      try {
        fixedIn(less, { [one.id]: valueAt(one, 0.3) });
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(needs.length > 0, name);
  }
});

test('fixing one leaves what others set, and nothing fixed sets nothing', () => {
  assert.deepEqual(fixedIn(start, {}), {});
  assert.deepEqual(Object.keys(fixedIn(start, { belief: 0.3 })), ['belief_alpha', 'belief_beta']);
  const both = fixedIn(start, { brokers: 400, homes: 0.03 });
  assert.ok(Math.abs((both.broker_households ?? 0) - (400 * 3.9) / 192680) < 1e-15);
  assert.ok(Math.abs(unknownOf('homes').of({ ...start, ...both }) - 0.03) < 1e-12);
});

test('residents keep their share of all phones while homes are fixed', () => {
  const share = (values: typeof start) => {
    const adults = values.household_adults - values.kin_abroad - values.smuggler_households - values.broker_households;
    return (values['phone_share.resident'] * adults) / unknownOf('homes').of(values);
  };
  const fixed = { ...start, ...fixedIn(start, { homes: 0.06 }) };
  assert.ok(Math.abs(share(fixed) - share(start)) < 1e-9);
});

test('the ranges are those that the program tries (docs/evidence.md)', () => {
  const table = readFileSync('../docs/evidence.md', 'utf8').split('## The widest unknowns')[1]?.split(/^## /m)[0] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  const rangeOf = (label: RegExp) => {
    let now = '';
    const values = rows.flatMap((line) => {
      const [, name = '', value = ''] = line.split('|').map((cell) => cell.trim());
      now = name || now;
      const number = Number(value.replace(/[%,]/g, '').trim());
      return label.test(now) && value && Number.isFinite(number) ? [value.includes('%') ? number / 100 : number] : [];
    });
    return [Math.min(...values), Math.max(...values)];
  };
  for (const [id, label] of [
    ['homes', /working foreign phone/],
    ['brokers', /Brokers in the city/],
    ['belief', /Mean belief/],
    ['breach', /promises that are broken/],
    ['detection', /call is picked up/],
  ] as const) {
    const { low, high } = unknownOf(id);
    const [least, most] = rangeOf(label);
    assert.ok(Math.abs((least ?? NaN) - low) < 1e-9 && Math.abs((most ?? NaN) - high) < 1e-9, `${id}: ${least} ${most}`);
  }
});

test('a value and its place on the track belong together', () => {
  for (const unknown of unknowns)
    for (const place of [0, 0.25, 1])
      assert.ok(Math.abs(placeOf(unknown, valueAt(unknown, place)) - place) < 1e-9, unknown.id);
});

test('a play in which nobody stops has no end, and is not dropped', () => {
  const headlines = (handed: number, stopped: number) =>
    [
      { id: 'handed_in', value: handed },
      { id: 'stopped_by_campaign', value: stopped, smallest: 5 },
    ] as HeadlineValue[];
  assert.equal(valueOf('gap', headlines(47, 100), 200_000), 47);
  assert.equal(valueOf('gap', headlines(47, -3), 200_000), Infinity);
  assert.equal(valueOf('gap', headlines(47, 9), 200_000), Infinity, 'fewer than 5 of 100,000 do not matter');
  assert.equal(valueOf('gap', headlines(47, 9), 100_000), (100 * 47) / 9);
  assert.ok(Number.isNaN(valueOf('gap', headlines(0, -3), 200_000)), 'nothing counted and nobody stopped');
  const spread = spreadOf([...Array.from({ length: 90 }, () => 50), ...Array.from({ length: 10 }, () => Infinity)]);
  assert.equal(spread?.hi, Infinity);
  assert.equal(spread?.middle, 50);
});

const gathered = (count: number) => ({
  values: Array.from({ length: full }, (_, i) => (i < count ? 20 + i : undefined)) as (number | null | undefined)[],
  signed: [],
  headlines: [],
  whole: count,
});

test('few plays look vaguer than many: dots only, no bar and no number below 64', () => {
  const early = answerOf('gap', gathered(8), null);
  assert.equal(early.state, 'early');
  assert.equal(early.doubt.all, null);
  assert.equal(numberOf(early), 'no range yet');
  assert.match(noteOf(early), /Early: 8 of 64 plays/);
  assert.doesNotMatch(numberOf(early), /\d/);
  const bar = answerOf('gap', gathered(64), { lo: 16, hi: 74, plays: full });
  assert.ok(bar.doubt.all && bar.doubt.luck);
  assert.match(noteOf(bar), /64 plays\. Before: 16 to 74, the dashed outline\./);
  const endless = answerOf('gap', gathered(64), { lo: 16, hi: Infinity, plays: 250 });
  assert.match(noteOf(endless), /Before: 15 or more, the dashed outline\./, 'as it was said before');
});

test('a failed play is counted, and the picture waits for no gap', () => {
  const some = gathered(70);
  some.values[3] = null;
  some.values[4] = Number.NaN;
  const answer = answerOf('gap', some, null);
  assert.equal(answer.failed, 1);
  assert.equal(answer.values.length, 68);
  const holed = gathered(70);
  holed.values[10] = undefined;
  assert.equal(answerOf('gap', holed, null).values.length, 10);
});

test('where in most plays nobody stopped and nothing was counted the answer is done, without a range', () => {
  const some = gathered(full);
  some.values.fill(Number.NaN, 40);
  const answer = answerOf('gap', some, null);
  assert.deepEqual([answer.state, answer.without, answer.doubt.all], ['done', 216, null]);
  assert.equal(numberOf(answer), 'no range');
  assert.equal(noteOf(answer), '40 plays have such a number; a range needs 64. Each dot is one.');
  assert.equal(withoutText(answer), 'In 216 of 256 plays nobody stopped and nothing was counted: they have no such number.');
  some.values.fill(20, 40);
  assert.equal(withoutText(answerOf('gap', some, null)), '');
});

test('the card says what plays draw from, and why where there is only the prior', () => {
  const draws = { from: 'belief' as const, why: '', problem: '', effective: 416.1, distinct: 2048, second: [] };
  assert.match(drawnText({ draws }), /as they are believed: worth 416 plays of equal weight/);
  assert.equal(
    drawnText({ draws: { ...draws, from: 'prior', why: 'the model has changed since it was made' } }),
    'As believed before any report was weighed: the model has changed since it was made.',
  );
});

test('what is the same in every play is listed, the first of many by name', () => {
  assert.equal(heldText([]), '');
  assert.equal(heldText(['homes', 'belief']), 'The same in every play: homes; belief.');
  const about = { parameters: [{ name: 'residents', label: 'Residents of the city' }, { name: 'a', label: 'DNA' }] } as unknown as ModelDescription;
  assert.deepEqual(heldNames({ known: [], names: ['residents', 'a'] }, about), ['residents of the city', 'DNA'], 'within a sentence');
  assert.equal(heldText(['a', 'b', 'c', 'd', 'e']), 'The same in every play: a; b; c; and 2 more.');
});

let asks = 0;

/** Answers at once; notes what it is asked. */
function noting() {
  const asked: { replicate: number; order: string; only: string[] | undefined }[] = [];
  const runner = {
    size: 2,
    cancel: () => undefined,
    run: async (job: { replicate: number; only?: string[] }, _: object, order: string) => {
      asks += 1;
      asked.push({ replicate: job.replicate, order, only: job.only });
      await new Promise((done) => setTimeout(done));
      if (job.replicate === 9) throw new Error('cannot be played');
      return { replicate: job.replicate, headlines: [], days_played: 0, ...(job.only ? { until: 122 } : { hash: 'x' }) };
    },
  } as unknown as Runner;
  return { asked, question: { runner, spec: { text: 'x', overrides: '' }, seed: '1', known: {} } };
}
/** Waits by turns and not by the clock, which runs on where a processor is busy elsewhere: nothing is asked for in many. */
async function ended() {
  for (let quiet = 0, before = asks; quiet < 20; before = asks) {
    await new Promise((done) => setTimeout(done));
    quiet = asks === before ? quiet + 1 : 0;
  }
}

test('the plays that a range needs come first, all as far as a dot needs, and to their ends the first alone', async () => {
  const { asked, question } = noting();
  const taken: [number, boolean][] = [];
  const early: string[] = [];
  const take = (at: number, _: unknown, whole: boolean) => {
    taken.push([at, whole]);
    if (taken.length < full) early.push(...asked.filter(({ order }) => order === 'idle').map(({ order }) => order));
  };
  const plays = playAnswer(question, take, { soon: ['handed_in'] });
  await ended();
  const of = (order: string) => asked.filter((one) => one.order === order);
  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const wholes = (some: number[]) => some.filter((one) => one !== 9);
  assert.deepEqual(of('answer').map(({ replicate }) => replicate), from(1, 64));
  assert.deepEqual(of('rest').map(({ replicate }) => replicate), from(65, full));
  assert.deepEqual(of('idle').map(({ replicate }) => replicate), wholes(from(1, 64)), 'what failed is not played again');
  assert.ok(asked.every(({ order, only }) => (order === 'idle') === (only === undefined)));
  assert.deepEqual(early, [], 'not before all dots are there');
  const takes = (at: number) => taken.filter(([one]) => one === at).map(([, whole]) => whole);
  for (const replicate of from(1, full)) assert.deepEqual(takes(replicate - 1), replicate === 9 ? [true] : replicate <= 64 ? [false, true] : [false]);
  plays.toTheirEnds();
  plays.toTheirEnds();
  await ended();
  const whole = asked.filter(({ only }) => only === undefined);
  assert.deepEqual(whole.map(({ replicate }) => replicate), wholes(from(1, full)), 'each once');
  assert.ok(whole.slice(64).every(({ order }) => order === 'rest'), 'somebody waits for them');
});

test('dots that are there are not played again, but to their ends; nothing is asked for once it is stopped', async () => {
  const { asked, question } = noting();
  playAnswer(question, () => undefined, { soon: ['handed_in'], isThere: () => true });
  await ended();
  assert.deepEqual([asked.length, asked.every(({ only }) => only === undefined)], [64, true]);
  const none = noting();
  const plays = playAnswer(none.question, () => assert.fail('told'), { soon: ['handed_in'] });
  plays.stop();
  plays.toTheirEnds();
  await ended();
  assert.ok(none.asked.every(({ only }) => only !== undefined));
});

test('who asks for all that a play measures gets each to its end', async () => {
  const { asked, question } = noting();
  let told = 0;
  playWhole(question, () => (told += 1));
  await ended();
  assert.deepEqual([asked.length, told], [full, full]);
  assert.ok(asked.every(({ order, only }) => order === 'idle' && only === undefined));
});

test('an answer is done when every dot is there, and other numbers are told of plays alone that were played to their ends', () => {
  const some = gathered(full);
  const dots = answerOf('gap', { ...some, headlines: some.values.map(() => []), whole: 10 }, null);
  assert.equal(dots.state, 'done');
  assert.equal(dots.values.length, full);
  assert.equal(dots.plays.length, 10);
  assert.equal(answerOf('gap', gathered(full - 1), null).state, 'bar');
});

test('a device with plenty of memory keeps every play of an answer; a phone, and one that does not say, what it always did', () => {
  const desk = { deviceMemory: 8, userAgentData: { mobile: false } };
  assert.deepEqual([2, 4, 8].map((workers) => roomOf(workers, desk)), [200e6, 100e6, 90e6]);
  for (const device of [{}, { deviceMemory: 4, userAgentData: { mobile: false } }, { deviceMemory: 8, userAgentData: { mobile: true } }, { deviceMemory: 8 }])
    assert.equal(roomOf(2, device), 90e6, JSON.stringify(device));
});

test('each worker takes its own plays again, the answer before what is left, and the story none of them', () => {
  const queue = new Queue<Queued>();
  const spec = { text: 'x', overrides: '' };
  const add = (order: Order, replicate: number, tag = {}) =>
    queue.add({ job: { kind: 'drawn', spec, seed: '1', replicate, known: {} }, tag, order });
  const story = { job: { kind: 'chronicle', spec, seed: '1', replicate: 1, city: 0 }, tag: {}, order: 'last' } as Queued;
  const moved = {};
  add('idle', 70);
  add('rest', 8);
  queue.add(story);
  for (const replicate of [1, 2, 3, 4, 5, 6, 7, 9]) add('answer', replicate, moved);
  queue.add({ ...story, job: { kind: 'load', spec }, order: 'first' });
  const next = (worker: number) => {
    const job = queue.take(worker, 2)?.job;
    return job?.kind === 'drawn' ? job.replicate : job?.kind;
  };
  assert.deepEqual([next(0), next(0), next(0), next(0)], ['load', 2, 4, 6]);
  assert.equal(next(0), 9, 'of the other worker\'s five the last');
  assert.equal(next(1), 1);
  assert.deepEqual([next(0), next(0), next(0)], [8, 70, undefined], 'three are left to whoever has kept them');
  assert.equal(queue.takeTelling()?.job.kind, 'chronicle');
  assert.equal(queue.drop(moved).length, 3);
  assert.equal(next(1), undefined);
});

test('until a moment after the answer nothing long begins, and a story is told beside one worker at most', () => {
  const queue = new Queue<Queued>();
  const spec = { text: 'x', overrides: '' };
  const add = (job: Queued['job'], order: Order) => queue.add({ job, tag: {}, order });
  const drawn = { kind: 'drawn' as const, spec, seed: '1', known: {} };
  const told = { spec, seed: '1', replicate: 1, city: 0 };
  add({ ...drawn, replicate: 2 }, 'rest');
  add({ kind: 'wards', ...told }, 'last');
  add({ kind: 'replicate', spec, seed: '1', replicate: 5 }, 'last');
  add({ kind: 'diary', ...told, household: 1 }, 'first');
  assert.equal(queue.has('answer'), false);
  assert.equal(queue.takeTelling('first')?.job.kind, 'diary', 'what is asked for by itself is told at once');
  assert.equal(queue.takeTelling('first'), undefined);
  assert.equal(queue.take(0, 2, 'last')?.job.kind, 'replicate');
  assert.equal(queue.take(0, 2, 'last'), undefined, 'neither a story nor what is left');
  assert.equal(queue.takeTelling()?.job.kind, 'wards');
  assert.equal(queue.take(0, 2)?.job.kind, 'drawn');
  add({ ...drawn, replicate: 1 }, 'answer');
  assert.equal(queue.has('answer'), true);
});

test('by the second reading each play counts by its weight, and plays of one draw together as one', () => {
  const n = 202;
  const plays = Array.from({ length: n }, (_, at) => at);
  const alone = { how: 'each voice as one report, however many it made', told: 1 as const, families: plays, weights: plays.map(() => 2) };
  const even = secondOf(plays, alone);
  assert.deepEqual(even && [even.lo, even.middle, even.hi, Math.round(even.worth)], [10, 100, 191, n]);
  // The upper half three times: 101 plays of weight 3 and 101 of 1, worth 404^2 / 1010.
  const more = secondOf(plays, { ...alone, weights: plays.map((at) => (at < 101 ? 1 : 3)) });
  assert.deepEqual(more && [more.lo, more.middle, more.hi, Math.round(more.worth)], [20, 134, 195, 162]);
  const pairs = { ...alone, families: plays.map((at) => Math.floor(at / 2)) };
  assert.equal(Math.round(secondOf(plays, pairs)?.worth ?? 0), n / 2);
  const gaps = plays.map((at) => (at % 2 === 0 ? null : at));
  assert.equal(secondOf(gaps, alone)?.lo, 11);
  assert.equal(secondOf(plays, { ...alone, told: 0 })?.state, 'refused');
  assert.deepEqual([62, 63, 64].map((count) => secondOf(plays.slice(0, count), alone)?.state), ['few', 'few', 'range']);
  assert.equal(secondOf(plays, undefined), null);
});

test('the second reading is told beside the range, or that plays are too few for it', () => {
  const some = { ...gathered(200), headlines: [], whole: 0 };
  const how = 'each voice as one report, however many it made';
  const by = { how, told: 1 as const, families: some.values.map((_, at) => at), weights: some.values.map(() => 1) };
  const about = { draws: { from: 'belief' as const, why: '', problem: '', effective: 416, distinct: 2048, second: [by] } };
  const answer = answerOf('gap', some, null, by);
  const range = rangeText(answer.second?.lo ?? 0, answer.second?.hi ?? 0, 200);
  assert.equal(secondText(answer, about), `By a second reading of the reports (${how}): ${range}.`);
  assert.equal(secondText(answerOf('gap', some, null), about), '');
  const few = answerOf('gap', gathered(64), null, { ...by, weights: by.weights.map((_, at) => at) });
  // Weights of 0 to 63: 2016^2 / 85344.
  assert.equal(secondText(few, about), `By the second reading of the reports (${how}) these 64 plays are too few for a range: worth 48 of equal weight.`);
  assert.match(secondText(answerOf('gap', some, null, { ...by, told: 0 }), about), /too few draws for a range/);
  assert.equal(secondText(answerOf('gap', gathered(63), null, by), about), '', 'no range by the first reading');
  setLanguage('ko');
  assert.match(secondText(few, about), /64.*48/);
  assert.doesNotMatch(secondText(few, about), /[A-Za-z]/);
  setLanguage('en');
});

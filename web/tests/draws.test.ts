// What is not known: drawn by name, undone bit for bit; and what few plays may say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { valueOf } from '../src/doubt/answer_kind';
import { noteOf, numberOf } from '../src/doubt/answer_text';
import { drawOf, uniform, type Known } from '../src/doubt/draws';
import { spreadOf } from '../src/doubt/spread';
import { placeOf, unknownOf, unknowns, valueAt } from '../src/doubt/unknown';
import { answerOf } from '../src/doubt/answer';
import type { HeadlineValue } from '../src/explore/model/wire';

const start = {
  residents: 192680,
  household_size: 3.9,
  broker_households: 0.003,
  smuggler_households: 0.015,
  kin_abroad: 0.045,
  'phone_share.family': 0.25,
  'phone_share.smuggler': 0.9,
  'phone_share.broker': 1,
  belief_alpha: 2,
  belief_beta: 3,
  promise_breach: 0.1,
  detection: 0.01,
};
const rivals = [{ name: 'trust', choices: ['updated', 'fixed'] }];
const nothing: Known = { values: {}, rules: {}, held: new Set() };

test('a play has its values by name: fixing one leaves the others, unfixing it brings all back', () => {
  const free = drawOf('1', 7, start, rivals, nothing);
  const fixed = drawOf('1', 7, start, rivals, { ...nothing, values: { belief: 0.3 } });
  assert.equal(fixed.overrides.detection, free.overrides.detection);
  assert.equal(fixed.overrides.promise_breach, free.overrides.promise_breach);
  assert.ok(Math.abs((fixed.overrides.belief_alpha ?? 0) - 1.5) < 1e-12);
  assert.deepEqual(drawOf('1', 7, start, rivals, nothing), free);
  assert.notDeepEqual(drawOf('1', 8, start, rivals, nothing), free);
  assert.notDeepEqual(drawOf('2', 7, start, rivals, nothing), free);
});

test('what is drawn comes to the value drawn, within its range', () => {
  for (let play = 1; play <= 200; play += 1) {
    const values = { ...start, ...drawOf('1', play, start, rivals, nothing).overrides };
    for (const unknown of unknowns) {
      const value = unknown.of(values);
      assert.ok(value >= unknown.low * 0.999 && value <= unknown.high * 1.001, `${unknown.id} ${value}`);
    }
  }
});

test('a rule or a number that the reader holds is not drawn', () => {
  const held: Known = { values: {}, rules: { trust: 'fixed' }, held: new Set(['detection']) };
  for (let play = 1; play <= 20; play += 1) {
    const draw = drawOf('1', play, start, rivals, held);
    assert.equal(draw.rules.trust, 'fixed');
    assert.ok(!('detection' in draw.overrides));
  }
});

test('the keyed numbers are even: their mean and their tenths', () => {
  const values = Array.from({ length: 20_000 }, (_, i) => uniform(`1 ${i} homes 0`));
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  // The mean of 20,000 has a standard error of 0.289 / 141 = 0.002; four of them.
  assert.ok(Math.abs(mean - 0.5) < 0.0082, `${mean}`);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = values.filter((one) => Math.floor(10 * one) === tenth).length / values.length;
    // sqrt(0.1 0.9 / 20,000) = 0.0021; four of them.
    assert.ok(Math.abs(share - 0.1) < 0.0085, `${tenth}: ${share}`);
  }
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
      { id: 'stopped_calling', value: stopped },
    ] as HeadlineValue[];
  assert.equal(valueOf('gap', headlines(47, 100)), 47);
  assert.equal(valueOf('gap', headlines(47, -3)), Infinity);
  const spread = spreadOf([...Array.from({ length: 90 }, () => 50), ...Array.from({ length: 10 }, () => Infinity)]);
  assert.equal(spread?.hi, Infinity);
  assert.equal(spread?.middle, 50);
});

const gathered = (count: number, luck = 0) => ({
  values: Array.from({ length: 256 }, (_, i) => (i < count ? 20 + i : undefined)),
  luck: Array.from({ length: 64 }, (_, i) => (i < luck ? 40 + (i % 3) : undefined)),
  signed: [],
});

test('few plays look vaguer than many: dots only, no bar and no number below 64', () => {
  const early = answerOf('gap', gathered(8), null);
  assert.equal(early.state, 'early');
  assert.equal(early.doubt.all, null);
  assert.equal(numberOf(early), 'no range yet');
  assert.match(noteOf(early), /Early: 8 of 64 plays/);
  assert.doesNotMatch(numberOf(early), /\d/);
  const bar = answerOf('gap', gathered(64, 64), { lo: 16, hi: 74 });
  assert.ok(bar.doubt.all && bar.doubt.luck);
  assert.match(noteOf(bar), /64 plays\. Before: 16 to 74, the dashed outline\./);
});

test('a failed play is counted, and the picture waits for no gap', () => {
  const some = gathered(70);
  some.values[3] = null as unknown as undefined;
  const answer = answerOf('gap', some, null);
  assert.equal(answer.failed, 1);
  assert.equal(answer.values.length, 69);
  const holed = gathered(70);
  holed.values[10] = undefined;
  assert.equal(answerOf('gap', holed, null).values.length, 10);
});

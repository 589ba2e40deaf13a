// What is not known: ranges, dots, and what few plays may say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstOf } from '../src/data/first';
import { readReport } from '../src/data/read';
import { rangeText } from '../src/doubt/range_text';
import { axisLeast, axisTicks, stacked } from '../src/doubt/range_bar';
import { endText, luckOfTwins, spreadOf } from '../src/doubt/spread';
import { placeOf, steps, unknowns, valueOfStep } from '../src/doubt/unknown';
// @ts-expect-error The made-up report is plain JavaScript, shared with the browser tests.
import { makeReport } from '../../tests/browser/support/fixture.mjs';

test('eighteen of twenty dots lie within the range, one beyond each end', () => {
  const spread = spreadOf(Array.from({ length: 400 }, (_, i) => i));
  assert.ok(spread);
  const inside = spread.dots.filter((dot) => dot >= spread.lo && dot <= spread.hi);
  assert.equal(inside.length, 18);
  assert.ok((spread.dots[0] ?? 0) < spread.lo && (spread.dots[19] ?? 0) > spread.hi);
});

test('luck is what twins differ by, laid about the middle of all plays and never beyond them', () => {
  // Plays 3 and 4, 7 and 8, ... are twins, 2 apart about a middle of 50; the others spread from 0 to 100.
  const plays = Array.from({ length: 64 }, (_, i) => (i % 4 === 2 ? 49 : i % 4 === 3 ? 51 : (100 * i) / 63));
  const spread = spreadOf(plays);
  assert.ok(spread);
  const luck = luckOfTwins(spread, plays);
  // Half of a difference of 2 over the root of 2, both ways.
  assert.ok(luck && Math.abs(luck.hi - spread.middle - Math.SQRT2) < 1e-9, JSON.stringify(luck));
  const wide = plays.map((one, i) => (i % 4 === 2 ? -400 : i % 4 === 3 ? 500 : one));
  const all = spreadOf(wide);
  assert.ok(all);
  const capped = luckOfTwins(all, wide);
  assert.deepEqual([capped?.lo, capped?.hi], [all.lo, all.hi]);
  assert.equal(luckOfTwins(spread, plays.slice(0, 12)), null, 'three pairs tell nothing');
});

test('luck that may go beyond every number has no end, and twins that both do are alike', () => {
  const plays = Array.from({ length: 64 }, (_, i) => (i % 4 === 3 ? Infinity : i));
  const spread = spreadOf(plays);
  assert.ok(spread);
  assert.equal(luckOfTwins(spread, plays), null);
  const alike = Array.from({ length: 64 }, (_, i) => (i % 4 >= 2 && i % 8 >= 4 ? Infinity : i % 4 === 3 ? i - 1 : i));
  const both = spreadOf(alike);
  assert.ok(both);
  assert.ok(luckOfTwins(both, alike));
});

test('early ends are rounded to fives', () => {
  assert.equal(endText(73, 64, String), '75');
  assert.equal(endText(73, 256, String), '73');
});

test('dots that would meet stand above one another', () => {
  const dots = stacked([0, 2, 4, 20], 7);
  assert.deepEqual(dots.map(({ level }) => level), [0, 1, 2, 0]);
});

test('an axis begins at 0, or below what lies below it', () => {
  assert.equal(axisLeast([3, 40]), 0);
  assert.equal(axisLeast([-4, 30, Infinity]), -5);
  assert.deepEqual(axisTicks(0, 40, [0, 40]).map(({ label }) => label), ['0', '40']);
  assert.deepEqual(axisTicks(-20, 40, [0, 40]).map(({ at, label }) => [at, label]), [[-20, '\u221220'], [0, '0'], [40, '40']]);
  assert.equal(axisTicks(-5, 40, [0, 40])[0]?.label, '', 'where its number would meet the 0 only its line stands');
});

test('an end that does not exist is said, not left out', () => {
  assert.equal(rangeText(16, 74, 512), '16 to 74');
  assert.equal(rangeText(16, Infinity, 512), '16 or more');
  assert.equal(rangeText(16, 74, 64), '15 to 75');
});

test('results of today open with their luck alone: the ranges that they hold, and no dots', () => {
  const reading = readReport(JSON.stringify(makeReport({
    change: {
      first: null,
      differences: null,
      changed: [{ id: 'stopped_calling', label: 'Stopped', unit: 'people', median: 430, q05: 410, q95: 450, explanation: '' }],
    },
  })));
  assert.ok('report' in reading);
  const { report } = reading;
  const first = firstOf(report);
  assert.ok(first);
  assert.equal(first.drawn, 'luck');
  const official = report.official[0];
  assert.deepEqual(
    first.rows.map(({ row }) => row),
    ['official', 'changed', 'gap'],
  );
  assert.deepEqual([first.rows[0]?.spread.lo, first.rows[0]?.spread.hi], [official?.q05, official?.q95]);
  assert.ok(Math.abs((first.rows[2]?.spread.middle ?? 0) - 100 * (report.ratio?.value ?? 0)) < 1e-9);
});

test('results of a comparison open with no range that they do not hold', () => {
  const reading = readReport(JSON.stringify(makeReport({ change: { first: null } })));
  assert.ok('report' in reading);
  assert.equal(firstOf(reading.report), null);
});

test('a key moves every control of what is not known, from each of its steps to the next', () => {
  for (const unknown of unknowns) {
    for (let step = 0; step <= steps; step += 1)
      assert.equal(Math.round(steps * placeOf(unknown, valueOfStep(unknown, step))), step, `${unknown.id}, step ${step}`);
  }
});

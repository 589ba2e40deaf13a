import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOfDay, dayOfDate, dayOfRun, isoDate, plainDate, plainIsoDate } from '../src/data/days';
import { spansOf } from '../src/figures/calendar';
import { placeLabels } from '../src/figures/lanes';

const event = (label: string, from: string, to: string) => ({ kind: 'sweep', label, from, to });

test('day 0 is the start, and a leap day is a day', () => {
  assert.equal(isoDate(dateOfDay('2020-09-01', 0)), '2020-09-01');
  assert.equal(isoDate(dateOfDay('2020-02-28', 2)), '2020-03-01');
  assert.equal(dayOfDate('2020-09-01', '2020-10-01'), 30);
  assert.equal(plainDate(dateOfDay('2020-09-01', 199)), '19 Mar 2021');
  assert.equal(plainIsoDate('no date'), 'no date');
});

test('a day is told with its year where the run has that day more than once', () => {
  const start = '2020-09-01';
  assert.equal(dayOfRun({ start, days: 200 }, 121), '31 December');
  assert.equal(dayOfRun({ start, days: 365 }, 121), '31 December');
  assert.equal(dayOfRun({ start, days: 1295 }, 121), '31 December 2020');
  assert.equal(dayOfRun({ start, days: 1295 }, 121 + 365), '31 December 2021');
});

test('an event outside the run is not marked, one across its end is cut there', () => {
  const spans = spansOf(
    [event('before', '2020-01-01', '2020-02-01'), event('across', '2020-09-20', '2021-09-20')],
    '2020-09-01',
    30,
  );
  assert.deepEqual(
    spans.map(({ label, to }) => [label, isoDate(to)]),
    [['across', '2020-09-30']],
  );
});

test('an event of one day has the width of a day', () => {
  const [span] = spansOf([event('meeting', '2020-09-11', '2020-09-11')], '2020-09-01', 30);
  assert.equal(span!.to.getTime() - span!.from.getTime(), 86_400_000);
});

test('labels that would meet take different lanes', () => {
  const spans = [
    { label: 'Hand-in drive', x1: 50, x2: 200 },
    { label: 'Public meeting', x1: 60, x2: 62 },
    { label: 'Sweep', x1: 300, x2: 350 },
  ];
  const { labels, count } = placeLabels(spans, 50, 400);
  assert.deepEqual(
    labels.map(({ lane }) => lane),
    [0, 1, 0],
  );
  assert.equal(count, 2);
});

test('a label near the right edge stays inside', () => {
  const { labels } = placeLabels([{ label: 'Sweep', x1: 395, x2: 400 }], 50, 400);
  assert.ok(labels[0]!.x + 'Sweep'.length * 11 * 0.58 <= 400.01);
});

test('too many events are numbered, as in the list above the figures', () => {
  const spans = Array.from({ length: 9 }, (_, index) => {
    return { label: 'Hand-in drive again', x1: 50 + index * 10, x2: 58 + index * 10 };
  });
  const { labels, count } = placeLabels(spans, 50, 300);
  assert.deepEqual(
    labels.map(({ text }) => text),
    ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  );
  assert.ok(count <= 3);
});

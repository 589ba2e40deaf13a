// What the explorer computes without a model: links, calendars, statistics, sliders, what is left out.
import assert from 'node:assert/strict';
import type { ComponentChildren } from 'preact';
import { test } from 'node:test';
import { calendarOf, newEntry, withCalendar } from '../src/explore/data/canonical';
import { course, curvesOf, seriesOf } from '../src/explore/data/curves';
import { flowsUntil } from '../src/explore/data/flows';
import { newSchedule, nextScheduled, schedulableGroups, usualValue } from '../src/explore/data/schedule';
import { firstState, linkOf, stateOf, type ExplorerState } from '../src/explore/data/link';
import { withoutRoutine } from '../src/explore/data/routine';
import { isUntouched, specOf, untouched, withRule, withValue } from '../src/explore/data/setting';
import { pairedDifference, quantile, summary, tPoint } from '../src/explore/data/statistics';
import { byOpenness, grouped, sliderPlace, sliderValue } from '../src/explore/data/unknowns';
import type { DiaryEntry, Observable, Parameter, Replicate, ScenarioDescription } from '../src/explore/model/wire';
import { readPage } from '../src/data/page';
import { drawnRow } from '../src/explore/parts/numbers_table';
import { texts as page } from '../src/text';
import { diaryTexts } from '../src/text/explore';

const canonical = `name = "x"
days = 200

[rules]
trust = "updated"

[[city]]
name = "hyesan"
residents = 5000

[[hand_in_drive]]
from = 2020-10-01
to = 2020-12-31
forgiveness = "promised"

[[meeting]]
on = 2020-10-01
`;

const peak = { name: 'peak', label: 'Seasonal pressure', lasts: 'a while', number: 'pressure' } as const;

test('the calendar is read from the text, and another one put into it', () => {
  const calendar = calendarOf(canonical);
  assert.deepEqual(calendar, [
    {
      kind: 'hand_in_drive',
      fields: { from: '2020-10-01', to: '2020-12-31', forgiveness: 'promised' },
    },
    { kind: 'meeting', fields: { on: '2020-10-01' } },
  ]);
  assert.deepEqual(calendarOf(withCalendar(canonical, calendar)), calendar);
  const added = [...calendar, newEntry(peak, '2020-11-01', '2020-11-30')];
  const text = withCalendar(canonical, added);
  assert.match(text, /\[\[peak\]\]\nfrom = 2020-11-01\nto = 2020-11-30\npressure = 0.5\n/);
  assert.match(text, /\[\[city\]\]\nname = "hyesan"\nresidents = 5000\n/);
  assert.deepEqual(calendarOf(withCalendar(canonical, [])), []);
});

test('another value for a time is a part of the calendar, with its number as a text', () => {
  const entry = newSchedule('fee_base', 0.4, '2020-10-01', '2020-10-31');
  const text = withCalendar(canonical, [...calendarOf(canonical), entry]);
  const written =
    '[[schedule]]\nparameter = "fee_base"\nfrom = 2020-10-01\nto = 2020-10-31\nvalue = 0.4\n';
  assert.ok(text.endsWith(written));
  assert.deepEqual(calendarOf(text).pop(), entry);
  assert.doesNotMatch(withCalendar(text, calendarOf(canonical)), /schedule|fee_base/);
});

test('a setting becomes what the model reads', () => {
  const moved = withRule(withValue(untouched, 'fee_base', 0.3), 'trust', 'fixed');
  assert.deepEqual(specOf({ name: 'hyesan-handin' }, canonical, moved), {
    text: 'hyesan-handin',
    overrides: 'fee_base=0.3\nrules.trust=fixed',
  });
  assert.equal(isUntouched(moved), false);
  assert.equal(isUntouched(withValue(withValue(untouched, 'a', 1), 'a', null)), true);
  const other = { ...untouched, calendar: [] };
  assert.doesNotMatch(specOf({ name: 'x' }, canonical, other).text, /hand_in_drive/);
});

const state: ExplorerState = {
  base: { name: 'hyesan-handin' },
  seed: '18446744073709551615',
  compare: 'pair',
  a: withValue(untouched, 'phone_share.family', 0.4),
  b: {
    ...untouched,
    rules: { trust: 'fixed' },
    calendar: [...calendarOf(canonical), newSchedule('need_shock', 1e-7, '2020-10-01', '2020-10-31')],
  },
  first: { story: 'lost', ordinal: 2, known: { homes: 0.03 }, heard: { id: 'arrested', low: 35, high: 45 } },
};

test('a link holds the whole state', () => {
  assert.deepEqual(stateOf(linkOf(state)), state);
  const own = { ...state, base: { toml: 'title = "\u202e<b>"\n', file: 'a.toml' } };
  assert.deepEqual(stateOf(linkOf(own)), own);
  const drawn = { ...state, base: { toml: 'a = 1\n', file: 'a.toml', named: ['fee_base', 'rules.oath'] } };
  assert.deepEqual(stateOf(linkOf(drawn)), drawn, 'with what the text names, so that the rest is drawn');
  const broken = stateOf(linkTo({ ...state, base: { toml: 'a = 1\n', file: 'a', named: ['a\nb', 3, 'fee_base'] } }));
  assert.deepEqual(broken?.base, { toml: 'a = 1\n', file: 'a', named: ['fee_base'] });
});

function linkTo(value: unknown): string {
  return linkOf(value as ExplorerState);
}

test('a link written by anybody cannot say more than a state', () => {
  assert.equal(stateOf('#explore=%%%'), null);
  assert.equal(stateOf('#answer'), null);
  assert.equal(stateOf(linkTo({ base: { name: '../x' } })), null);
  const bad = {
    ...state,
    seed: 'no',
    a: { overrides: { 'a\nb': 1, good: 2, text: 'x' }, rules: { trust: 'a\nb' }, calendar: [{}] },
    first: { story: 'worst', ordinal: -1, known: { homes: 'x' } },
  };
  const read = stateOf(linkTo(bad));
  assert.equal(read?.seed, '1');
  assert.deepEqual(read?.first, firstState);
  assert.deepEqual(read?.a, { overrides: { good: 2 }, rules: {}, calendar: [] });
});

test('statistics are those of the program', () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.equal(quantile([1, 2, 3, 4], 0.05), 1 + 0.05 * 3);
  assert.deepEqual(summary([3, 1, 2]), { median: 2, lo: 1.1, hi: 2.9 });
  assert.deepEqual(summary([]), { median: null, lo: null, hi: null });
  // Tables of Student's t, two-sided 95 %.
  for (const [freedom, point] of [
    [3, 3.1824],
    [7, 2.3646],
    [15, 2.1314],
    [31, 2.0395],
  ] as const) {
    assert.ok(Math.abs(tPoint(freedom) / point - 1) < 0.005, `${freedom}: ${tPoint(freedom)}`);
  }
});

test('a paired difference knows more than either number', () => {
  const x = [10, 20, 30, 40, 50, 60, 70, 80];
  const y = [12, 21, 33, 42, 52, 61, 73, 82];
  const known = pairedDifference(x, y);
  assert.equal(known.mean, 2);
  assert.deepEqual([known.sign, known.more, known.fewer], ['higher', 8, 0]);
  assert.ok(known.lo !== null && known.hi !== null && known.lo > 0);
  // mean 2, standard deviation sqrt(4/7), n 8: half-width 2.3646 sqrt(4/7) / sqrt(8)
  assert.ok(Math.abs(known.hi - 2 - 0.632) < 0.01);
  assert.ok((known.correlation ?? 0) > 0.99);
  const same = pairedDifference(x, x);
  assert.deepEqual([same.mean, same.lo, same.hi, same.sign], [0, 0, 0, 'same']);
  const apart = [12, 19, 33, 38, 52, 59, 73, 78];
  assert.deepEqual([pairedDifference(x, apart).sign, pairedDifference(x.slice(1), y.slice(1)).sign], ['open', 'few']);
  assert.equal(pairedDifference([1], [2]).lo, null);
});

const observables = [
  { name: 'arrested', label: 'Arrested', unit: 'people', type: 'int64', rule: 'x', measure: 'flow', explanation: '' },
  { name: 'fee', label: 'Fee', unit: 'share', type: 'float64', rule: 'x', measure: 'level', explanation: '' },
] as const satisfies Observable[];

test('curves add observables, cities and days', () => {
  const days = Float64Array.of(1, 0.1, 2, 0.2, 3, 0.3);
  assert.deepEqual([...course([days], [0], 2, 'daily')], [1, 2, 3]);
  assert.deepEqual([...course([days], [0], 2, 'total')], [1, 3, 6]);
  assert.deepEqual([...course([days, days], [0], 2, 'total')], [2, 6, 12]);
  const runs = [1, 2, 3].map(
    (factor): Replicate => ({
      replicate: factor,
      hash: '',
      cities: [days.map((value) => value * factor), days],
      headlines: [],
    }),
  );
  const curve = curvesOf(observables).find(({ id }) => id === 'arrested_total');
  assert.ok(curve);
  assert.deepEqual(seriesOf(runs, curve, observables, 0, 'a').q50, [2, 6, 12]);
  assert.deepEqual(seriesOf(runs, curve, observables, -1, 'all').q50, [3, 9, 18]);
});

test('the flows of the drive add up to those who considered', () => {
  const ids = ['considered', 'decoys_family', 'decoys_professional', 'real_family'];
  const more = ['real_professional', 'decoys_refused', 'caught', 'arrested'];
  const names = [...ids, ...more].map((name): Observable => ({ ...observables[0], name }));
  const day = [10, 2, 1, 1, 1, 2, 4, 3];
  const flows = flowsUntil(Float64Array.from([...day, ...day]), names, 1);
  assert.deepEqual(flows, {
    considered: 20,
    decoy: 6,
    real: 4,
    refused: 4,
    kept: 6,
    caught: 8,
    arrested: 6,
  });
});

const parameter: Parameter = {
  name: 'a',
  label: 'A',
  symbol: 'a',
  rule: 'news',
  unit: '1',
  kind: 'daily',
  grade: 'assumed',
  prior: 'log-uniform',
  note: '',
  value: 0.01,
  range: [0.001, 0.1],
  limits: [0, 1],
  sources: [],
};

test('a slider spans the range of the evidence, in logarithms where that is known', () => {
  assert.equal(sliderPlace(parameter, 0.01), 200);
  assert.equal(sliderValue(parameter, 200), 0.01);
  assert.equal(sliderValue(parameter, 0), 0.001);
  assert.equal(sliderValue(parameter, 400), 0.1);
  assert.equal(sliderPlace(parameter, 5), 400);
  const days = { ...parameter, unit: 'days', prior: 'uniform', range: [10, 90], value: 60 } satisfies Parameter;
  assert.equal(sliderValue(days, 101), 30);
  const fixed = { ...parameter, range: [1, 1], value: 1 } satisfies Parameter;
  assert.equal(sliderPlace(fixed, 1), 0);
});

test('assumed numbers come first, the widest before the narrower', () => {
  const narrow: Parameter = { ...parameter, name: 'narrow', range: [0.001, 0.002] };
  const measured: Parameter = { ...parameter, name: 'measured', grade: 'survey', range: [0.001, 10] };
  const order = [measured, narrow, parameter].sort(byOpenness).map(({ name }) => name);
  assert.deepEqual(order, ['a', 'narrow', 'measured']);
  const groups = grouped([measured, { ...parameter, rule: 'oath' }, parameter]);
  assert.deepEqual(
    groups.map(({ group, parameters }) => [group, parameters.length]),
    [
      ['news', 2],
      ['oath', 1],
    ],
  );
});

test('only numbers of a day can have another value for a time, the least known without one first', () => {
  const built = { ...parameter, name: 'built', kind: 'build', range: [0.001, 10] } satisfies Parameter;
  const narrow = { ...parameter, name: 'narrow', high: 0.002 };
  const all = [built, narrow, parameter];
  const names = schedulableGroups(all).flatMap(({ parameters }) => parameters.map(({ name }) => name));
  assert.deepEqual(names, ['a', 'narrow']);
  const entry = newSchedule('a', 0.01, '2020-10-01', '2020-10-31');
  assert.equal(nextScheduled(all, [])?.name, 'a');
  assert.equal(nextScheduled(all, [entry])?.name, 'narrow');
  assert.equal(nextScheduled(all, [entry, newSchedule('narrow', 1, '', '')])?.name, 'a');
  assert.equal(nextScheduled([built], []), undefined);
});

test('a value for a time begins with what the number has otherwise', () => {
  const scenario = { values: { a: 0.05 } } as unknown as ScenarioDescription;
  assert.equal(usualValue(parameter, scenario, untouched), 0.05);
  assert.equal(usualValue(parameter, scenario, withValue(untouched, 'a', 0.07)), 0.07);
  assert.equal(usualValue({ ...parameter, name: 'other' }, scenario, untouched), 0.01);
});

test('a diary leaves out what only repeats the days before', () => {
  const entry = (day: number, event: string, outcome: string): DiaryEntry => ({
    day,
    member: 0,
    event,
    rule: 'contact',
    outcome,
    inputs: {},
  });
  const entries = [
    entry(0, 'reviewed', 'calling'),
    entry(1, 'called', 'calls'),
    entry(2, 'reviewed', 'as before'),
    entry(3, 'reviewed', 'quiet'),
    entry(4, 'followed', 'followed'),
    entry(5, 'followed', 'followed'),
    entry(30, 'followed', 'followed'),
    entry(31, 'caught_by_officer', 'not caught'),
    entry(32, 'caught_by_officer', 'caught'),
  ];
  const days = withoutRoutine(entries).map(({ day }) => day);
  assert.deepEqual(days, [0, 3, 4, 30, 32]);
});

test('every sentence of a diary names what happened', () => {
  const said = diaryTexts.sentence('considered', diaryTexts.who(0), 'keeps it');
  assert.equal(said, 'The first adult considers handing in the phone, and keeps it.');
  assert.equal(diaryTexts.sentence('new_event', '', 'so'), 'new_event: so.');
});

test('a page is a report or the explorer', () => {
  const page = (value: unknown) => readPage(JSON.stringify(value));
  assert.deepEqual(page({ format: 1, explore: { scenario: 'x', toml: null } }), {
    explore: { name: 'x' },
  });
  assert.deepEqual(page({ format: 1, explore: { scenario: 'x', toml: 'a = 1' } }), {
    explore: { toml: 'a = 1', file: 'x' },
  });
  assert.deepEqual(page({ format: 1, explore: { scenario: 'x', toml: 'a = 1', named: ['fee_base'] } }), {
    explore: { toml: 'a = 1', file: 'x', named: ['fee_base'] },
  });
  assert.ok('problem' in page({ format: 2, explore: {} }));
  assert.ok('problem' in readPage('__TUMEN'));
});

/** The texts in a cell, one for each of its elements. */
function linesIn(cell: ComponentChildren): string[] {
  if (Array.isArray(cell)) return cell.flatMap(linesIn);
  if (cell === null || typeof cell !== 'object') return [String(cell)];
  return 'props' in cell ? linesIn(cell.props.children) : [];
}

test('every number has luck alone and all that is not known beside it', () => {
  // Every fourth play has the values of the one before it: of a pair luck alone makes the difference, here 2.
  const values = Array.from({ length: 64 }, (_, at) => 10 * Math.floor(at - (at % 4 === 3 ? 1 : 0)) + (at % 4 === 3 ? 2 : 0));
  const row = { id: 'arrested', label: '', unit: 'people', side: 'changed' as const, smallest: 0, value: 0, explanation: '' };
  const of = (shift: number) => ({ plays: values.map((value) => [{ ...row, value: value + shift }]), done: 64 });
  const alone = drawnRow(row, of(0), null);
  assert.equal(alone.length, 5);
  const ends = (cell: ComponentChildren) => String(cell).split(' to ').map(Number);
  const [luck, all] = [ends(alone[3]), ends(alone[4])];
  assert.deepEqual([luck.length, all.length], [2, 2]);
  const width = ([low = 0, high = 0]: number[]) => high - low;
  assert.ok(width(luck) > 0 && width(luck) < 4 && width(all) > 500, `${alone[3]}; ${alone[4]}`);
  const pair = drawnRow(row, of(0), of(-5));
  assert.equal(pair.length, 4);
  assert.deepEqual(linesIn(pair[3]), ['\u22125', '\u22125 to \u22125', 'higher in 0, lower in 64 of 64 plays']);
  assert.deepEqual(linesIn(pair[1]), [alone[2], alone[4], `luck alone ${String(alone[3])}`]);
  const shares = drawnRow({ ...row, unit: 'share' }, of(0), of(-0.05));
  assert.equal(linesIn(shares[3])[0], '\u22125 percentage points');
});

test('a play that failed or has no such number is left out of its row alone', () => {
  const row = { id: 'arrested', label: '', unit: 'people', side: 'changed' as const, smallest: 0, value: 3, explanation: '' };
  const plays = [null, [{ ...row, value: null }], ...Array.from({ length: 62 }, () => [row])];
  assert.deepEqual(drawnRow(row, { plays, done: 64 }, null).slice(2), ['3', '3 to 3', '3 to 3']);
  const none = { plays: [null, null], done: 2 };
  assert.deepEqual(new Set(drawnRow(row, none, none).slice(1)), new Set([page.notDefined]));
});

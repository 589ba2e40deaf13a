import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityChoices, fanCsv, fanRows, fansOf, summaryOf } from '../src/data/fans';
import { readReport } from '../src/data/read';
import type { Report, Series } from '../src/data/types';
import type { Headline } from '../src/data/rows';
import { compareRows } from '../src/figures/compare';
// @ts-expect-error The made-up report is plain JavaScript, shared with the browser tests.
import { makeReport } from '../../tests/browser/support/fixture.mjs';

function read(value: unknown): Report {
  const reading = readReport(JSON.stringify(value));
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.report;
}

const series: Series = {
  city: 'hyesan',
  observable: 'fee',
  q05: [0.1, null],
  q25: [0.2, null],
  q50: [0.3, null],
  q75: [0.4, null],
  q95: [0.5, null],
};

test('a report without what came later is read, with nothing in its place', () => {
  const { ratio, differences, patterns, ...old } = makeReport();
  const report = read(old);
  assert.deepEqual([report.ratio, report.differences, report.patterns], [null, null, null]);
  assert.ok(ratio && differences && patterns);
});

test('what is wrong with the data is said with its place', () => {
  const problem = (value: unknown) => {
    const reading = readReport(JSON.stringify(value));
    return 'problem' in reading ? reading.problem : '';
  };
  const report = makeReport();
  assert.match(problem(null), /not a table/);
  assert.match(problem({ ...report, format: 7 }), /format 7/);
  assert.match(problem({ ...report, limits: undefined }), /limits is not a list/);
  assert.match(
    problem({ ...report, scenario: { ...report.scenario, start: '1 Sept' } }),
    /scenario.start/,
  );
  assert.match(
    problem({ ...report, series: [{ ...report.series[0], q05: [1] }] }),
    /q05 has 1 days, expected 200/,
  );
  assert.deepEqual(readReport('__NOT_JSON__'), { problem: 'the data is not JSON' });
});

test('there is a choice of cities only where there are two, and a sum only where the results have it', () => {
  assert.equal(cityChoices(read(makeReport({ cities: 1 }))).length, 1);
  const two = read(makeReport({ cities: 2 }));
  assert.deepEqual(
    cityChoices(two).map(({ name }) => name),
    ['hyesan', 'hoeryong', 'all'],
  );
  const unsummed = { ...two, series: two.series.filter(({ city }) => city !== 'all') };
  assert.deepEqual(
    cityChoices(unsummed).map(({ name }) => name),
    ['hyesan', 'hoeryong'],
  );
});

test('a figure of two observables becomes two charts, each under its own name', () => {
  const report = read(makeReport());
  report.figures = [
    { id: 'both', title: 'Contact', observables: ['calling', 'fee', 'unknown'], note: '' },
  ];
  const fans = fansOf(report, 'hyesan');
  assert.deepEqual(
    fans.map(({ title }) => title),
    ['People calling abroad', "Broker's fee"],
  );
});

test('the rows of a table follow the days; the file holds the exact numbers', () => {
  assert.deepEqual(fanRows(series, 'share', '2020-09-01')[1], [
    '2 Sep 2020',
    ...Array(5).fill('not defined'),
  ]);
  assert.deepEqual(fanCsv(series, 'share', '2020-09-01'), [
    ['2020-09-01', 0, 'hyesan', 'fee', 'share', 0.3, 0.1, 0.2, 0.4, 0.5],
    ['2020-09-02', 1, 'hyesan', 'fee', 'share', null, null, null, null, null],
  ]);
});

test('the summary names first, last, lowest and highest median with their days', () => {
  const some = { ...series, q50: [30, 10, null, 50, 20] };
  assert.equal(
    summaryOf(some, 'people', '2020-09-01'),
    'Median: 30 on the first day, 20 on the last; lowest 10 (2 Sep 2020), highest 50 (4 Sep 2020).',
  );
  assert.match(summaryOf({ ...series, q50: [null, null] }, 'people', '2020-09-01'), /no value/);
});

test('only counts share a scale: no money, no share, nothing undefined', () => {
  const estimate = (id: string, unit: string, median: number | null): Headline => {
    const mean = { n: 9, mean: median, mean_low: 0, mean_high: 9 };
    return { id, label: id, unit, side: 'official', ...mean, median, q05: 0, q95: 9, explanation: '' };
  };
  const rows = compareRows(
    [estimate('a', 'phones', 5), estimate('b', 'share', 0.5)],
    [estimate('c', 'people', 2), estimate('d', 'CNY', 7), estimate('e', 'people', null)],
  );
  assert.deepEqual(
    rows.map(({ name, kind }) => [name, kind]),
    [
      ['a (phones)', 'official'],
      ['c (people)', 'changed'],
    ],
  );
});

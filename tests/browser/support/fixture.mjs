// A made-up report with the shape of a real one, for development and for the browser tests.
import { makeRuns, seriesOf, sumRuns } from './fixture_runs.mjs';
import { firstOfRun } from './fixture_first.mjs';
import * as tables from './fixture_tables.mjs';

const days = 200;
const replicates = 64;
const drive = { from: 30, to: 121 };

/** Right-to-left override, an unclosed tag, a closing script, and 10,000 characters. */
export const hostileTitle =
  '<script>window.attacked = 1</script>\u202eDRIVE\u2066 ' +
  '</script><img src=x onerror="window.attacked = 2">&amp; ' +
  'x'.repeat(10_000);

function runsOf(seed, size) {
  return makeRuns({ seed, days, replicates, size, drive });
}

function seriesForAll(city, runs, list) {
  return list.map((observable) => seriesOf(city, observable.id, runs));
}

function allSeries(cities) {
  const runs = [runsOf(11, 1), runsOf(12, 0.45)].slice(0, cities);
  const names = ['hyesan', 'hoeryong'];
  const series = runs.flatMap((one, index) => seriesForAll(names[index], one, tables.observables));
  if (cities < 2) return series;
  const countable = tables.observables.filter((observable) => observable.kind !== 'level');
  return [...series, ...seriesForAll('all', sumRuns(runs[0], runs[1]), countable)];
}

function enoughOf(estimate) {
  const n = [8, 16, 32, 64];
  const spread = (estimate.hi - estimate.lo) / 3.29;
  const half = n.map((size) => (1.96 * spread) / Math.sqrt(size));
  const relative = half[3] / estimate.median;
  const sentence = `With 64 runs the mean is known to within ${(100 * relative).toFixed(1)} %.`;
  const { id, label, unit, median } = estimate;
  return {
    id,
    label,
    unit,
    n,
    half_width: half,
    mean: median,
    relative,
    sentence,
  };
}

function hashOf(replicate) {
  let text = '';
  for (let part = 0; part < 4; part += 1) {
    text += ((replicate * 2654435761 + part * 40503 * 65537) >>> 0).toString(16).padStart(8, '0');
  }
  return text;
}

const provenance = {
  version: '0.1.0',
  commit: '4f1c2d9',
  dirty: 'clean',
  compiler: 'g++ 12.2.0',
  platform: 'linux x86_64',
  seed: 1,
  parameter_hash: hashOf(9001),
  created: '2026-01-15T10:20:00Z',
  command: 'tumen run hyesan-handin --seed 1',
  replicate_hashes: Array.from({ length: replicates }, (_, index) => ({
    replicate: index + 1,
    hash: hashOf(index + 1),
  })),
};

const canonical = `name = "hyesan-handin"
start = 2020-09-01
days = 200

[[city]]
name = "hyesan"
residents = 192680

[[hand_in_drive]]
from = 2020-10-01
to = 2020-12-31
forgiveness = "promised"
`;

const events = [
  {
    kind: 'hand_in_drive',
    label: 'Hand-in drive',
    from: '2020-10-01',
    to: '2020-12-31',
  },
  {
    kind: 'meeting',
    label: 'Public meeting',
    from: '2020-10-19',
    to: '2020-10-19',
  },
  {
    kind: 'schedule',
    label: 'Phone supply 10 %',
    from: '2021-01-20',
    to: '2021-02-20',
  },
];

/**
 * The report. cities: 1 or 2; extras: "none" leaves out differences and patterns;
 * change: fields of the report to replace.
 */
export function makeReport({ cities = 1, extras = 'all', title, change = {} } = {}) {
  const cityList = [
    {
      name: 'hyesan',
      label: 'Hyesan',
      residents: 192680,
      adults_median: 143012,
    },
    {
      name: 'hoeryong',
      label: 'Hoeryong',
      residents: 92494,
      adults_median: 68650,
    },
  ].slice(0, cities);
  const enough = [tables.official[0], ...tables.changed].map(enoughOf);
  return {
    format: 1,
    scenario: {
      name: 'hyesan-handin',
      title: title ?? 'Hyesan: a hand-in drive with a promise of forgiveness',
      question:
        'How far is the number of phones handed in from the number of people who stopped calling home?',
      start: '2020-09-01',
      days,
      hash: hashOf(77),
      canonical,
      beyond_evidence: extras === 'all' ? ['phone_supply'] : [],
    },
    cities: cityList,
    replicates,
    events,
    answer: tables.answer,
    official: tables.official,
    changed: tables.changed,
    told: tables.told,
    other: tables.other,
    ratio: tables.ratio,
    limits: tables.limits,
    observables: tables.observables,
    figures: tables.figures,
    series: allSeries(cities),
    enough,
    differences: extras === 'all' ? tables.differences : null,
    patterns: extras === 'all' ? tables.patterns : null,
    sensitivity: null,
    first: firstOfRun(),
    provenance,
    model_card: tables.modelCard,
    cite:
      'Tumen 0.1.0, scenario hyesan-handin, 64 replicates, seed 1, parameter hash ' +
      hashOf(9001) +
      '.',
    ...change,
  };
}

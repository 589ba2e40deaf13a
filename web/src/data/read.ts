// Reads the report out of the page. What is wrong with it is said in one sentence with the place,
// because whoever meets it holds a file and cannot ask the program that made it.
import type { Report } from './types';

export type Reading = { report: Report } | { problem: string };

type Fields = Record<string, unknown>;

const lists = [
  'cities',
  'events',
  'answer',
  'official',
  'changed',
  'limits',
  'observables',
  'figures',
  'series',
  'enough',
  'model_card',
];

const quantiles = ['q05', 'q25', 'q50', 'q75', 'q95'];

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkScenario(value: unknown): string | null {
  if (!isFields(value)) return 'scenario is missing';
  for (const key of ['name', 'title', 'question', 'start', 'hash', 'canonical']) {
    if (typeof value[key] !== 'string') return `scenario.${key} is not a text`;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(value.start))) return 'scenario.start is not a date';
  return Number.isInteger(value.days) ? null : 'scenario.days is not a whole number';
}

function checkSeries(series: unknown[], days: number): string | null {
  for (const [index, one] of series.entries()) {
    if (!isFields(one)) return `series[${index}] is not a table`;
    for (const key of quantiles) {
      const values = one[key];
      if (!Array.isArray(values)) return `series[${index}].${key} is not a list`;
      if (values.length !== days) {
        return `series[${index}].${key} has ${values.length} days, expected ${days}`;
      }
    }
  }
  return null;
}

function check(value: unknown): string | null {
  if (!isFields(value)) return 'the data is not a table';
  if (value.format !== 1) return `the data has format ${String(value.format)}, this page reads 1`;
  const scenario = checkScenario(value.scenario);
  if (scenario) return scenario;
  for (const key of lists) {
    if (!Array.isArray(value[key])) return `${key} is not a list`;
  }
  if (!isFields(value.provenance)) return 'provenance is missing';
  const days = (value.scenario as Fields).days as number;
  return checkSeries(value.series as unknown[], days);
}

export function readReport(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'the data is not JSON' };
  }
  const problem = check(value);
  if (problem) return { problem };
  const report = value as Report;
  // What a later version adds may be absent in a file made by an earlier one.
  report.told ??= [];
  report.other ??= [];
  report.ratio ??= null;
  report.differences ??= null;
  report.patterns ??= null;
  report.sweep ??= null;
  report.stopped ??= null;
  report.sensitivity ??= null;
  report.first ??= null;
  report.scenario.beyond_evidence ??= [];
  report.provenance.replicate_hashes ??= [];
  return { report };
}

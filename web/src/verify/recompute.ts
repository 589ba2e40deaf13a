// What a report shows, computed again from its runs as this page has played them: bands, tables, the numbers in the
// sentences. As src/report/series/fans.cpp and src/measures/numbers/statistics.cpp have it.
import { quantile } from '../explore/data/statistics';
import type { Observable as Column, Replicate } from '../explore/model/wire';
import type { Observable, Report, Series } from '../data/types';
import type { Headline } from '../data/rows';
import type { Value } from '../data/value';

/** The observables of a run, in the order of its columns. */
export type Columns = Column[];

export interface Finding {
  kind: 'band' | 'table' | 'sentence';
  label: string;
  city?: string;
  /** Days since the start, or the number of the sentence. */
  at?: number;
  shown: string;
  made: string;
}

const levels = { q05: 0.05, q25: 0.25, q50: 0.5, q75: 0.75, q95: 0.95 } as const;
const month = 30;

/** Six significant digits, as the program writes them. */
function rounded(value: number): Value {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}

function sorted(values: number[]): number[] {
  return [...values].sort((one, other) => one - other);
}

type Taken = NonNullable<Observable['taken']>;

/** A day's value, the running total, or the sum of thirty days, where there are so many. */
function takenAs(taken: Taken, values: number[]): number[] {
  if (taken === 'daily') return values;
  let sum = 0;
  return values.map((value, day) => {
    sum += value;
    if (taken === 'last 30 days' && day >= month) sum -= values[day - month] ?? 0;
    return taken === 'running total' || day + 1 >= month ? sum : Number.NaN;
  });
}

/** One run's course of a curve in some cities, added up. */
function course(run: Replicate, cities: number[], rows: number[], width: number, taken: Taken): number[] {
  const first = run.cities[cities[0] ?? 0];
  if (!first) return [];
  const days = Array.from({ length: first.length / width }, (_, day) =>
    cities.reduce((all, city) => all + rows.reduce((sum, row) => sum + (run.cities[city]?.[day * width + row] ?? 0), 0), 0),
  );
  return takenAs(taken, days).map(Math.fround);
}

function differ(shown: Value | undefined, made: Value): boolean {
  return (shown ?? null) !== made;
}

function bandFinding(report: Report, one: Series, runs: Replicate[], columns: Columns): Finding | undefined {
  const curve = report.observables.find(({ id }) => id === one.observable);
  const city = report.cities.findIndex(({ name }) => name === one.city);
  if (!curve?.of || !curve.taken) return undefined;
  const rows = curve.of.map((name) => columns.findIndex((one) => one.name === name));
  const cities = city < 0 ? report.cities.map((_, at) => at) : [city];
  const courses = runs.map((run) => course(run, cities, rows, columns.length, curve.taken as Taken));
  const days = courses[0]?.length ?? 0;
  for (let day = 0; day < days; day++) {
    const values = sorted(courses.map((own) => own[day] ?? Number.NaN));
    if (values.some(Number.isNaN) && !values.every(Number.isNaN)) continue; // no order to speak of
    for (const [name, level] of Object.entries(levels)) {
      const made = rounded(quantile(values, level));
      const shown = one[name as keyof typeof levels][day];
      if (!differ(shown, made)) continue;
      return { kind: 'band', label: curve.label, city: one.city, at: day, shown: String(shown), made: String(made) };
    }
  }
  return undefined;
}

function valuesOf(id: string, runs: Replicate[]): number[] {
  return sorted(
    runs.flatMap(({ headlines }) => headlines.find((one) => one.id === id)?.value ?? []),
  );
}

function tableFinding(shown: Headline, runs: Replicate[]): Finding | undefined {
  const values = valuesOf(shown.id, runs);
  if (values.length === 0) return { kind: 'table', label: shown.label, shown: String(shown.median), made: '-' };
  const made = { median: rounded(quantile(values, 0.5)), q05: rounded(quantile(values, 0.05)), q95: rounded(quantile(values, 0.95)) };
  for (const key of ['median', 'q05', 'q95'] as const) {
    if (differ(shown[key], made[key]))
      return { kind: 'table', label: shown.label, shown: String(shown[key]), made: String(made[key]) };
  }
  return undefined;
}

/** How far a number in a sentence may lie from what it was rounded from: half its last place that is not 0. */
export function tolerance(written: string): number {
  const [whole = '', part] = written.replaceAll(',', '').split('.');
  if (part !== undefined) return 0.5 * 10 ** -part.length;
  return 0.5 * 10 ** (/0+$/.exec(whole)?.[0].length ?? 0);
}

/** Numbers of a sentence that no headline, count of runs or level of an interval comes to. */
function sentenceFindings(text: string, at: number, known: number[]): Finding[] {
  const found: Finding[] = [];
  for (const [written] of text.matchAll(/\d[\d,]*(\.\d+)?/g)) {
    const value = Number(written.replaceAll(',', ''));
    const most = tolerance(written) * (1 + 1e-9);
    if (known.some((one) => Math.abs(Math.abs(one) - value) <= most)) continue;
    found.push({ kind: 'sentence', label: '', at, shown: written, made: '' });
  }
  return found;
}

/** All that sentences may say: headlines as they are and in percent, and the ratio of the picture. */
function sayable(report: Report, runs: Replicate[]): number[] {
  const ids = new Set(runs.flatMap(({ headlines }) => headlines.map(({ id }) => id)));
  const plain = [...ids].flatMap((id) => {
    const values = valuesOf(id, runs);
    if (values.length === 0) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [0.05, 0.5, 0.95].map((level) => quantile(values, level)).concat(mean);
  });
  const { ratio } = report;
  const ofRatio = ratio ? [ratio.value, ratio.low, ratio.high].filter((one): one is number => one !== null) : [];
  const parts = report.events.map((_, at) => at + 1);
  const all = [...plain, ...ofRatio];
  return [...all, ...all.map((value) => 100 * value), runs.length, 90, 95, 7, 14, 30, 100, ...parts];
}

/** Where the page does not show what its runs come to. */
export function recompute(report: Report, runs: Replicate[], columns: Columns): Finding[] {
  const estimates = [...report.official, ...report.changed, ...report.other];
  const known = sayable(report, runs);
  const isOfRuns = !report.sweep && !report.sensitivity;
  return [
    ...report.series.map((one) => bandFinding(report, one, runs, columns)),
    ...estimates.map((one) => tableFinding(one, runs)),
    ...(isOfRuns ? report.answer.flatMap((text, at) => sentenceFindings(text, at + 1, known)) : []),
  ].filter((one): one is Finding => one !== undefined);
}

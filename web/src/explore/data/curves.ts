// From runs to what is drawn: sums of observables, running totals, bands over runs.
import type { ObservableKind, Series } from '../../data/types';
import { quantile } from './statistics';
import { texts } from '../../text/explore';
import type { Observable, Replicate } from '../model/wire';

export interface Curve {
  id: string;
  label: string;
  unit: string;
  kind: ObservableKind;
  explain: string;
  /** Observables that are added up. */
  of: string[];
  time: 'daily' | 'total';
}

const calling = ['calling_residents', 'calling_families', 'calling_smugglers', 'calling_brokers'];
const dead = ['decoys_professional', 'decoys_family'];
const working = ['real_professional', 'real_family'];

type Made = Omit<Curve, 'label' | 'explain'> & { id: keyof typeof texts.curves };
const made: Made[] = [
  { id: 'calling', unit: 'people', kind: 'stock', of: calling, time: 'daily' },
  { id: 'handed_in', unit: 'phones', kind: 'stock', of: [...dead, ...working], time: 'total' },
  { id: 'handed_dead', unit: 'phones', kind: 'stock', of: dead, time: 'total' },
  { id: 'arrested_total', unit: 'people', kind: 'stock', of: ['arrested'], time: 'total' },
  { id: 'told_total', unit: 'people', kind: 'stock', of: ['told_arrests'], time: 'total' },
  { id: 'exiled_total', unit: 'people', kind: 'stock', of: ['exiled_people'], time: 'total' },
];

/** What the officers can count: phones or oaths; where neither is counted, only arrests. */
function counted(events: { kind: string }[]): string {
  const has = (kind: string) => events.some((event) => event.kind === kind);
  if (has('hand_in_drive')) return 'handed_in';
  return has('oath_drive') ? 'signed' : 'arrested_total';
}

/** What the page draws until the reader asks for more: nothing that this campaign cannot bring about. */
export function firstCurves(events: { kind: string }[]): string[] {
  return ['calling', counted(events), 'told_total', 'fee', 'need_kin'];
}

export function curvesOf(observables: Observable[]): Curve[] {
  const own = made.map((curve): Curve => ({ ...curve, ...texts.curves[curve.id] }));
  const plain = observables.map(
    ({ name, label, unit, measure, explanation }): Curve => ({
      id: name,
      label,
      unit,
      kind: measure,
      explain: explanation,
      of: [name],
      time: 'daily',
    }),
  );
  return [...own, ...plain];
}

export function columnsOf({ of }: Pick<Curve, 'of'>, observables: Observable[]): number[] {
  return of.map((wanted) => observables.findIndex(({ name }) => name === wanted));
}

/** One run's course of the curve; cities given together are added up. */
export function course(
  cities: Float64Array[],
  columns: number[],
  width: number,
  time: Curve['time'],
): Float64Array {
  const days = (cities[0]?.length ?? 0) / width;
  const values = new Float64Array(days);
  let total = 0;
  for (let day = 0; day < days; day += 1) {
    let today = 0;
    for (const city of cities) {
      for (const column of columns) today += city[day * width + column] ?? 0;
    }
    total += today;
    values[day] = time === 'total' ? total : today;
  }
  return values;
}

/** Every city together has the index -1. */
export const allCities = -1;

export function seriesOf(
  runs: Replicate[],
  curve: Curve,
  observables: Observable[],
  city: number,
  name: string,
): Series {
  const columns = columnsOf(curve, observables);
  const courses = runs.map(({ cities }) => {
    const chosen = city === allCities ? cities : cities.slice(city, city + 1);
    return course(chosen, columns, observables.length, curve.time);
  });
  const days = courses[0]?.length ?? 0;
  const series: Series = {
    city: name,
    observable: curve.id,
    q05: [],
    q25: [],
    q50: [],
    q75: [],
    q95: [],
  };
  const today = new Float64Array(courses.length);
  for (let day = 0; day < days; day += 1) {
    courses.forEach((values, run) => (today[run] = values[day] ?? 0));
    today.sort();
    series.q05.push(quantile(today, 0.05));
    series.q25.push(quantile(today, 0.25));
    series.q50.push(quantile(today, 0.5));
    series.q75.push(quantile(today, 0.75));
    series.q95.push(quantile(today, 0.95));
  }
  return series;
}

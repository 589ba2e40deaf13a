// Which fan charts there are, and the words and numbers that stand beside each.
import { dateOfDay, isoDate, plainDate } from './days';
import { quantity } from './numbers';
import type { Observable, Report, Series } from './types';
import type { Value } from './value';
import type { Cell } from './csv';
import { texts } from '../text';
import { cityText } from '../text/city';

export const everyCity = 'all';

export interface FanSpec {
  id: string;
  title: string;
  /** The figure's own title, where it holds more than one quantity. */
  over: string;
  note: string;
  observable: Observable;
  series: Series | null;
}

/**
 * Sums over cities come with the results, since quantiles cannot be added here. They stand last: a
 * level, such as a price, has no sum, so one city is the better picture to begin with.
 */
export function cityChoices({ cities, series }: Report): { name: string; label: string }[] {
  const choices = cities.map(({ name, label }) => ({ name, label: cityText(label) }));
  const hasSum = series.some((one) => one.city === everyCity);
  if (cities.length < 2 || !hasSum) return choices;
  return [...choices, { name: everyCity, label: texts.fans.allCities }];
}

export function fansOf(report: Report, city: string): FanSpec[] {
  return report.figures.flatMap((figure) =>
    figure.observables.flatMap((id) => {
      const observable = report.observables.find((one) => one.id === id);
      if (!observable) return [];
      const series = report.series.find((one) => one.city === city && one.observable === id);
      const alone = figure.observables.length === 1;
      const title = alone ? figure.title : observable.label;
      const over = alone ? '' : figure.title;
      return [
        {
          id: `${figure.id}-${id}`,
          title,
          over,
          note: figure.note,
          observable,
          series: series ?? null,
        },
      ];
    }),
  );
}

export function hasValues(series: Series): boolean {
  return series.q50.some((value) => value !== null);
}

/** The picture in one sentence: first, last, lowest and highest median. */
export function summaryOf(series: Series, unit: string, start: string): string {
  const known = series.q50.flatMap((value, day) => (value === null ? [] : [{ value, day }]));
  const first = known[0];
  const last = known[known.length - 1];
  if (!first || !last) return texts.fans.noData;
  const low = known.reduce((best, one) => (one.value < best.value ? one : best));
  const high = known.reduce((best, one) => (one.value > best.value ? one : best));
  const on = (day: number) => plainDate(dateOfDay(start, day));
  return texts.fans.summary({
    first: quantity(first.value, unit),
    last: quantity(last.value, unit),
    low: quantity(low.value, unit),
    lowOn: on(low.day),
    high: quantity(high.value, unit),
    highOn: on(high.day),
  });
}

function daily(series: Series): Value[][] {
  const at = (values: Value[], day: number): Value => values[day] ?? null;
  return series.q50.map((median, day) => [
    median,
    at(series.q05, day),
    at(series.q25, day),
    at(series.q75, day),
    at(series.q95, day),
  ]);
}

export function fanRows(series: Series, unit: string, start: string): string[][] {
  return daily(series).map((values, day) => [
    plainDate(dateOfDay(start, day)),
    ...values.map((value) => quantity(value, unit)),
  ]);
}

export const fanCsvColumns = [
  'date',
  'day',
  'city',
  'observable',
  'unit',
  'median',
  'q05',
  'q25',
  'q75',
  'q95',
];

export function fanCsv(series: Series, unit: string, start: string): Cell[][] {
  const { city, observable } = series;
  return daily(series).map((values, day) => [
    isoDate(dateOfDay(start, day)),
    day,
    city,
    observable,
    unit,
    ...values,
  ]);
}

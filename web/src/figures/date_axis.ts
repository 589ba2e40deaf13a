// Dates under an axis, in the language of the page.
import { longYear } from '../data/days';
import { texts } from '../text';

const monthOf = (date: Date) => texts.dates.monthMark({ month: texts.dates.months[date.getUTCMonth()] ?? '' });
const yearOf = (date: Date) => texts.dates.yearMark({ year: String(date.getUTCFullYear()) });

/** Under the ticks of a figure: months, or days where the ticks are none; the year where it begins or changes. */
export function dateLabels(ticks: readonly Date[]): string[] {
  const isMonths = ticks.every((date) => date.getUTCDate() === 1);
  const isYears = ticks.length > 1 && isMonths && ticks.every((date) => date.getUTCMonth() === 0);
  return ticks.map((date, at) => {
    if (isYears) return yearOf(date);
    const name = isMonths ? monthOf(date) : texts.dates.dayOf({ day: date.getUTCDate(), month: monthOf(date) });
    return date.getUTCFullYear() === ticks[at - 1]?.getUTCFullYear() ? name : `${name}\n${yearOf(date)}`;
  });
}

/** As Plot asks for the label of one tick. */
export function dateTick(date: Date, at: number, ticks: readonly Date[] = [date]): string {
  return dateLabels(ticks)[at] ?? '';
}

export interface DateMark {
  x: number;
  name: string;
}

const monthRoom = 34;
/** As many pixels as an English year has, and what a Korean one has after its four figures. */
const yearRoom = (name: string) => 46 + 9 * Math.max(0, name.length - 4);
/** What keeps a name from the next one, and is not needed before the end. */
const gap = 8;

/**
 * First days of months whose names fit, from the first on. Of a run longer than a year the years stand in place of
 * their Januaries, before any other month.
 */
export function monthMarks(dates: readonly Date[], x: (day: number) => number, end: number): DateMark[] {
  const firsts = dates.flatMap((date, day) => (date.getUTCDate() === 1 ? [{ date, x: x(day) }] : []));
  const placed: (DateMark & { room: number })[] = [];
  const place = (mark: DateMark & { room: number }) => {
    const isFree = placed.every((one) => mark.x + mark.room <= one.x || one.x + one.room <= mark.x);
    if (isFree && mark.x + mark.room - gap <= end) placed.push(mark);
  };
  const isYear = (date: Date) => dates.length > longYear && date.getUTCMonth() === 0;
  for (const one of firsts.filter(({ date }) => isYear(date))) place({ x: one.x, name: yearOf(one.date), room: yearRoom(yearOf(one.date)) });
  for (const one of firsts.filter(({ date }) => !isYear(date))) place({ x: one.x, name: monthOf(one.date), room: monthRoom });
  return placed.map(({ x: at, name }) => ({ x: at, name })).sort((one, other) => one.x - other.x);
}

// Days of a run are numbered from 0, the start date. All dates are UTC, so that no reader's clock
// moves a campaign by a day.
import { texts } from '../text';

const dayMs = 86_400_000;

export function dateOfDay(start: string, day: number): Date {
  return new Date(Date.parse(`${start}T00:00:00Z`) + day * dayMs);
}

export function dayOfDate(start: string, date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / dayMs);
}

export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** "3 Oct 2020", "2020. 10. 3.". */
export function plainDate(date: Date): string {
  const { months, short } = texts.dates;
  return short({
    day: date.getUTCDate(),
    month: months[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
  });
}

/** "1 November". */
export function dayAndMonth(date: Date): string {
  const { fullMonths, dayOf } = texts.dates;
  return dayOf({ day: date.getUTCDate(), month: fullMonths[date.getUTCMonth()] ?? '' });
}

/** What of a run its dates need. */
export interface Run {
  start: string;
  days: number;
}

/** The most days of which a run has each day of the year once. */
export const longYear = 366;

/** "1 November", with the year where the run has that day more than once. */
export function dayOfRun(run: Run, day: number): string {
  const date = dateOfDay(run.start, day);
  if (run.days <= longYear) return dayAndMonth(date);
  const { fullMonths, dayOfYear } = texts.dates;
  return dayOfYear({ day: date.getUTCDate(), month: fullMonths[date.getUTCMonth()] ?? '', year: date.getUTCFullYear() });
}

/** "Sunday 1 November 2020". */
export function fullDate(date: Date): string {
  const { weekdays, fullMonths, full } = texts.dates;
  return full({
    weekday: weekdays[date.getUTCDay()] ?? '',
    day: date.getUTCDate(),
    month: fullMonths[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
  });
}

export function plainIsoDate(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : plainDate(new Date(time));
}

// Days of a run are numbered from 0, the start date. All dates are UTC, so that no reader's clock
// moves a campaign by a day.

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

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "3 Oct 2020". */
export function plainDate(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function plainIsoDate(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : plainDate(new Date(time));
}

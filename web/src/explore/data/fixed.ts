// What a scenario holds that no control of the page changes: values of single cities and of groups of wards, entries
// of the calendar that hold for some of them alone, and entries that are parts of one function of the date.
import { blocksOf, calendarOf, fieldOf, type CalendarEntry } from './canonical';

/** A city, or a share of the wards of some cities, with the numbers that have a value of their own there. */
export interface Place {
  kind: 'city' | 'wards';
  name: string;
  /** Of a group of wards: its share, and its cities where not every city has it. */
  share: number;
  cities: string[];
  numbers: string[];
}

export interface Fixed {
  places: Place[];
  /** Entries that hold for some cities or wards alone. */
  local: number;
  /** Entries of one number that follow upon each other: steps of a ramp, rows of a table. */
  steps: number;
  /** Entries that come back on the same day of other years. */
  yearly: number;
  /** Entries whose number the program draws in a range. */
  drawn: number;
  /** Entries of which the program draws whether they happened. */
  unsure: number;
}

/** The names in `["hyesan", "musan"]`. */
export function namesIn(list: string | undefined): string[] {
  return [...(list ?? '').matchAll(/"([^"]*)"/g)].map((found) => found[1] ?? '');
}

function placesOf(canonical: string): Place[] {
  const places: Place[] = [];
  for (const { header, lines } of blocksOf(canonical)) {
    const fields: Record<string, string> = Object.fromEntries(lines.map(fieldOf));
    const named = { name: fields.name ?? '', share: Number(fields.share ?? 1), cities: namesIn(fields.cities) };
    if (header === '[[city]]') places.push({ ...named, kind: 'city', name: fields.label ?? named.name, numbers: [] });
    if (header === '[[ward_group]]') places.push({ ...named, kind: 'wards', numbers: [] });
    if (header === '[city.parameters]' || header === '[ward_group.parameters]')
      places[places.length - 1]?.numbers.push(...Object.keys(fields));
  }
  return places.filter(({ kind, numbers }) => kind === 'wards' || numbers.length > 0);
}

const dayLength = 86_400_000;

function follows(one: CalendarEntry, other: CalendarEntry): boolean {
  const same = ['parameter', 'cities', 'wards'].every((key) => one.fields[key] === other.fields[key]);
  const end = Date.parse(one.fields.to ?? '');
  return same && Date.parse(other.fields.from ?? '') === end + dayLength;
}

function stepsIn(calendar: CalendarEntry[]): number {
  const schedules = calendar.filter(({ kind }) => kind === 'schedule');
  return schedules.filter((one) => schedules.some((other) => follows(one, other) || follows(other, one))).length;
}

function yearlyIn(calendar: CalendarEntry[]): number {
  const keyOf = ({ kind, fields }: CalendarEntry) => {
    const { from = '', to = '', on = '', ...others } = fields;
    return JSON.stringify([kind, from.slice(4), to.slice(4), on.slice(4), others]);
  };
  const keys = calendar.map(keyOf);
  return keys.filter((key) => keys.indexOf(key) !== keys.lastIndexOf(key)).length;
}

export function fixedOf(canonical: string): Fixed {
  const calendar = calendarOf(canonical);
  return {
    places: placesOf(canonical),
    local: calendar.filter(({ fields }) => fields.cities || fields.wards).length,
    steps: stepsIn(calendar),
    yearly: yearlyIn(calendar),
    drawn: blocksOf(canonical).filter(({ lines }) => lines.some((line) => fieldOf(line)[0] === 'drawn_as')).length,
    unsure: calendar.filter(({ fields }) => fields.happened_as).length,
  };
}

/** The places in which a number keeps a value of its own, whatever a slider says. */
export function keptIn({ places }: Fixed, number: string): string[] {
  return places.filter(({ numbers }) => numbers.includes(number)).map(({ name }) => name);
}

// What a scenario's campaign is, when it is, and where a day lies in it.
import { calendarOf, type CalendarEntry } from '../explore/data/canonical';
import type { ScenarioDescription } from '../explore/model/wire';
import { texts } from '../text';
import { cityText } from '../text/city';
import type { Window } from './kinds';

const words = texts.first.day;

const campaignKinds = ['hand_in_drive', 'oath_drive', 'sweep', 'schedule'] as const;

export interface Campaign {
  kind: (typeof campaignKinds)[number];
  /** In order; more than one where the same comes again. */
  windows: Window[];
}

/** Which city's days and people are shown beside the answer, which is that of all. */
export const shownCity = 0;

/** Of the calendar what a city meets with. */
export function calendarHere({ canonical, cities }: Pick<ScenarioDescription, 'canonical' | 'cities'>, city = shownCity): CalendarEntry[] {
  const name = `"${cities[city]?.name ?? ''}"`;
  return calendarOf(canonical).filter(({ fields }) => fields.cities === undefined || fields.cities.includes(name));
}

/** The scenario as a city meets with it: without the events of other cities. */
export function scenarioHere(scenario: ScenarioDescription, city = shownCity): ScenarioDescription {
  if (scenario.cities.length < 2) return scenario;
  const keyOf = (kind: string, from?: string, to?: string) => `${kind} ${from} ${to}`;
  const here = new Set(calendarHere(scenario, city).map(({ kind, fields: { on, from, to } }) => keyOf(kind, on ?? from, on ?? to)));
  return { ...scenario, events: scenario.events.filter(({ kind, from, to }) => here.has(keyOf(kind, from, to))) };
}

/** What the campaign is, and its first and last days; nothing where there is none. */
export function campaignOf({ events }: Pick<ScenarioDescription, 'events'>): Campaign | null {
  const first = events.find(({ kind }) => campaignKinds.some((one) => one === kind));
  const kind = campaignKinds.find((one) => one === first?.kind);
  if (!kind) return null;
  const days = new Map<string, Window>();
  for (const event of events)
    if (event.kind === kind) days.set(`${event.first} ${event.last}`, { first: event.first, last: event.last });
  return { kind, windows: [...days.values()].sort((a, b) => a.first - b.first || a.last - b.last) };
}

/** Of the windows the one that a day lies in, else the last that is over, else the one to come. */
export function windowAt(windows: Window[], day: number): Window | null {
  const inside = windows.find(({ first, last }) => day >= first && day <= last);
  const over = windows.filter(({ last }) => last < day).sort((a, b) => b.last - a.last)[0];
  return inside ?? over ?? windows[0] ?? null;
}

/** First and last day of what is asked about: of the campaign, or of the run where there is none. */
export function windowOf(scenario: ScenarioDescription): Window {
  return campaignOf(scenario)?.windows[0] ?? { first: 0, last: scenario.days - 1 };
}

/** What the campaign is called: a drive, where there is one. */
export function nameOfCampaign({ kind }: Campaign): string {
  const { campaign } = words;
  return kind === 'hand_in_drive' || kind === 'oath_drive' ? campaign[kind] : campaign.other;
}

/** Where it is one of several. */
export function nameOfShownCity({ cities }: Pick<ScenarioDescription, 'cities'>): string | null {
  return cities.length > 1 ? cityText(cities[shownCity]?.label ?? '') : null;
}

/** Where a day lies, and in which city of several. */
export function whichDayHere(day: number, campaign: Campaign | null, { cities, days }: Pick<ScenarioDescription, 'cities' | 'days'>): string {
  const city = nameOfShownCity({ cities });
  const which = whichDay(day, campaign, days);
  return city === null ? which : words.ofCity({ city, n: cities.length, which });
}

export function whichDay(day: number, campaign: Campaign | null, days: number): string {
  const window = campaign && windowAt(campaign.windows, day);
  if (!window) return words.ofRun({ n: day + 1, all: days });
  const { first, last } = window;
  const what = nameOfCampaign(campaign);
  if (day < first) return words.before({ n: first - day, what });
  if (day > last) return words.after({ n: day - last, what });
  return words.ofDrive({ n: day - first + 1, all: last - first + 1, what });
}

// Where each control of the first screen stands, and what is set when it stands elsewhere: read by the controls, which
// move at once, and by what is played ahead of them.
import { dateOfDay, dayOfDate, isoDate } from '../data/days';
import { placeOf, steps, unknownOf, valueOfStep } from '../doubt/unknown';
import { calendarOf, type CalendarEntry } from '../explore/data/canonical';
import { withEntries, withValue, type Setting } from '../explore/data/setting';
import { endsOf } from '../explore/data/unknowns';
import type { Parameter, ScenarioDescription } from '../explore/model/wire';

export interface Stand {
  scenario: ScenarioDescription;
  setting: Setting;
  /** What the reader has fixed, by the id of the unknown. */
  known: Record<string, number>;
  /** Of the model: what the evidence leaves open. */
  parameters: Parameter[];
}

/** What a control sets: dates and numbers, or one unknown, which null lets be unknown again. */
export type Change = { setting: Setting } | { unknown: string; value: number | null };

export function knownAfter(known: Record<string, number>, unknown: string, value: number | null): Record<string, number> {
  const now = { ...known };
  if (value === null) delete now[unknown];
  else now[unknown] = value;
  return now;
}

/** A control as a slider of whole places; a choice has one for each option. */
export interface Move {
  id: string;
  min: number;
  max: number;
  value: number;
  to: (place: number) => Change;
}

export const idOf = (name: string) => `control-${name}`;

function entriesOf({ scenario, setting }: Stand): CalendarEntry[] {
  return setting.calendar ?? calendarOf(scenario.canonical);
}

const withField = (entry: CalendarEntry, name: string, value: string) => ({ ...entry, fields: { ...entry.fields, [name]: value } });

export function unknownMove(id: string, { known }: Stand): Move {
  const unknown = unknownOf(id);
  const value = known[id];
  return {
    id: idOf(id),
    min: 0,
    max: steps,
    value: value === undefined ? steps / 2 : Math.round(steps * placeOf(unknown, value)),
    to: (place) => ({ unknown: id, value: valueOfStep(unknown, place) }),
  };
}

const shortest = 6;
const longest = 150;

/** Of the last entry of a kind, and those that end with it. */
export function lastDayMove(kind: string, stand: Stand): Move | null {
  const { scenario, setting } = stand;
  const entries = entriesOf(stand);
  const entry = entries.filter((one) => one.kind === kind).pop();
  const from = entry?.fields.from;
  const to = entry?.fields.to;
  if (!from || !to) return null;
  const first = dayOfDate(scenario.start, from);
  const last = dayOfDate(scenario.start, to);
  const ends = (one: CalendarEntry) => one === entry || (one.kind === kind && one.fields.from === from && one.fields.to === to);
  return {
    // Beside another campaign a team, or what has another value for a time, has a last day of its own.
    id: idOf(kind === 'sweep' || kind === 'schedule' ? `last-day-${kind}` : 'last-day'),
    min: Math.min(last, first + shortest),
    max: Math.max(last, Math.min(scenario.days - 1, first + longest)),
    value: last,
    to: (day) => {
      const date = isoDate(dateOfDay(scenario.start, day));
      return { setting: withEntries(setting, entries.map((one) => (ends(one) ? withField(one, 'to', date) : one))) };
    },
  };
}

export const promises = ['none', 'promised'] as const;

export function promiseMove(stand: Stand): Move {
  const entries = entriesOf(stand);
  const drive = entries.filter(({ kind }) => kind === 'hand_in_drive').pop();
  return {
    id: idOf('promise'),
    min: 0,
    max: promises.length - 1,
    value: Math.max(0, promises.findIndex((one) => one === drive?.fields.forgiveness)),
    to: (at) => ({
      setting: withEntries(
        stand.setting,
        entries.map((one) => (one.kind === 'hand_in_drive' ? withField(one, 'forgiveness', promises[at] ?? 'none') : one)),
      ),
    }),
  };
}

/** Whether units meet while oaths are collected: 0 or 1. */
export function meetingMove(stand: Stand): Move {
  const { scenario, setting } = stand;
  const entries = entriesOf(stand);
  const drive = entries.find(({ kind }) => kind === 'oath_drive');
  const usual = calendarOf(scenario.canonical).filter(({ kind }) => kind === 'meeting');
  const meetings = usual.length > 0 ? usual : [{ kind: 'meeting', fields: { on: drive?.fields.from ?? scenario.start } }];
  const others = entries.filter(({ kind }) => kind !== 'meeting');
  return {
    id: idOf('meeting'),
    min: 0,
    max: 1,
    value: entries.some(({ kind }) => kind === 'meeting') ? 1 : 0,
    to: (held) => ({ setting: withEntries(setting, held ? [...others, ...meetings] : others) }),
  };
}

/** The number that a plain control shows: what is set, else the scenario's, else the model's. */
export function parameterValue(name: string, { scenario, setting, parameters }: Stand): number | undefined {
  return setting.overrides[name] ?? scenario.values[name] ?? parameters.find((one) => one.name === name)?.value;
}

/** A number of the model over what the evidence leaves open. */
export function parameterMove(name: string, stand: Stand): Move | null {
  const parameter = stand.parameters.find((one) => one.name === name);
  const value = parameterValue(name, stand);
  if (!parameter || value === undefined) return null;
  const ends = endsOf(parameter);
  const isOpen = stand.setting.overrides[name] === undefined && !stand.scenario.held.includes(name);
  const like = { ...ends, scale: parameter.prior === 'log-uniform' && ends.low > 0 ? ('log' as const) : ('linear' as const) };
  return {
    id: idOf(name),
    min: 0,
    max: steps,
    value: isOpen ? steps / 2 : Math.round(steps * Math.min(1, Math.max(0, placeOf(like, value)))),
    to: (at) => ({ setting: withValue(stand.setting, name, valueOfStep(like, at)) }),
  };
}

/** The need while a closure lasts; nothing where its entry sets no number. */
export function needMove(stand: Stand): Move | null {
  const entries = entriesOf(stand);
  const entry = entries.filter(({ kind, fields }) => kind === 'schedule' && fields.parameter === 'need_shock').pop();
  const value = Number(entry?.fields.value ?? Number.NaN);
  if (!Number.isFinite(value)) return null;
  return {
    id: idOf('need'),
    min: 0,
    max: steps,
    value: Math.round(steps * value),
    to: (at) => ({
      setting: withEntries(stand.setting, entries.map((one) => (one === entry ? withField(one, 'value', String(at / steps)) : one))),
    }),
  };
}

/** The controls of a campaign, in the order in which they stand. */
export type Control =
  | { is: 'last-day'; kind: string; label: 'lastDay' | 'lastVisit' | 'lastSweep' | 'lastClosed' | 'lastChanged' }
  | { is: 'promise' | 'meeting' | 'need' }
  | { is: 'unknown'; id: 'belief' | 'homes' }
  | { is: 'parameter'; name: 'oath_fear' | 'central_caseload' | 'risk_half_life' };

/** What a closed city sets: how far its people move, and what they lack. */
const ofClosure = ['need_shock', 'movement'];

function closes(canonical: string): boolean {
  return calendarOf(canonical).some(({ kind, fields }) => kind === 'schedule' && ofClosure.includes(fields.parameter ?? ''));
}

export function controlsOf({ events, canonical }: Pick<ScenarioDescription, 'events' | 'canonical'>): Control[] {
  const kinds = new Set(events.map(({ kind }) => kind));
  const controls: Control[] = [];
  const oath = !kinds.has('hand_in_drive') && kinds.has('oath_drive');
  const schedule = kinds.has('schedule') && !kinds.has('hand_in_drive');
  if (kinds.has('hand_in_drive'))
    controls.push({ is: 'last-day', kind: 'hand_in_drive', label: 'lastDay' }, { is: 'promise' }, { is: 'unknown', id: 'belief' });
  if (oath) controls.push({ is: 'last-day', kind: 'oath_drive', label: 'lastVisit' }, { is: 'meeting' }, { is: 'parameter', name: 'oath_fear' });
  if (kinds.has('sweep'))
    controls.push(
      { is: 'last-day', kind: 'sweep', label: 'lastSweep' },
      { is: 'parameter', name: 'central_caseload' },
      { is: 'parameter', name: 'risk_half_life' },
    );
  if (schedule) controls.push({ is: 'last-day', kind: 'schedule', label: closes(canonical) ? 'lastClosed' : 'lastChanged' }, { is: 'need' });
  return [...controls, { is: 'unknown', id: 'homes' }];
}

export function moveOf(control: Control, stand: Stand): Move | null {
  switch (control.is) {
    case 'last-day':
      return lastDayMove(control.kind, stand);
    case 'promise':
      return promiseMove(stand);
    case 'meeting':
      return meetingMove(stand);
    case 'need':
      return needMove(stand);
    case 'unknown':
      return unknownMove(control.id, stand);
    case 'parameter':
      return parameterMove(control.name, stand);
  }
}

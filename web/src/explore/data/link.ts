// The state of the explorer in the address of the page: whoever opens the link sees the same.
import type { CalendarEntry } from './canonical';
import type { Heard } from '../../doubt/heard';
import { storyKinds, type StoryKind } from '../../story/kinds';
import { namedIn, plainName, untouched, type Base, type Setting } from './setting';

export interface ExplorerState {
  base: Base;
  seed: string;
  /** The setting on its own, or beside a second one on the same luck. */
  compare: 'alone' | 'pair';
  a: Setting;
  b: Setting;
  /** What the first screen shows: whose story, and which unknowns have been given a value. */
  first: FirstState;
}

export interface FirstState {
  story: StoryKind;
  /** The first of those with this story, or the second, ... */
  ordinal: number;
  /** By the id of the unknown. */
  known: Record<string, number>;
  /** What was heard, as a band of a headline. */
  heard: Heard | null;
}

export const firstState: FirstState = { story: 'dead', ordinal: 0, known: {}, heard: null };

const mark = '#explore=';

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export function linkOf(state: ExplorerState): string {
  return mark + base64url(new TextEncoder().encode(JSON.stringify(state)));
}

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

const plainValue = /^[A-Za-z0-9_.+-]{1,80}$/;

function readOverrides(value: unknown): Record<string, number> {
  const pairs = Object.entries(fields(value)).filter(
    (pair): pair is [string, number] => plainName.test(pair[0]) && Number.isFinite(pair[1]),
  );
  return Object.fromEntries(pairs);
}

function readTexts(value: unknown): Record<string, string> {
  const pairs = Object.entries(fields(value)).filter(
    (pair): pair is [string, string] =>
      plainName.test(pair[0]) && typeof pair[1] === 'string' && plainValue.test(pair[1]),
  );
  return Object.fromEntries(pairs);
}

function readCalendar(value: unknown): CalendarEntry[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((entry) => {
    const { kind } = fields(entry);
    if (typeof kind !== 'string' || !plainName.test(kind)) return [];
    return [{ kind, fields: readTexts(fields(entry).fields) }];
  });
}

function readSetting(value: unknown): Setting {
  const { overrides, rules, calendar } = fields(value);
  return {
    ...untouched,
    overrides: readOverrides(overrides),
    rules: readTexts(rules),
    calendar: readCalendar(calendar),
  };
}

function readBase(value: unknown): Base | null {
  const { name, toml, file, named } = fields(value);
  if (typeof name === 'string' && /^[a-z0-9-]{1,64}$/.test(name)) return { name };
  if (typeof toml !== 'string') return null;
  return { toml, file: typeof file === 'string' ? file : '', ...namedIn(named) };
}

function readHeard(value: unknown): Heard | null {
  const { id, low, high } = fields(value);
  if (typeof id !== 'string' || !plainName.test(id)) return null;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return Number.isFinite(low) && Number.isFinite(high) ? { id, low, high } : null;
}

function readFirst(value: unknown): FirstState {
  const { story, ordinal, known, heard } = fields(value);
  const count = Number(ordinal);
  return {
    story: storyKinds.find((one) => one === story) ?? firstState.story,
    ordinal: Number.isInteger(count) && count >= 0 && count < 10_000 ? count : 0,
    known: readOverrides(known),
    heard: readHeard(heard),
  };
}

/** Nothing where the address holds no state that can be read; anyone may have written it. */
export function stateOf(hash: string): ExplorerState | null {
  if (!hash.startsWith(mark)) return null;
  try {
    const packed = hash.slice(mark.length).replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    const state = fields(JSON.parse(new TextDecoder().decode(bytes)));
    const base = readBase(state.base);
    if (!base) return null;
    const seed = /^\d{1,20}$/.test(String(state.seed)) ? String(state.seed) : '1';
    const compare = state.compare === 'pair' ? 'pair' : 'alone';
    const first = readFirst(state.first);
    return { base, seed, compare, a: readSetting(state.a), b: readSetting(state.b), first };
  } catch {
    return null;
  }
}

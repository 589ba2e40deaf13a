// The values of each play: drawn by name from the seed, the number of the play and what is drawn, so that a play
// has the same values whatever else is set, and unfixing one brings back the first answer bit for bit.
import type { RivalRule } from '../explore/model/wire';
import { unknowns, valueAt, type Values } from './unknown';

function mixed(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number between 0 and 1 from a key: FNV over its letters, mixed. */
export function uniform(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (mixed(hash) + 0.5) / 2 ** 32;
}

export interface Known {
  /** Values that the reader has fixed, by the id of the unknown. */
  values: Record<string, number>;
  /** Rules that are held. */
  rules: Record<string, string>;
  /** Parameters that are held, which no unknown sets. */
  held: Set<string>;
}

export interface Draw {
  overrides: Values;
  rules: Record<string, string>;
}

const mostTries = 50;

function attempt(seed: string, play: number, start: Values, known: Known, count: number): Values | null {
  const values = { ...start };
  const overrides: Values = {};
  for (const unknown of unknowns) {
    const fixed = known.values[unknown.id];
    const place = uniform(`${seed} ${play} ${unknown.id} ${count}`);
    const set = unknown.set(values, fixed ?? valueAt(unknown, place));
    if (set === null) return null;
    if (fixed === undefined && Object.keys(set).some((name) => known.held.has(name))) continue;
    Object.assign(values, set);
    Object.assign(overrides, set);
  }
  return overrides;
}

/** `start` has the scenario's values. Values that cannot be together are drawn again. */
export function drawOf(seed: string, play: number, start: Values, rivals: RivalRule[], known: Known): Draw {
  let overrides: Values | null = null;
  for (let count = 0; count < mostTries && overrides === null; count += 1)
    overrides = attempt(seed, play, start, known, count);
  const rules = rivals.map(({ name, choices }): [string, string] => {
    const drawn = choices[Math.floor(uniform(`${seed} ${play} rules.${name}`) * choices.length)];
    return [name, known.rules[name] ?? drawn ?? ''];
  });
  return { overrides: overrides ?? {}, rules: Object.fromEntries(rules) };
}

/** The values of a play in which nothing but luck is drawn: the scenario's, with what is fixed. */
export function centralOf(start: Values, known: Known): Values {
  const values = { ...start };
  const overrides: Values = {};
  for (const unknown of unknowns) {
    const fixed = known.values[unknown.id];
    const set = fixed === undefined ? null : unknown.set(values, fixed);
    if (set) Object.assign(overrides, set);
    if (set) Object.assign(values, set);
  }
  return overrides;
}

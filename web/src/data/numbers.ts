// Numbers for people: thousands separated, no more digits than the question needs, shares in
// per cent. Exact values stand in the CSV.
import type { ObservableKind } from './types';
import type { Value } from './value';
import { texts } from '../text';

const percentUnits = new Set(['share', 'probability', 'probability/day']);

export function isPercent(unit: string): boolean {
  return percentUnits.has(unit);
}

/** The number as it is drawn on an axis: shares and probabilities in per cent. */
export function shown(value: Value, unit: string): Value {
  if (value === null || !Number.isFinite(value)) return null;
  return isPercent(unit) ? value * 100 : value;
}

/** People and phones come whole: a median between two of them is not worth a decimal. */
function isCount(unit: string): boolean {
  return !isPercent(unit) && unit !== '1' && !unit.includes('/');
}

/** Decimals that the largest of the numbers needs. */
function decimals(values: number[], unit: string): number {
  if (values.every(Number.isInteger)) return 0;
  const size = Math.max(...values.map(Math.abs));
  if (size >= 100) return 0;
  if (size >= 10) return isCount(unit) ? 0 : 1;
  if (size >= 1) return isPercent(unit) || isCount(unit) ? 1 : 2;
  return size === 0 ? 0 : Math.min(6, 1 - Math.floor(Math.log10(size)));
}

/** A tie goes to the even digit, as in the program's summary: both show the same number. */
function tieToEven(value: number, places: number): number {
  const scaled = value * 10 ** places;
  const below = Math.floor(scaled);
  return scaled - below === 0.5 ? (below + (below % 2 === 0 ? 0 : 1)) / 10 ** places : value;
}

/** Made once each: that takes far longer than writing a number. */
const forms = new Map<number, Intl.NumberFormat>();

function formOf(most: number, least: number): Intl.NumberFormat {
  const key = 100 * most + least;
  const known = forms.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most });
  forms.set(key, made);
  return made;
}

function written(value: number, most: number, least: number): string {
  return formOf(most, least)
    .format(tieToEven(value, most))
    .replace(/^-(?=[0.]*$)/, '')
    .replace('-', '\u2212');
}

export function plainNumber(value: number, unit = '1'): string {
  return written(value, decimals([value], unit), 0);
}

/** A unit stands beside the number where it is short: "22 %", "1,200 CNY"; else on its own. */
function withUnit(number: string, unit: string): string {
  if (isPercent(unit)) return texts.percent({ number });
  return unit.startsWith('CNY') ? texts.money({ number }) : number;
}

export function quantity(value: Value, unit: string): string {
  const number = shown(value, unit);
  return number === null ? texts.notDefined : withUnit(plainNumber(number, unit), unit);
}

/** Where no unit stands anywhere near: "195 phones", "22 %", "0.3". */
export function counted(value: Value, unit: string): string {
  const number = quantity(value, unit);
  const bare = value !== null && unit !== '1' && !isPercent(unit) && !unit.startsWith('CNY');
  return bare ? texts.count({ number, unit: texts.units[unit] ?? unit }) : number;
}

/** Both ends with the same decimals, so that they can be compared; nothing where one is none. */
export function ends(lo: Value, hi: Value, unit: string): [string, string] | null {
  const low = shown(lo, unit);
  const high = shown(hi, unit);
  if (low === null || high === null) return null;
  const places = decimals([low, high], unit);
  return [written(low, places, places), written(high, places, places)];
}

export function interval(lo: Value, hi: Value, unit: string): string {
  const both = ends(lo, hi, unit);
  const [low, high] = [quantity(lo, unit), quantity(hi, unit)];
  if (!both) return low === high ? low : texts.interval({ lo: low, hi: high });
  return texts.interval({ lo: withUnit(both[0], unit), hi: withUnit(both[1], unit) });
}

/** Keeps a number and its per cent sign on one line, in texts that come with the results. */
export function tied(text: string): string {
  return text.replace(/(\d) %/g, '$1\u00a0%');
}

/** What stands on the axis; a flow is counted per day. */
export function axisUnit(unit: string, kind: ObservableKind): string {
  const name = texts.units[unit] ?? unit;
  return kind === 'flow' && !unit.endsWith('/day') ? texts.perDay({ unit: name }) : name;
}

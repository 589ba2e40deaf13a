// Numbers for people: thousands separated, no more digits than the question needs, shares in
// per cent. Exact values stand in the CSV.
import type { ObservableKind, Value } from './types';
import { texts } from '../text';

/** A narrow no-break space between number and unit. */
const gap = '\u202f';

const percentUnits = new Set(['share', 'probability', 'probability/day']);

export function isPercent(unit: string): boolean {
  return percentUnits.has(unit);
}

/** The number as it is drawn on an axis: shares and probabilities in per cent. */
export function shown(value: Value, unit: string): Value {
  if (value === null || !Number.isFinite(value)) return null;
  return isPercent(unit) ? value * 100 : value;
}

function digits(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return 0;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return Math.min(6, 1 - Math.floor(Math.log10(size)));
}

export function plainNumber(value: number): string {
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: digits(value) });
  return text === '-0' ? '0' : text.replace('-', '\u2212');
}

/** A number with its unit where the unit is short: "22 %", "1,200 CNY"; else the number alone. */
export function quantity(value: Value, unit: string): string {
  const number = shown(value, unit);
  if (number === null) return texts.notDefined;
  if (isPercent(unit)) return `${plainNumber(number)}${gap}%`;
  return unit.startsWith('CNY') ? `${plainNumber(number)}${gap}CNY` : plainNumber(number);
}

export function interval(lo: Value, hi: Value, unit: string): string {
  return texts.interval(quantity(lo, unit), quantity(hi, unit));
}

/** What stands on the axis; a flow is counted per day. */
export function axisUnit(unit: string, kind: ObservableKind): string {
  const name = texts.units[unit] ?? unit;
  return kind === 'flow' && !unit.endsWith('/day') ? texts.perDay(name) : name;
}

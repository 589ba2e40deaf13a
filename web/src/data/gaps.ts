// Differences: of two shares in percentage points, of all else in the unit of the two.
import { texts } from '../text';
import { ends, interval, isPercent, plainNumber, quantity, shown } from './numbers';
import type { Value } from './value';

const words = texts.differences;

export function gap(value: Value, unit: string): string {
  if (value === null || !Number.isFinite(value) || !isPercent(unit)) return quantity(value, unit);
  return words.points({ n: plainNumber(shown(value, unit) ?? 0, unit) });
}

export function between(low: Value, high: Value, unit: string): string {
  const both = ends(low, high, unit);
  if (!both || !isPercent(unit)) return interval(low, high, unit);
  return words.points({ n: texts.range.of({ lo: both[0], hi: both[1] }) });
}

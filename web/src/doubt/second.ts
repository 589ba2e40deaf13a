// The answer by the second reading of the reports: the same plays, weighed again (measures/answers/second_reading.cpp).
import type { SecondWeights } from '../explore/model/wire';

export interface Second {
  /** Why there is no range: these plays are worth too few, or the belief itself is by this reading. */
  state: 'range' | 'few' | 'refused';
  /** How many have a value. */
  plays: number;
  lo: number;
  middle: number;
  hi: number;
  /** How many plays of equal weight, each of a draw of its own, they are worth. */
  worth: number;
}

/** Below it no range is told. */
export const fewestInSecond = 64;

/** The first value at or below which lies so much weight. */
function reachedIn(sorted: { value: number; weight: number }[], wanted: number): number {
  let reached = 0;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached >= wanted) return value;
  }
  return sorted[sorted.length - 1]?.value ?? Number.NaN;
}

/** `plays` in their order, from the first; without a value (null, not a number) one does not count. Null: there is no such reading. */
export function secondOf(plays: (number | null)[], by: SecondWeights | undefined): Second | null {
  if (!by) return null;
  const weighed: { value: number; weight: number }[] = [];
  const families = new Map<number, number>();
  let all = 0;
  plays.forEach((value, at) => {
    const [family, weight] = [by.families[at], by.weights[at]];
    if (value === null || Number.isNaN(value) || family === undefined || weight === undefined) return;
    weighed.push({ value, weight });
    families.set(family, (families.get(family) ?? 0) + weight);
    all += weight;
  });
  if (!(all > 0)) return null;
  const squares = [...families.values()].reduce((sum, weight) => sum + (weight / all) ** 2, 0);
  const worth = 1 / squares;
  const state = !by.told ? 'refused' : worth < fewestInSecond ? 'few' : 'range';
  const sorted = weighed.sort((a, b) => (a.value < b.value ? -1 : 1));
  const at = (p: number) => reachedIn(sorted, p * all);
  return { state, plays: weighed.length, lo: at(0.05), middle: at(0.5), hi: at(0.95), worth };
}

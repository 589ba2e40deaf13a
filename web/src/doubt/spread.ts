// What many plays come to: a range, its middle, twenty dots, and what luck alone does.
import { quantile } from '../explore/data/statistics';

export interface Spread {
  /** Ends of the middle 90 of 100 plays; infinite where a play has no end, such as a ratio over nobody. */
  lo: number;
  hi: number;
  middle: number;
  /** Twenty equal shares of the plays, by their middles; the first and the last lie beyond the ends. */
  dots: number[];
  plays: number;
}

export interface Doubt {
  /** All that is drawn; null where the results hold luck alone. */
  all: Spread | null;
  luck: { lo: number; hi: number } | null;
}

const dotCount = 20;

function at(sorted: Float64Array, p: number): number {
  // Between a finite play and one without an end there is no middle: the nearer of the two.
  const place = p * (sorted.length - 1);
  const near = sorted[Math.round(place)] ?? Number.NaN;
  const value = quantile(sorted, p);
  return Number.isNaN(value) || !Number.isFinite(value) ? near : value;
}

export function spreadOf(values: number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const dots = Array.from({ length: dotCount }, (_, i) => at(sorted, (i + 0.5) / dotCount));
  return { lo: at(sorted, 0.05), hi: at(sorted, 0.95), middle: at(sorted, 0.5), dots, plays: values.length };
}

const twinPeriod = 4;
const fewestTwins = 4;

/**
 * What luck alone does, as the program tells it (measures/answers/spread.cpp): every fourth play has the values of the one
 * before it. Of such twins those count whose mean lies in the middle half of all plays; a difference of two has twice
 * the variance of one; two that are beyond every number are alike, and one of them alone is luck without an end. `plays` in their order, from the first.
 */
export function luckOfTwins({ lo, hi, middle }: Spread, plays: (number | null)[]): { lo: number; hi: number } | null {
  const sorted = Float64Array.from(plays.filter((one): one is number => one !== null && !Number.isNaN(one))).sort();
  const half = { lo: at(sorted, 0.25), hi: at(sorted, 0.75) };
  const sizes: number[] = [];
  for (let second = twinPeriod - 1; second < plays.length; second += twinPeriod) {
    const [a, b] = [plays[second - 1] ?? Number.NaN, plays[second] ?? Number.NaN];
    const centre = (a + b) / 2;
    if (!(centre >= half.lo && centre <= half.hi)) continue;
    sizes.push(a === b ? 0 : Math.abs(b - a) / Math.SQRT2);
  }
  if (sizes.length < fewestTwins) return null;
  const reach = quantile(Float64Array.from(sizes).sort(), 0.9);
  if (!Number.isFinite(reach)) return null;
  return { lo: Math.max(middle - reach, lo), hi: Math.min(middle + reach, hi) };
}

/** Ends of an early range are rounded to fives, so that few plays never look surer than many. */
export function endText(value: number, plays: number, written: (value: number) => string): string {
  if (plays >= 256 || Math.abs(value) < 10) return written(value);
  return written(Math.round(value / 5) * 5);
}

export const early = 64;
export const full = 256;

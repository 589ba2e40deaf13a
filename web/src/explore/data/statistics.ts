// The few statistics of the explorer, defined as in the program's src/study/statistics.cpp.
import type { Value } from '../../data/value';

export function quantile(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const next = sorted[below + 1];
  return next === undefined ? low : low + (place - below) * (next - low);
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 97.5 % point of Student's t, by Fisher's expansion; within 0.5 % from 3 degrees of freedom on. */
export function tPoint(freedom: number): number {
  const z = 1.959963984540054;
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, power) => sum + term / freedom ** power, 0);
}

export interface Summary {
  median: Value;
  lo: Value;
  hi: Value;
}

/** Median and the middle 90 % of the runs. */
export function summary(values: number[]): Summary {
  if (values.length === 0) return { median: null, lo: null, hi: null };
  const sorted = Float64Array.from(values).sort();
  return {
    median: quantile(sorted, 0.5),
    lo: quantile(sorted, 0.05),
    hi: quantile(sorted, 0.95),
  };
}

export interface Difference {
  mean: Value;
  lo: Value;
  hi: Value;
  /** What the interval of the mean tells; `few`: too few plays to tell anything. */
  sign: 'higher' | 'lower' | 'open' | 'same' | 'few';
  /** Plays in which y is the larger, and the smaller. */
  more: number;
  fewer: number;
  /** Correlation of the two settings over the runs that share luck. */
  correlation: Value;
  n: number;
}

function correlation(x: number[], y: number[]): Value {
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  x.forEach((value, i) => {
    const [dx, dy] = [value - mx, (y[i] ?? my) - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** As the program tells it: fewer plays than these tell nothing. */
const fewest = 8;

function signOf(lo: number, hi: number, n: number): Difference['sign'] {
  if (lo === 0 && hi === 0) return 'same';
  if (n < fewest) return 'few';
  if (lo > 0) return 'higher';
  return hi < 0 ? 'lower' : 'open';
}

/** Mean of the paired differences y - x with its 95 % interval. */
export function pairedDifference(x: number[], y: number[]): Difference {
  const n = Math.min(x.length, y.length);
  const gaps = x.slice(0, n).map((value, i) => (y[i] ?? Number.NaN) - value);
  const count = { more: gaps.filter((gap) => gap > 0).length, fewer: gaps.filter((gap) => gap < 0).length, n };
  if (n < 2) return { mean: gaps[0] ?? null, lo: null, hi: null, sign: 'few', correlation: null, ...count };
  const centre = mean(gaps);
  const squares = gaps.reduce((sum, gap) => sum + (gap - centre) ** 2, 0);
  const half = tPoint(n - 1) * Math.sqrt(squares / (n - 1) / n);
  const [lo, hi] = [centre - half, centre + half];
  return { mean: centre, lo, hi, sign: signOf(lo, hi, n), correlation: correlation(x.slice(0, n), y.slice(0, n)), ...count };
}

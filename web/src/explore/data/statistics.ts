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
  sign: 'certain' | 'open';
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

/** Mean of the paired differences y - x with its 95 % interval. */
export function pairedDifference(x: number[], y: number[]): Difference {
  const n = Math.min(x.length, y.length);
  const gaps = x.slice(0, n).map((value, i) => (y[i] ?? Number.NaN) - value);
  if (n < 2) return { mean: gaps[0] ?? null, lo: null, hi: null, sign: 'open', correlation: null, n };
  const centre = mean(gaps);
  const squares = gaps.reduce((sum, gap) => sum + (gap - centre) ** 2, 0);
  const half = tPoint(n - 1) * Math.sqrt(squares / (n - 1) / n);
  const [lo, hi] = [centre - half, centre + half];
  const sign = lo > 0 || hi < 0 ? 'certain' : 'open';
  return { mean: centre, lo, hi, sign, correlation: correlation(x.slice(0, n), y.slice(0, n)), n };
}

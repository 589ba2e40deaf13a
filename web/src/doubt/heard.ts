// What would be true of the answer if something that was heard is true: the plays that are there, weighed by how near
// they come to it, as `tumen given` weighs them (belief/information/given.cpp).
import type { HeadlineValue } from '../explore/model/wire';

/** A headline, and a band that holds it with a probability of 90 in 100. */
export interface Heard {
  id: string;
  low: number;
  high: number;
}

export interface Hearing {
  /** One a play; they sum to one. All are zero where no play comes near. */
  weights: number[];
  /** Plays in the band. */
  inside: number;
  /** How many plays of equal weight they are worth. */
  effective: number;
  plays: number;
}

export interface WeightedRange {
  lo: number;
  middle: number;
  hi: number;
}

/** Of the standard normal distribution, 95 %. */
const quantile95 = 1.6448536269514722;
const mostSpreads = 6;

/** A play that failed, or has no such number, counts for nothing. */
export function hear({ id, low, high }: Heard, plays: (HeadlineValue[] | null)[]): Hearing {
  const spread = (high - low) / 2 / quantile95;
  let inside = 0;
  const raw = plays.map((headlines) => {
    const value = headlines?.find((one) => one.id === id)?.value ?? Number.NaN;
    if (!Number.isFinite(value)) return 0;
    if (value >= low && value <= high) inside += 1;
    const off = (value - (low + high) / 2) / spread;
    return Math.abs(off) < mostSpreads ? Math.exp((-off * off) / 2) : 0;
  });
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = sum > 0 ? raw.map((one) => one / sum) : raw;
  const squares = weights.reduce((a, b) => a + b * b, 0);
  return { weights, inside, effective: squares > 0 ? 1 / squares : 0, plays: plays.length };
}

/** The smallest values at or below which lie 5, 50 and 95 % of the weight; null where nothing has weight. */
export function weightedRange(values: number[], weights: number[]): WeightedRange | null {
  const pairs = values.flatMap((value, at) => ((weights[at] ?? 0) > 0 && !Number.isNaN(value) ? [[value, weights[at] ?? 0] as const] : []));
  if (pairs.length === 0) return null;
  pairs.sort(([a], [b]) => a - b);
  const all = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  const reached = (share: number) => {
    let sum = 0;
    for (const [value, weight] of pairs) {
      sum += weight;
      if (sum >= share * all) return value;
    }
    return pairs[pairs.length - 1]?.[0] ?? Number.NaN;
  };
  return { lo: reached(0.05), middle: reached(0.5), hi: reached(0.95) };
}

export const fewestInside = 10;
/** Below this share of the plays what was heard is called unlikely. */
export const unlikely = 0.01;

// What a sweep came to, as the program hands it to the page: every headline at every point.
import type { EstimateValues, Point, VariedParameter } from './rows';

/** "rival" of a rule, whose values are places among its choices; "date", in days since 1970. */
export type SweepFactor = VariedParameter;

export interface SweepHeadline {
  id: string;
  label: string;
  unit: string;
  explain: string;
}

export interface SweepPoint extends Point {
  /** For each headline its estimate; null where there is no value. */
  estimates: (EstimateValues | null)[];
}

export interface Sweep {
  method: string;
  /** Id of the headline that was asked for. */
  headline: string;
  /** Whether its lowest and its highest point differ on the same luck; null where that is not known. */
  tells_apart?: boolean | null;
  factors: SweepFactor[];
  headlines: SweepHeadline[];
  points: SweepPoint[];
}

/** One point of a figure, in the numbers that are shown. */
export interface SweepDot {
  value: number;
  mean: number;
  lo: number;
  hi: number;
}

/** The points that have a value, over one factor. */
export function dotsOf(sweep: Sweep, factor: number, headline: number): SweepDot[] {
  return sweep.points.flatMap(({ values, estimates }) => {
    const value = values[factor] ?? null;
    const [, mean, lo, hi] = estimates[headline] ?? [0, null, null, null];
    if (value === null || mean === null) return [];
    return [{ value, mean, lo: lo ?? mean, hi: hi ?? mean }];
  });
}

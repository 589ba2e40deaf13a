// What a calibration came to, as the program hands it to the page.
import type * as Rows from './rows';
import type { Value } from './value';

/** A calibration has no number that is not finite. */
type Finite<Row> = { [Name in keyof Row]: Row[Name] extends Value ? number : Row[Name] };

export type CalibratedParameter = Finite<Rows.CalibratedParameter>;

/** Among `n` simulations the share that shows a pattern, with its 95 % interval. */
export type PredictiveShare = Finite<NonNullable<Rows.FitOfAPattern['prior']>>;

export type CalibratedPattern = Omit<Rows.FitOfAPattern, 'prior' | 'posterior'> & {
  prior: PredictiveShare | null;
  posterior: PredictiveShare | null;
};

/** Sets of values that count for fewer independent ones are no posterior (measures/numbers/effective_size.hpp). */
export const leastEffective = 100;

export interface Calibration {
  finished: boolean;
  why: string;
  particles: number;
  effective_size: number;
  /** Missing in results of before. */
  is_posterior?: boolean;
  replicates: number;
  parameters: CalibratedParameter[];
  correlations: Value[][];
  patterns: CalibratedPattern[];
  generations: Rows.Generation[];
  /** Draws of the posterior, one row each, in the order of the parameters. */
  drawn: number[][];
  failures: Rows.FailedProposal[];
  warnings: string[];
}

/** The posterior from which the parameters of each run were drawn. */
export interface DrawnFrom {
  calibration: string;
  parameters: Rows.DrawnParameter[];
  draws: Rows.DrawnReplicate[];
}

/** Where a value lies in its prior: 0 at the low end, 1 at the high end. */
export function placeOf({ low, high, scale }: CalibratedParameter, value: number): number {
  return scale === 'logarithmic'
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);
}

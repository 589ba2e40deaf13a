// What a calibration came to, as the program hands it to the page.
import type { Value } from './value';

export interface CalibratedParameter {
  id: string;
  label: string;
  unit: string;
  /** The prior. */
  low: number;
  high: number;
  scale: 'linear' | 'logarithmic';
  beyond_evidence: boolean;
  mean: number;
  median: number;
  q25: number;
  q75: number;
  q05: number;
  q95: number;
  shrinkage: number;
  warnings: string[];
}

/** Among `n` simulations the share that shows a pattern, with its 95 % interval. */
export interface PredictiveShare {
  n: number;
  share: number;
  lo: number;
  hi: number;
  mean: number;
}

export interface CalibratedPattern {
  id: string;
  statement: string;
  scenario: string;
  role: string;
  fitted: boolean;
  prior: PredictiveShare | null;
  posterior: PredictiveShare | null;
}

export interface CalibrationGeneration {
  generation: number;
  status: string;
  threshold: Value;
  proposals: number;
  accepted: number;
  failed: number;
  effective_size: Value;
}

export interface Calibration {
  finished: boolean;
  why: string;
  particles: number;
  effective_size: number;
  replicates: number;
  parameters: CalibratedParameter[];
  correlations: Value[][];
  patterns: CalibratedPattern[];
  generations: CalibrationGeneration[];
  /** Draws of the posterior, one row each, in the order of the parameters. */
  drawn: number[][];
  failures: { reason: string; count: number; generation: number; proposal: number; seed: string }[];
  warnings: string[];
}

/** The posterior from which the parameters of each run were drawn. */
export interface DrawnFrom {
  calibration: string;
  parameters: { id: string; label: string; unit: string }[];
  draws: { replicate: number; values: number[] }[];
}

/** Where a value lies in its prior: 0 at the low end, 1 at the high end. */
export function placeOf({ low, high, scale }: CalibratedParameter, value: number): number {
  return scale === 'logarithmic'
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);
}

// Which assumptions matter most, as the program hands it to the page.
import type { RankedFactor, ScreenedFactor, VariedParameter } from './rows';
import type { Value } from './value';

/** A number with its 95 % interval; both ends null where there is none. */
export type Estimated = ScreenedFactor['strength'];

/** Of Morris's screening, or of Sobol's indices. */
type Measures = Partial<Pick<ScreenedFactor, 'mu' | 'mu_star' | 'sigma'> & Pick<RankedFactor, 'first' | 'total'>>;
export type SensitivityFactor = Omit<ScreenedFactor, 'mu' | 'mu_star' | 'sigma' | 'effects'> & Measures;

export interface SensitivityGrowth {
  samples: number;
  /** In the order of the factors. */
  strengths: Estimated[];
}

export interface HeadlineSensitivity {
  id: string;
  label: string;
  unit: string;
  mean: Value;
  deviation: Value;
  planned: number;
  used: number;
  luck: { points: number; replicates: number; of_runs: Value; of_means: Value } | null;
  factors: SensitivityFactor[];
  dummy: SensitivityFactor | null;
  growth: SensitivityGrowth[];
  sentences: string[];
}

export interface Sensitivity {
  method: 'morris' | 'sobol';
  samples: number;
  points: number;
  replicates: number;
  failed: number;
  missing: number;
  warnings: string[];
  parameters: VariedParameter[];
  /** The one that was asked for first. */
  headlines: HeadlineSensitivity[];
}

/** Effects are in units of the headline, indices have none. */
export function strengthUnit(sensitivity: Sensitivity, one: HeadlineSensitivity): string {
  return sensitivity.method === 'morris' ? one.unit : '1';
}

/** What another luck alone would do, at most. */
export function floorOf({ dummy }: HeadlineSensitivity): Value {
  return dummy ? (dummy.strength.hi ?? dummy.strength.value) : null;
}

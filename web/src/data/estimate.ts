// A headline, or the ratio of two, as the page draws it: a middle and what it lies between.
import type { Headline, Ratio } from './rows';
import type { Value } from './value';

export interface Estimate {
  id: string;
  label: string;
  unit: string;
  middle: Value;
  low: Value;
  high: Value;
  explanation: string;
}

export function ofHeadline({ id, label, unit, median, q05, q95, explanation }: Headline): Estimate {
  return { id, label, unit, middle: median, low: q05, high: q95, explanation };
}

export function ofRatio({ id, label, unit, value, low, high, explanation }: Ratio): Estimate {
  return { id, label, unit, middle: value, low, high, explanation };
}

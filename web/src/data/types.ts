// The report as the program hands it to the page (format 1).

import type { Calibration, DrawnFrom } from './calibration';
import type { FirstScreen } from './first_screen';
import type { Sensitivity } from './sensitivity';
import type { Sweep } from './sweep';
import type { Estimate, Value } from './value';

export interface Scenario {
  name: string;
  title: string;
  question: string;
  /** First day, ISO date. */
  start: string;
  days: number;
  hash: string;
  canonical: string;
  /** Parameters set outside the range that the evidence supports. */
  beyond_evidence: string[];
}

export interface City {
  name: string;
  label: string;
  residents: number;
  adults_median: number;
}

export interface CampaignEvent {
  kind: string;
  label: string;
  /** ISO dates, both inclusive. */
  from: string;
  to: string;
}

export type ObservableKind = 'stock' | 'flow' | 'level';

export interface Observable {
  id: string;
  label: string;
  unit: string;
  group: string;
  kind: ObservableKind;
  explain: string;
  /** Of a curve: the columns that are added up, and how days are taken together. */
  of?: string[];
  taken?: 'daily' | 'running total' | 'last 30 days';
}

export interface FigureSpec {
  id: string;
  title: string;
  observables: string[];
  note: string;
}

/** Quantiles over replicates, one number a day. */
export interface Series {
  city: string;
  observable: string;
  q05: Value[];
  q25: Value[];
  q50: Value[];
  q75: Value[];
  q95: Value[];
}

/** Half-width of the 95 % interval of the mean against the number of replicates. */
export interface Enough {
  id: string;
  label: string;
  unit: string;
  n: number[];
  half_width: Value[];
  mean: Value;
  relative: Value;
  sentence: string;
}

export interface Difference {
  other: string;
  id: string;
  label: string;
  unit: string;
  mean: Value;
  lo: Value;
  hi: Value;
  /** In the program's words, in how many plays it is so. */
  sign: string;
  correlation: Value;
  variance_reduction: Value;
}

export interface Pattern {
  id: string;
  statement: string;
  grade: string;
  role: string;
  share: Value;
  lo: Value;
  hi: Value;
  verdict: string;
  sources: string[];
  /** The same with titles; an address is empty where none is known. */
  cited?: Cited[];
  test?: PatternTest;
}

export interface Cited {
  id: string;
  title: string;
  publisher: string;
  date: string;
  address: string;
}

/** What was asked of the runs; an end that is null is open. */
export interface PatternTest {
  statistic: string;
  low: Value;
  high: Value;
  mean: Value;
  mean_lo: Value;
  mean_hi: Value;
  note: string;
}

export interface Provenance {
  version: string;
  commit: string;
  dirty: string;
  compiler: string;
  platform: string;
  seed: number | string;
  parameter_hash: string;
  /** Of the model that played; empty where the results do not say. */
  fingerprint?: string;
  created: string;
  command: string;
  replicate_hashes: { replicate: number; hash: string }[];
}

export interface CardEntry {
  heading: string;
  text: string;
}

export interface Report {
  format: 1;
  scenario: Scenario;
  cities: City[];
  replicates: number;
  /** Of all points together; nothing in results of an earlier version. */
  extent?: { asked_for: number; there: number; failed: number };
  /** Why these are not what this program plays. */
  notes?: string[];
  events: CampaignEvent[];
  answer: string[];
  official: Estimate[];
  changed: Estimate[];
  /** What of it the outside hears of. */
  told: Estimate[];
  /** What is none of these, such as arrests; levels of the run where there is no campaign. */
  other: Estimate[];
  ratio: Estimate | null;
  limits: string[];
  observables: Observable[];
  figures: FigureSpec[];
  series: Series[];
  enough: Enough[];
  differences: Difference[] | null;
  patterns: Pattern[] | null;
  sweep: Sweep | null;
  /** Why a run that finds out how many replicates it needs played no more. */
  stopped: string | null;
  sensitivity: Sensitivity | null;
  calibration: Calibration | null;
  drawn_from: DrawnFrom | null;
  /** What it opens with; nothing in results of an earlier version. */
  first: FirstScreen | null;
  provenance: Provenance;
  model_card: CardEntry[];
  cite: string;
}

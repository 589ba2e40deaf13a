// The report as the program hands it to the page (format 1).

import type { Calibration, DrawnFrom } from './calibration';
import type { FirstScreen } from './first_screen';
import type { Difference, DifferenceOfPlays, Headline, JudgedDifference, Provenance as Played, Ratio, Replicate, VerdictOnAPattern } from './rows';
import type { Sensitivity } from './sensitivity';
import type { Sweep } from './sweep';
import type { Value } from './value';

export interface Scenario {
  name: string;
  title: string;
  question: string;
  /** First day, ISO date. */
  start: string;
  days: number;
  hash: string;
  canonical: string;
  /** Values and rules ("rules.oath") that no draw replaces: somebody named them. */
  held?: string[];
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

/** Of means on the same luck, or of plays that draw what is not known. */
export type AnyDifference = Difference | DifferenceOfPlays;

export type Pattern = VerdictOnAPattern;
export type Cited = Pattern['cited'][number];

export interface Provenance extends Played {
  replicate_hashes: Replicate[];
}

export interface CardEntry {
  heading: string;
  text: string;
}

export type SignShare = JudgedDifference['probability'];

/** As `tumen check --rivals --belief --json` has them. */
export interface JudgedDifferences {
  over: 'belief' | 'prior';
  why_not: string;
  seed: number;
  sentence: string;
  conclusions: JudgedDifference[];
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
  official: Headline[];
  changed: Headline[];
  /** What of it the outside hears of. */
  told: Headline[];
  /** What is none of these, such as arrests; levels of the run where there is no campaign. */
  other: Headline[];
  ratio: Ratio | null;
  limits: string[];
  observables: Observable[];
  figures: FigureSpec[];
  series: Series[];
  enough: Enough[];
  differences: AnyDifference[] | null;
  patterns: Pattern[] | null;
  /** Where differences were judged over draws: nothing else is told there. */
  conclusions?: JudgedDifferences | null;
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

// What the model says of itself, as src/browser/describe.cpp writes it.
import type { EventKind, HeadlineOfAPlay, Observable, Parameter as ToldParameter, RivalRule, Source } from '../../data/rows';

export type { EventKind, Observable, RivalRule, Source };
/** A starting value is always there. */
export type Parameter = ToldParameter & { value: number };
export type HeadlineValue = HeadlineOfAPlay;

/** How much each play counts where reports are read the second way that the evidence states, from the first play on. */
export interface SecondWeights {
  how: string;
  /** 1: the belief is worth enough by it. */
  told: 0 | 1;
  /** Plays of one draw of the prior, and near it, are of one family. */
  families: number[];
  weights: number[];
}

/** What plays draw their values and rules from. */
export interface DrawsDescription {
  from: 'belief' | 'prior';
  /** Why there is only the prior; empty where the belief holds. */
  why: string;
  /** Why nothing can be drawn; usually empty. */
  problem: string;
  /** How many independent draws the belief is worth. */
  effective: number;
  distinct: number;
  /** One, or none. */
  second: SecondWeights[];
}

export interface ModelDescription {
  /** What small plays of every rule come to: which model this is. */
  fingerprint: string;
  parameters: Parameter[];
  observables: Observable[];
  rules: RivalRule[];
  sources: Source[];
  events: { name: string; rule: string }[];
  event_kinds: EventKind[];
  draws: DrawsDescription;
  scenarios: string[];
  too_big: string[]; // of these, for a page
}

export interface ScenarioEvent {
  kind: string;
  label: string;
  first: number;
  last: number;
  from: string;
  to: string;
}

export interface ScenarioDescription {
  name: string;
  title: string;
  question: string;
  start: string;
  days: number;
  hash: string;
  parameter_hash: string;
  /** The whole scenario as TOML: the program plays it to the same hashes. */
  canonical: string;
  cities: { name: string; label: string; residents: number }[];
  /** First and last day of the campaign. */
  campaign: [number, number];
  events: ScenarioEvent[];
  values: Record<string, number>;
  rules: Record<string, string>;
  beyond_evidence: string[];
  /** Values and rules that its text or a line names, and those that are not drawn beside them. */
  named: string[];
  held: string[];
}

export interface Problems {
  errors: { problem: string; line: number; column: number; text: string }[];
}

/** A run with values and rules of its own, beside the same city without the campaign. */
export interface DrawnRun {
  replicate: number;
  /** Of the final state, where it was played to its end. */
  hash?: string;
  /** The day before which it was played, where that was enough. */
  until?: number;
  /** Of both cities; the others were there from an earlier play of this replicate. */
  days_played: number;
  /** Of the same city without the campaign, where there is one. */
  beside?: string;
  headlines: HeadlineValue[];
}

/** One run: days x observables for each city, row by row. */
export interface Replicate {
  replicate: number;
  hash: string;
  cities: Float64Array[];
  headlines: HeadlineValue[];
}

/** The days of one city and of each of its wards. */
export interface WardRun {
  hash: string;
  days: number;
  wards: number;
  city: Float64Array;
  /** days x wards x observables. */
  byWard: Float64Array;
}

export interface Household {
  household: number;
  adults: number;
  unit: number;
  role: string;
  phone: 0 | 1;
  kin: 0 | 1;
}

export interface DiaryEntry {
  day: number;
  member: number;
  event: string;
  rule: string;
  outcome: string;
  probability?: number;
  drawn?: number;
  inputs: Record<string, number>;
}

export interface Diary {
  hash: string;
  entries: DiaryEntry[];
}

/** What happened to whom, of everybody; five numbers an entry (see story/people.ts). */
export interface Chronicle {
  hash: string;
  households: number;
  outcomes: string[];
  /** The first household of each ward. */
  wards: number[];
  entries: Float64Array;
}

/** A scenario as the model takes it: a name that it carries or a TOML text, and name=value lines. */
export interface Spec {
  text: string;
  overrides: string;
  /** What counts as named, where the text names everything because the model wrote it. */
  named?: string[];
}

export type Job =
  | { kind: 'describe' }
  | { kind: 'load'; spec: Spec }
  | { kind: 'replicate'; spec: Spec; seed: string; replicate: number }
  /** `known`: what the reader has fixed, by the id of the unknown. `only`: headlines for which it is played as far as they need.
   * `ahead`: before anything has moved; nothing is kept of it, and if slow nothing played where the play would go on from a kept past. */
  | { kind: 'drawn'; spec: Spec; seed: string; replicate: number; known: Record<string, number>; only?: string[]; ahead?: 'always' | 'if slow' }
  | { kind: 'wards'; spec: Spec; seed: string; replicate: number; city: number }
  | { kind: 'households'; spec: Spec; seed: string; replicate: number; city: number; ward: number }
  | { kind: 'chronicle'; spec: Spec; seed: string; replicate: number; city: number }
  | { kind: 'diary'; spec: Spec; seed: string; replicate: number; city: number; household: number };

export interface Answers {
  describe: ModelDescription;
  load: ScenarioDescription | Problems;
  replicate: Replicate;
  drawn: DrawnRun;
  wards: WardRun;
  households: Household[];
  diary: Diary;
  chronicle: Chronicle;
}

export function isProblems(answer: object): answer is Problems {
  return 'errors' in answer;
}

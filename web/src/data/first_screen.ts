// What a report opens with, as the program hands it to the page (src/report/parts/first_part.cpp). An end that is null
// does not exist: in some play nobody stopped.
import type { DifferenceOfPlays, SharesOfASpread, Turning, WorthOfAFact } from './rows';
import type { Value } from './value';

export interface FirstSpread {
  lo: Value;
  middle: Value;
  hi: Value;
  dots: Value[];
  plays: number;
}

export interface FirstRow {
  row: 'official' | 'changed' | 'gap' | 'told' | 'other';
  id: string;
  unit: string;
  /** Of the plays that were stored. */
  spread: FirstSpread;
  /** Where every play drew its own values: what luck alone gives. */
  luck?: { lo: Value; hi: Value } | null;
  /** The same city without a campaign. */
  yardstick?: Value;
  /** Of the gap: the share of plays in which more was counted than people stopped. */
  over?: Value;
}

/** Something that could be known: a value of the model, a rival rule, or what somebody could be asked. */
export type Fact = Pick<WorthOfAFact, 'id' | 'label' | 'kind' | 'index'>;

/** A value beyond an end, or a rule's choice. */
export type Bound = Turning['bounds'][number];

/** The same number by the second reading of the reports that the evidence states: the same plays, weighed again; its fields are called as in
 * the rows of the command line (SecondSpread). */
export interface SecondTold {
  /** What is read otherwise, as the program says it. */
  how: string;
  /** Else there are too few plays, or draws, for a range. */
  told: boolean;
  refused: boolean;
  plays: number;
  /** How many equal plays they are worth. */
  effective: number;
  middle: Value;
  low: Value;
  high: Value;
  /** Shares of the weight above and below 0. */
  above: Value;
  below: Value;
}

/** What a range comes from, what turns the sentence round, what would narrow it, what stands (doubt_part.cpp). */
export interface DoubtTold {
  /** The headline that the sentence is about. */
  about: string;
  unit: string;
  second?: SecondTold | null;
  shares: SharesOfASpread | null;
  turns: Turning | null;
  narrows: {
    today: WorthOfAFact['then'];
    /** How many are too close to say which is worth most; a few of them are shown. */
    equal: number;
    most: WorthOfAFact[];
    asked: number;
    ask: WorthOfAFact | null;
  };
  /** Null where one choice of rules was played. */
  stands: { id: string; statement: string; share: number; draws: number }[] | null;
}

export interface ComparedRow {
  row: 'official' | 'changed';
  id: string;
  unit: string;
  /** Middles of both. */
  a: Value;
  b: Value;
  /** Of B less A on shared plays. */
  spread: FirstSpread;
  fewer: number;
  more: number;
  /** The stated size below which a difference does not matter, and the share of plays within it. */
  small?: Value;
  within?: number;
  /** Where every play drew its own values: what luck alone gives. */
  luck?: { lo: Value; hi: Value } | null;
  second?: SecondTold | null;
  /** Choices of rival rules, as "oath=none", under which most plays differ the other way. */
  but?: string[];
  /** What the program tells of plays that draw; it stands in the table of differences, too. */
  sign?: DifferenceOfPlays['sign'];
}

/** One thing that is set differently; empty where one of the two lacks it. */
export interface Differs {
  name: string;
  /** Of a parameter. */
  label: string;
  a: string;
  b: string;
}

export interface FirstScreen {
  /** What differs between plays: luck alone, or values as well. */
  drawn: 'luck' | 'values';
  plays: number;
  failed: number;
  rows: FirstRow[];
  /** Where every play drew its own values. */
  doubt?: DoubtTold | null;
  /** The gap is a range of plays, or a ratio of means with its interval in results without plays. */
  gapOf?: 'plays' | 'means';
  /** `days`: whose days the campaign's are in both, where the other's are at another time. */
  others: { name: string; title: string; rows: ComparedRow[]; differs?: Differs[]; days?: string }[];
}

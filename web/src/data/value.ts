// Numbers as the program hands them to the page. A number is null where the quantity is not defined, for example a price on
// a day without a sale.
export type Value = number | null;

/** A number with its 90 % interval over replicates. */
export interface Estimate {
  id: string;
  label: string;
  unit: string;
  median: Value;
  lo: Value;
  hi: Value;
  explain: string;
}

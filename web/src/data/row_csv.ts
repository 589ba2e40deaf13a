// Rows of results as tables for other programs. What columns there are is said by the lists of fields, in rows.ts.
import type { Cell } from './csv';

/** Its name; its unit, "row" where the column `unit` says it, empty for words; and where it stands in a row. */
export interface Column {
  name: string;
  unit: string;
  at: readonly (string | number)[];
}

export interface CsvTable {
  columns: string[];
  rows: Cell[][];
  /** A line of what the numbers are in; empty where columns say it. */
  units: string;
}

function found(row: unknown, at: readonly (string | number)[]): unknown {
  return at.reduce<unknown>((here, step) => (here as Record<string | number, unknown> | null | undefined)?.[step], row);
}

/** Several texts are one cell; what is true or false is a word. */
function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join(value.some((one) => String(one).includes(' ')) ? '; ' : ' ');
  return typeof value === 'boolean' ? String(value) : (value as Cell);
}

export function cellsOf(columns: readonly Column[], row: unknown): Cell[] {
  return columns.map(({ at }) => cellOf(found(row, at)));
}

/** "Units: n replicates; mean as in the column unit." */
export function unitsOf(columns: readonly Pick<Column, 'name' | 'unit'>[]): string {
  const told = columns
    .filter(({ unit }) => unit !== '')
    .map(({ name, unit }) => `${name} ${unit === 'row' ? 'as in the column unit' : unit}`);
  return told.length > 0 ? `Units: ${told.join('; ')}.` : '';
}

export function csvOf(columns: readonly Column[], rows: readonly unknown[]): CsvTable {
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => cellsOf(columns, row)),
    units: unitsOf(columns),
  };
}

/** Estimates one below another, a row each: those fields of a row that are rows themselves. */
export function estimatesOf(columns: readonly Column[], row: unknown): { measure: string; cells: Cell[] }[] {
  const measures = [...new Set(columns.filter(({ at }) => at.length > 1).map(({ at }) => String(at[0])))];
  return measures.flatMap((measure) => {
    if (!found(row, [measure])) return [];
    return [{ measure, cells: cellsOf(columns.filter(({ at }) => at[0] === measure), row) }];
  });
}

/** The same columns of a row that is a list of values, in the order of the fields. */
export function inList(columns: readonly Column[], fields: readonly string[]): Column[] {
  return columns.map(({ name, unit, at: [first, ...rest] }) => ({ name, unit, at: [fields.indexOf(String(first)), ...rest] }));
}

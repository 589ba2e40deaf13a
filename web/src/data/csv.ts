// CSV as in RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in
// front; numbers are left alone, so that -3 stays a number.

export type Cell = string | number | null;

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return quote(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
}

export function toCsv(columns: string[], rows: Cell[][]): string {
  return [columns, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

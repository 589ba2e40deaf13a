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

/** What the file is, in lines before the columns; English in every language, as the columns are. */
export function coverOf(title: string, source: string, units = ''): string[] {
  return [
    title,
    source,
    ...(units ? [units] : []),
    'Made by a simulation: nobody in it is real, and it is no forecast. Intervals hold what their columns say.',
    'Lines that begin with # are this cover (read.csv: comment.char = "#"; pandas: comment="#").',
  ];
}

export function toCsv(columns: string[], rows: Cell[][], cover: string[] = []): string {
  const plain = (line: string) => `# ${line.replace(/[\r\n]+/g, ' ')}\r\n`;
  const lines = [columns, ...rows].map((row) => row.map(cell).join(',') + '\r\n');
  return [...cover.map(plain), ...lines].join('');
}

// The scenario as text. The model writes it in one form: single values, then [tables] and [[lists]], one
// key a line. The calendar is changed in that text, so that what is played is what is exported.

/** What happens on days of the campaign. */
export const eventKinds = ['hand_in_drive', 'oath_drive', 'sweep', 'meeting', 'peak'] as const;
/** All lists whose entries have dates; a schedule is another value for a number between two of them. */
export const listKinds = [...eventKinds, 'schedule'] as const;
export type EventKind = (typeof eventKinds)[number];
export type ListKind = (typeof listKinds)[number];

export interface CalendarEntry {
  kind: ListKind;
  /** Keys as in TOML; dates and numbers as written, texts without quotes. */
  fields: Record<string, string>;
}

export interface Block {
  header: string;
  lines: string[];
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [{ header: '', lines: [] }];
  for (const line of text.split('\n')) {
    if (/^\[/.test(line)) blocks.push({ header: line.trim(), lines: [] });
    else if (line.trim()) blocks[blocks.length - 1]?.lines.push(line);
  }
  return blocks;
}

function kindOf(block: Block): ListKind | undefined {
  return listKinds.find((kind) => block.header === `[[${kind}]]`);
}

export function fieldOf(line: string): [string, string] {
  const at = line.indexOf('=');
  const value = line.slice(at + 1).replace(/\s+#.*$/, '').trim();
  return [line.slice(0, at).trim(), value.replace(/^"(.*)"$/, '$1')];
}

export function calendarOf(canonical: string): CalendarEntry[] {
  return blocksOf(canonical).flatMap((block) => {
    const kind = kindOf(block);
    return kind ? [{ kind, fields: Object.fromEntries(block.lines.map(fieldOf)) }] : [];
  });
}

const texts = new Set(['forgiveness', 'parameter', 'drawn_as']);

function entryText({ kind, fields }: CalendarEntry): string {
  const lines = Object.entries(fields).map(
    ([key, value]) => `${key} = ${texts.has(key) ? `"${value}"` : value}`,
  );
  return [`[[${kind}]]`, ...lines].join('\n');
}

/** The same scenario with another calendar. */
export function withCalendar(canonical: string, calendar: CalendarEntry[]): string {
  const kept = blocksOf(canonical).filter((block) => !kindOf(block));
  const written = kept.map(({ header, lines }) => [header, ...lines].filter(Boolean).join('\n'));
  return [...written, ...calendar.map(entryText)].join('\n\n') + '\n';
}

/** What stands in the fields of a new entry: a day of the run, or its first month. */
export function newEntry(kind: EventKind, start: string, end: string): CalendarEntry {
  if (kind === 'meeting') return { kind, fields: { on: start } };
  const span = { from: start, to: end };
  if (kind === 'hand_in_drive') return { kind, fields: { ...span, forgiveness: 'promised' } };
  if (kind === 'peak') return { kind, fields: { ...span, pressure: '0.5' } };
  return { kind, fields: span };
}

// The scenario as text. The model writes it in one form: single values, then [tables] and [[lists]], one
// key a line. The calendar is changed in that text, so that what is played is what is exported.

import type { EventKind } from '../model/wire';

/** Lists that are none of the calendar: all others have entries with dates, kinds as the model describes them. */
const besideCalendar = ['city', 'ward_group', 'headline'];

export interface CalendarEntry {
  /** The name of its list. */
  kind: string;
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

function kindOf(block: Block): string | undefined {
  const kind = /^\[\[(\w+)\]\]$/.exec(block.header)?.[1];
  return kind && !besideCalendar.includes(kind) ? kind : undefined;
}

export function fieldOf(line: string): [string, string] {
  const at = line.indexOf('=');
  const value = line.slice(at + 1).replace(/\s+#.*$/, '').trim();
  return [line.slice(0, at).trim(), value.replace(/^"(.*)"$/, '$1')];
}

let lastRead: { canonical: string; calendar: CalendarEntry[] } | null = null;

/** Whoever draws a control asks again: the last answer is kept. */
export function calendarOf(canonical: string): CalendarEntry[] {
  if (lastRead?.canonical !== canonical) lastRead = { canonical, calendar: readCalendar(canonical) };
  return lastRead.calendar;
}

function readCalendar(canonical: string): CalendarEntry[] {
  return blocksOf(canonical).flatMap((block) => {
    const kind = kindOf(block);
    return kind ? [{ kind, fields: Object.fromEntries(block.lines.map(fieldOf)) }] : [];
  });
}

const texts = new Set(['forgiveness', 'parameter', 'drawn_as', 'happened_as']);

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
export function newEntry({ name, lasts, number }: EventKind, start: string, end: string): CalendarEntry {
  const days: Record<string, string> = lasts === 'one day' ? { on: start } : { from: start, to: end };
  const promise: Record<string, string> = name === 'hand_in_drive' ? { forgiveness: 'promised' } : {};
  return { kind: name, fields: { ...days, ...promise, ...(number && { [number]: '0.5' }) } };
}

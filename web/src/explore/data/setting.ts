// What the reader has set: where the scenario comes from, and what differs from it.
import type { Spec } from '../model/wire';
import { withCalendar, type CalendarEntry } from './canonical';

/**
 * A scenario that the model carries, or one from a file. `named`: what it names, where its text was written by the
 * program, which writes every number; without it all that stands in the text is the same in every play.
 */
export type Base = { name: string } | { toml: string; file: string; named?: string[] };

/** A name that cannot leave its line. */
export const plainName = /^[a-z0-9_.]{1,80}$/;

/** What a page or a link says that its text names; anyone may have written it. */
export function namedIn(value: unknown): { named?: string[] } {
  if (!Array.isArray(value)) return {};
  return { named: value.filter((name): name is string => typeof name === 'string' && plainName.test(name)) };
}

export interface Setting {
  overrides: Record<string, number>;
  rules: Record<string, string>;
  /** Nothing where the calendar is that of the scenario. */
  calendar: CalendarEntry[] | null;
}

export const untouched: Setting = { overrides: {}, rules: {}, calendar: null };

export function baseSpec(base: Base): Spec {
  // A text is known by its line breaks.
  if ('name' in base) return { text: base.name, overrides: '' };
  return { text: `${base.toml}\n`, overrides: '', ...(base.named && { named: base.named }) };
}

/** `canonical` is that of the base as the model wrote it, which names everything; `named` is what the base names. */
export function specOf(base: Base, canonical: string, setting: Setting, named?: string[]): Spec {
  const { calendar, overrides, rules } = setting;
  const lines = [
    ...Object.entries(overrides).map(([name, value]) => `${name}=${value}`),
    ...Object.entries(rules).map(([name, choice]) => `rules.${name}=${choice}`),
  ];
  const text = calendar ? withCalendar(canonical, calendar) : baseSpec(base).text;
  const spec = { text, overrides: lines.join('\n') };
  const names = calendar ? named : 'named' in base ? base.named : undefined;
  if (!names) return spec;
  return { ...spec, named: [...names, ...Object.keys(overrides), ...Object.keys(rules).map((rule) => `rules.${rule}`)] };
}

export function isUntouched({ overrides, rules, calendar }: Setting): boolean {
  return !calendar && Object.keys(overrides).length + Object.keys(rules).length === 0;
}

export function withValue(setting: Setting, name: string, value: number | null): Setting {
  const overrides = { ...setting.overrides };
  if (value === null) delete overrides[name];
  else overrides[name] = value;
  return { ...setting, overrides };
}

export function withRule(setting: Setting, rule: string, choice: string): Setting {
  return { ...setting, rules: { ...setting.rules, [rule]: choice } };
}

export function withEntries(setting: Setting, calendar: CalendarEntry[] | null): Setting {
  return { ...setting, calendar };
}

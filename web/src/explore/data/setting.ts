// What the reader has set: where the scenario comes from, and what differs from it.
import type { Spec } from '../model/wire';
import { withCalendar, type CalendarEntry } from './canonical';

/** A scenario that the model carries, or one from a file. */
export type Base = { name: string } | { toml: string; file: string };

export interface Setting {
  overrides: Record<string, number>;
  rules: Record<string, string>;
  /** Nothing where the calendar is that of the scenario. */
  calendar: CalendarEntry[] | null;
}

export const untouched: Setting = { overrides: {}, rules: {}, calendar: null };

export function baseSpec(base: Base): Spec {
  // A text is known by its line breaks.
  return { text: 'name' in base ? base.name : `${base.toml}\n`, overrides: '' };
}

/** `canonical` is that of the base as the model wrote it. */
export function specOf(base: Base, canonical: string, setting: Setting): Spec {
  const { calendar, overrides, rules } = setting;
  const lines = [
    ...Object.entries(overrides).map(([name, value]) => `${name}=${value}`),
    ...Object.entries(rules).map(([name, choice]) => `rules.${name}=${choice}`),
  ];
  const text = calendar ? withCalendar(canonical, calendar) : baseSpec(base).text;
  return { text, overrides: lines.join('\n') };
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

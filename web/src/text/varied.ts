// What a sweep varies, and its values, in words: a parameter, a rival rule, a date of an event.
import { plainDate } from '../data/days';
import { interval, quantity } from '../data/numbers';
import type { SweepFactor } from '../data/sweep';
import type { Value } from '../data/value';
import { texts } from './index';
import { labelNamed } from './ledger';

const dateName = /^(\w+?)(?:\[(\w+)\])?\.(from|to|on)$/;

export function dateOf(days: number): Date {
  return new Date(days * 86_400_000);
}

/** The label of a parameter; "Trust in promises"; "Hand-in drive 2, first day". */
export function nameOf({ name, label, unit }: SweepFactor): string {
  if (unit === 'rival') return texts.explore.rules.names[name.replace(/^rules\./, '')] ?? name;
  const [, kind = '', which, end = ''] = unit === 'date' ? (dateName.exec(name) ?? []) : [];
  if (!kind) return labelNamed(label, name);
  const event = [texts.explore.events[kind] ?? kind, which].filter(Boolean).join(' ');
  const { from, to, on } = texts.sweep.dates;
  return ({ from, to }[end] ?? on)({ event });
}

/** "fixed", as it is typed: what an axis has room for. */
export function choiceOf(factor: SweepFactor, value: number): string {
  return factor.choices[value] ?? String(value);
}

export function valueOf(factor: SweepFactor, value: Value): string {
  if (value === null) return texts.notDefined;
  if (factor.unit === 'rival') return choiceOf(factor, value);
  return factor.unit === 'date' ? plainDate(dateOf(value)) : quantity(value, factor.unit);
}

/** "20 % to 40 %"; "updated (falls when a promise is broken), fixed (never changes)". */
export function rangeOf(factor: SweepFactor): string {
  const { unit, low, high, choices } = factor;
  const meant = texts.explore.rules.choices;
  if (unit === 'rival')
    return choices.map((one) => (meant[one] ? `${one} (${meant[one]})` : one)).join(', ');
  if (unit !== 'date') return interval(low, high, unit);
  const date = (end: Value) => valueOf(factor, end);
  return texts.interval({ lo: date(low), hi: date(high) });
}

/** What stands in a table for other programs. */
export function plainOf({ unit, choices }: SweepFactor, value: Value): string | Value {
  if (value === null) return null;
  if (unit === 'rival') return choices[value] ?? value;
  return unit === 'date' ? dateOf(value).toISOString().slice(0, 10) : value;
}

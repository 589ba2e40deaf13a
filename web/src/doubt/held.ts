// What is the same in every play: what the scenario names, and what the reader has set.
import type { ModelDescription, ScenarioDescription } from '../explore/model/wire';
import { texts } from '../text';
import { labelText, whoseOf } from '../text/ledger';
import { fixedIn } from './unknown';

export interface Held {
  /** Ids of unknowns that the reader has fixed. */
  known: string[];
  /** Parameters and "rules.X" that the scenario or a control names. */
  names: string[];
}

export function heldOf(scenario: ScenarioDescription, known: Record<string, number>): Held {
  const fixed = new Set(Object.keys(fixedIn(scenario.values, known)));
  return { known: Object.keys(known), names: scenario.held.filter((name) => !fixed.has(name)) };
}

export function nameOfUnknown(id: string): string {
  return texts.first.unknowns[id] ?? id;
}

/** As a reader meets it: the label in the language shown, with whose it is. */
function nameOf(name: string, about: ModelDescription): string {
  if (name.startsWith('rules.')) return texts.explore.rules.names[name.slice(6)] ?? name;
  const parameter = about.parameters.find((one) => one.name === name);
  if (!parameter) return name;
  return labelText(parameter.label, whoseOf(name));
}

/** A label begins a line elsewhere; what is all in capitals stays. */
const withinList = (label: string) => (/^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

export function heldNames({ known, names }: Held, about: ModelDescription): string[] {
  return [...known.map(nameOfUnknown), ...names.map((name) => withinList(nameOf(name, about)))];
}

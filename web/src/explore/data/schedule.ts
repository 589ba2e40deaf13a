// Another value for a number between two dates: which numbers can have one, and what it begins with.
import type { Parameter, ScenarioDescription } from '../model/wire';
import type { CalendarEntry } from './canonical';
import type { Setting } from './setting';
import { grouped, widest, type ParameterGroup } from './unknowns';

/** A number of how the city is built has one value, before the first day. */
function schedulable(parameters: Parameter[]): Parameter[] {
  return parameters.filter(({ kind }) => kind === 'daily');
}

export function schedulableGroups(parameters: Parameter[]): ParameterGroup[] {
  return grouped(schedulable(parameters));
}

/** The value outside the schedule, as the reader has set it. */
export function usualValue(
  { name, value }: Parameter,
  scenario: ScenarioDescription,
  { overrides }: Setting,
): number {
  return overrides[name] ?? scenario.values[name] ?? value;
}

/** The least known number that has no entry yet: two entries for one number may not overlap. */
export function nextScheduled(
  parameters: Parameter[],
  calendar: CalendarEntry[],
): Parameter | undefined {
  const has = new Set(calendar.map(({ fields }) => fields.parameter));
  const all = schedulable(parameters);
  const order = widest(all, all.length);
  return order.find(({ name }) => !has.has(name)) ?? order[0];
}

export function newSchedule(parameter: string, value: number, from: string, to: string): CalendarEntry {
  return { kind: 'schedule', fields: { parameter, from, to, value: String(value) } };
}

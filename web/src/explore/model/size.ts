// What a page can play: beyond it memory ends before the run does.
import type { Problems, ScenarioDescription } from './wire';

/** More residents than this do not fit into a page. */
export const mostResidents = 4e6;
/** A run of more resident-days keeps its reader waiting for minutes. */
export const mostResidentDays = 2e10;

export function residentsOf({ cities }: Pick<ScenarioDescription, 'cities'>): number {
  return cities.reduce((sum, city) => sum + city.residents, 0);
}

/** Why a scenario is not played here, before anything of it is. */
export function tooBig(scenario: Pick<ScenarioDescription, 'cities' | 'days' | 'values'>): Problems | undefined {
  const residents = residentsOf(scenario);
  const days = scenario.days + (scenario.values['warmup'] ?? 0);
  if (residents <= mostResidents && residents * days <= mostResidentDays) return undefined;
  const problem =
    `${residents.toLocaleString('en')} residents over ${days.toLocaleString('en')} days are too big for a page` +
    `; at most ${mostResidents.toLocaleString('en')} residents, and ${mostResidentDays.toLocaleString('en')} resident-days`;
  return { errors: [{ problem, line: 0, column: 0, text: `${problem}\n  way out: play it with the program` }] };
}

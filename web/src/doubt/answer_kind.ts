// What a campaign is asked: the count set beside what changed where phones are counted, and what changed alone
// where there is no such count.
import type { HeadlineValue, ScenarioDescription } from '../explore/model/wire';

export type AnswerKind = 'gap' | 'stopped' | 'level';

export function kindOf(scenario: ScenarioDescription): AnswerKind {
  const kinds = new Set(scenario.events.map(({ kind }) => kind));
  if (kinds.has('hand_in_drive')) return 'gap';
  const campaign = ['oath_drive', 'sweep', 'schedule', 'peak', 'meeting'].some((kind) => kinds.has(kind));
  return campaign ? 'stopped' : 'level';
}

/** Of one play. Where phones are counted and nobody stops there is no end to the ratio. */
export function valueOf(kind: AnswerKind, headlines: HeadlineValue[]): number {
  const of = (id: string) => headlines.find((one) => one.id === id)?.value ?? Number.NaN;
  if (kind === 'gap') {
    const stopped = of('stopped_calling');
    return stopped > 0 ? (100 * of('handed_in')) / stopped : Infinity;
  }
  if (kind === 'stopped') return (100 * of('stopped_calling')) / of('calling_eve');
  return of('calling_level');
}

/** Where the answer has "one each": as many phones as people. */
export const oneEach = 100;

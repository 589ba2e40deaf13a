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

/**
 * Of one play, against the same city without the campaign (measures/answers/spread.cpp). Where phones are counted and fewer
 * people stop than matter there is no end to the ratio, and no value where nothing was counted either.
 */
export function valueOf(kind: AnswerKind, headlines: HeadlineValue[], residents: number): number {
  const row = (id: string) => headlines.find((one) => one.id === id);
  const of = (id: string) => row(id)?.value ?? Number.NaN;
  const stopped = of('stopped_by_campaign');
  if (kind === 'gap') {
    const fewest = ((row('stopped_by_campaign')?.smallest ?? 0) * residents) / 100_000;
    if (stopped >= fewest) return (100 * of('handed_in')) / stopped;
    return of('handed_in') > 0 ? Infinity : Number.NaN;
  }
  if (kind === 'stopped') return (100 * stopped) / of('calling_eve');
  return of('calling_level');
}

/** The headlines that a dot is made of, and what is said beside them. */
export function headlinesOf(kind: AnswerKind): string[] {
  if (kind === 'gap') return ['stopped_by_campaign', 'handed_in'];
  return kind === 'stopped' ? ['stopped_by_campaign', 'calling_eve', 'signed'] : ['calling_level'];
}

/** Where the answer has "one each": as many phones as people. */
export const oneEach = 100;

// Who a reader can follow: somebody to whom something happened. The search is exact, over every household of
// one play; the first match is the one with the lowest number, never the most of anything.
import type { Happening, People } from './people';

export const storyKinds = ['dead', 'real', 'signed', 'lost', 'witness', 'arrested', 'nothing'] as const;
export type StoryKind = (typeof storyKinds)[number];

export interface Window {
  first: number;
  last: number;
}

type Step = (one: Happening, window: Window) => boolean;

const is =
  (event: string, ...outcomes: string[]): Step =>
  (one) =>
    one.event === event && (outcomes.length === 0 || outcomes.includes(one.outcome));
/** In the drive, or not long before it. */
const around =
  (step: Step): Step =>
  (one, window) =>
    one.day >= window.first - 40 && one.day <= window.last && step(one, window);
const within =
  (step: Step): Step =>
  (one, window) =>
    one.day >= window.first && one.day <= window.last && step(one, window);
const either =
  (...steps: Step[]): Step =>
  (one, window) =>
    steps.some((step) => step(one, window));

const dead = within(is('considered', 'hands in a dead phone'));
const accepted = is('refused_decoy', 'accepted');
const real = within(is('considered', 'hands in the working phone'));
const paid = around(either(is('extorted'), is('settled')));
const callsAgain = is('reviewed', 'calling');
const stops = within(is('reviewed', 'quiet'));
const followed = around(is('followed'));
const goesQuiet = around(is('reviewed', 'quiet'));
const noBroker = within(is('served', 'no broker'));

/** Sequences, the fullest first: what is looked for where that one is not found. */
const sequences: Record<Exclude<StoryKind, 'nothing'>, Step[][]> = {
  dead: [
    [followed, goesQuiet, paid, dead, accepted, callsAgain],
    [followed, paid, dead, accepted],
    [followed, dead, accepted],
    [dead, accepted],
  ],
  real: [[followed, real, is('bought')], [real, is('bought')], [real]],
  lost: [
    [is('served', 'money arrives'), stops, noBroker],
    [stops, noBroker],
    [noBroker],
    [within(is('served', 'cannot be met'))],
    [within(is('asked')), stops],
  ],
  witness: [[within(is('witnessed'))]],
  arrested: [
    [either(dead, real), is('promise_broken')],
    [within(is('arrested'))],
  ],
  signed: [
    [within(is('signed_oath')), stops, callsAgain],
    [within(is('signed_oath')), callsAgain],
    [within(is('signed_oath'))],
  ],
};

/** What happens to the household and not to one of its adults. */
const ofAll = new Set(['served', 'asked']);

/** Whether the steps happen to one adult in this order, anything between them. */
function happens(story: Happening[], steps: Step[], window: Window): boolean {
  const members = [...new Set(story.map(({ member }) => member))];
  return members.some((member) =>
    inOrder(story.filter((one) => one.member === member || ofAll.has(one.event)), steps, window),
  );
}

function inOrder(story: Happening[], steps: Step[], window: Window): boolean {
  let at = 0;
  for (const one of story) {
    const step = steps[at];
    if (step?.(one, window)) at += 1;
    if (at === steps.length) return true;
  }
  return false;
}

function untouched(people: People): number[] {
  const found: number[] = [];
  for (let household = 0; household < people.households && found.length < 50; household += 1) {
    if (!people.of.has(household)) found.push(household);
  }
  return found;
}

/** Numbers of the households with this story, in their order; empty where nobody has it. */
export function findStories(people: People, kind: StoryKind, window: Window): number[] {
  if (kind === 'nothing') return untouched(people);
  for (const steps of sequences[kind]) {
    const found = [...people.of].filter(([, story]) => happens(story, steps, window));
    if (found.length > 0) return found.map(([household]) => household);
  }
  return [];
}

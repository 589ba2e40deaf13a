// One play, and somebody in it: the city's days, what happened to everybody, and the diary of whom the reader
// follows.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { courseOf, type Course } from '../day/course';
import { Cancelled } from '../explore/model/pool';
import type { Model } from '../explore/model/use_model';
import type { DiaryEntry, Household, ScenarioDescription, Spec, WardRun } from '../explore/model/wire';
import { language } from '../text';
import { campaignOf, shownCity as city, windowOf } from './campaign';
import { findStories, type StoryKind } from './kinds';
import { peopleOf, type People } from './people';
import { tell, type Story } from './tell';

export interface Play {
  spec: Spec;
  seed: string;
  run: WardRun;
  people: People;
  course: Course;
}

export interface Followed {
  household: number;
  ward: number;
  role: string;
  diary: DiaryEntry[];
}

export interface StoryState {
  play: Play | null;
  /** Numbers of all households with this story. */
  found: number[];
  followed: Followed | null;
  story: Story | null;
  problem: string;
  /** What is told is of the setting before: that of now is still to come. */
  isOfBefore: boolean;
}

interface Wanted {
  model: Model;
  scenario: ScenarioDescription;
  spec: Spec;
  seed: string;
  kind: StoryKind;
  ordinal: number;
}

const replicate = 1;

function keyOf({ overrides, text }: Spec): string {
  return `${overrides}\n\n${text}`;
}

/** What has moved is answered before it is told again. */
type Turn = 'first' | 'last';

function usePlay({ model, spec, seed }: Wanted): { play: Play | null; problem: string; turn: Turn } {
  const [play, setPlay] = useState<Play | null>(null);
  const [problem, setProblem] = useState('');
  const turn = useRef<Turn>('first');
  const key = keyOf(spec);
  useEffect(() => {
    const tag = {};
    let wanted = true;
    const common = { spec, seed, replicate, city };
    Promise.all([
      model.runner.run({ kind: 'chronicle', ...common }, tag, turn.current),
      model.runner.run({ kind: 'wards', ...common }, tag, turn.current),
    ]).then(
      ([chronicle, run]) => {
        if (!wanted) return;
        const people = peopleOf(chronicle, model.about.events);
        setProblem('');
        setPlay({ spec, seed, run, people, course: courseOf(run, model.about.observables, people) });
      },
      (error: Error) => wanted && !(error instanceof Cancelled) && setProblem(error.message),
    );
    return () => {
      wanted = false;
      model.runner.cancel(tag);
    };
  }, [model, key, seed]);
  useEffect(() => {
    if (play) turn.current = 'last';
  }, [play]);
  return { play, problem, turn: turn.current };
}

function roleOf(households: Household[], household: number): string {
  return households.find((one) => one.household === household)?.role ?? 'resident';
}

export function useStory(wanted: Wanted): StoryState {
  const { model, scenario, seed, kind, ordinal } = wanted;
  const { play, problem, turn } = usePlay(wanted);
  const window = windowOf(scenario);
  const hasCampaign = campaignOf(scenario) !== null;
  const found = useMemo(() => (play ? findStories(play.people, kind, window) : []), [play, kind, window.first, window.last]);
  const household = found.length > 0 ? found[ordinal % found.length] : undefined;
  const [followed, setFollowed] = useState<(Followed & { play: Play }) | null>(null);
  const toldOf = useRef<Play | null>(null);
  useEffect(() => {
    if (!play || household === undefined) {
      setFollowed(null);
      return undefined;
    }
    // Who asks for somebody else of the same play changes no answer, and does not wait for one.
    const soon = toldOf.current === play ? 'first' : turn;
    toldOf.current = play;
    const tag = {};
    let wanted = true;
    const ward = play.people.wardOf(household);
    const common = { spec: play.spec, seed, replicate, city };
    Promise.all([
      model.runner.run({ kind: 'diary', ...common, household }, tag, soon),
      model.runner.run({ kind: 'households', ...common, ward }, tag, soon),
    ]).then(
      ([diary, households]) =>
        wanted && setFollowed({ household, ward, role: roleOf(households, household), diary: diary.entries, play }),
      () => undefined,
    );
    return () => {
      wanted = false;
      model.runner.cancel(tag);
    };
  }, [play, household]);
  const now = followed && followed.household === household && followed.play === play ? followed : null;
  const story = useMemo(
    () => now && tell(now.diary, kind, now.role, window, { hasCampaign }),
    [now, kind, window.first, window.last, hasCampaign, language()],
  );
  const isOfBefore = play !== null && (keyOf(play.spec) !== keyOf(wanted.spec) || play.seed !== seed);
  return { play, found, followed: now, story, problem, isOfBefore };
}

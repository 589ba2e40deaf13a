// The explorer as it opens: somebody's story, the day seen, the answer, and four things to change. Everything else
// stands behind "all numbers".
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { residentsOf } from '../doubt/answer';
import { Dots } from '../doubt/dots';
import { centralSpec, useAnswer, type AnswerQuestion } from '../doubt/use_answer';
import { heldOf } from '../doubt/held';
import { stateOf, type ExplorerState } from '../explore/data/link';
import { specOf, type Base } from '../explore/data/setting';
import { Board, ProblemList, ScenarioChoice } from '../explore/explorer';
import { useBase, useDescription } from '../explore/model/use_description';
import { useModel, type Model } from '../explore/model/use_model';
import { opened, useExplorerState, useKeptAddress } from '../explore/use_explorer_state';
import { isProblems, type ScenarioDescription } from '../explore/model/wire';
import { storyKinds, type StoryKind } from '../story/kinds';
import { countUsual } from '../story/usual';
import { calendarHere, campaignOf, nameOfShownCity, scenarioHere, windowOf } from '../story/campaign';
import { useStory } from '../story/use_story';
import { language, texts } from '../text';
import { texts as explore } from '../text/explore';
import { AnswerCard, AnswerFoot, AnswerNotes } from './answer_card';
import { Controls, lastControl } from './controls';
import { DayPanel } from './day_panel';
import { FirstHeader } from './header';
import { HeardPanel } from './heard_panel';
import { knownAfter, type Change } from './moves';
import { StoryPanel } from './story_panel';
import { useAhead, type Attention } from './use_ahead';

const words = texts.first;

/** The stories that this campaign can bring about. */
function kindsFor(scenario: ScenarioDescription): StoryKind[] {
  const events = new Set(scenario.events.map(({ kind }) => kind));
  const promised = calendarHere(scenario).some(({ fields }) => fields.forgiveness === 'promised');
  return storyKinds.filter((kind) => {
    if (kind === 'arrested') return promised;
    if (kind === 'dead' || kind === 'real') return events.has('hand_in_drive');
    return kind !== 'signed' || events.has('oath_drive');
  });
}

interface ScreenProps {
  model: Model;
  state: ExplorerState;
  scenario: ScenarioDescription;
  onState: (state: ExplorerState) => void;
}

/**
 * The scenario as it is set now: its dates move the window of the story. What cannot be read leaves the last that could.
 * `asked` is what is set, whether or not the model has said yet that it can be read.
 */
function useSet(model: Model, scenario: ScenarioDescription, state: ExplorerState) {
  const spec = useMemo(() => specOf(state.base, scenario.canonical, state.a, scenario.named), [state.base, scenario, state.a]);
  const told = useDescription(model, spec);
  const good = useRef({ scenario, spec });
  const wrong = told && isProblems(told.answer) ? told.answer.errors[0] : undefined;
  if (told && !isProblems(told.answer)) good.current = { scenario: told.answer, spec: told.spec };
  const isWrong = wrong !== undefined && told?.spec === spec;
  return { ...good.current, asked: isWrong ? good.current.spec : spec, problem: wrong?.problem ?? '' };
}

/** Whether the controls are on the screen; the answer at the foot then goes away. */
function useSeen() {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return { place, seen };
}

function Screen({ model, state, scenario, onState }: ScreenProps) {
  const set = useSet(model, scenario, state);
  const { first } = state;
  const here = useMemo(() => scenarioHere(set.scenario), [set.scenario]);
  const kinds = kindsFor(here);
  const kind = kinds.includes(first.story) ? first.story : (kinds[0] ?? 'nothing');
  const [second] = model.about.draws.second;
  const dots = useMemo(() => new Dots(), [model]);
  const question = useMemo<AnswerQuestion>(
    () => ({
      runner: model.runner,
      scenario: set.scenario,
      spec: set.asked,
      seed: state.seed,
      known: first.known,
      dots,
      ...(second && { second }),
    }),
    [model, set.scenario, set.asked, state.seed, first.known],
  );
  const central = useMemo(
    () => centralSpec({ spec: set.spec, scenario: set.scenario, known: first.known }),
    [set.spec, set.scenario, first.known],
  );
  const told = useStory({ model, scenario: here, spec: central, seed: state.seed, kind, ordinal: first.ordinal });
  const [hearing, setHearing] = useState(first.heard !== null);
  const answer = useAnswer(told.play || told.problem ? question : null, hearing);
  const window = windowOf(here);
  const waits = told.found.length > 0 && told.story === null;
  const chapters = told.story?.chapters ?? [];
  const [day, setDay] = useState<number | null>(null);
  useEffect(() => setDay(null), [told.followed?.household, kind]);
  // While the next one is looked up the day and the title stay what they are.
  const dayBefore = useRef(window.first);
  const titleBefore = useRef({ kind, title: null as string | null });
  const opening = chapters[told.story?.key ?? 0]?.day ?? (waits ? dayBefore.current : window.first);
  const today = Math.min(Math.max(0, day ?? opening), set.scenario.days - 1);
  dayBefore.current = today;
  const passed = chapters.filter((one) => one.day <= today).length;
  const at = day === null ? (told.story?.key ?? 0) : Math.max(0, passed - 1);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => setChosen(null), [today, told.followed?.household]);
  const shown = chosen ?? at;
  const [picked, setPicked] = useState(0);
  const pick = () => setPicked((times) => times + 1);
  const goTo = (index: number) => {
    const next = chapters[index];
    if (!next) return;
    pick();
    setDay(next.day);
    setChosen(index);
  };
  const { place, seen } = useSeen();
  const usual = useMemo(
    () => told.play && countUsual(kind, told.play.run, model.about.observables, told.play.people),
    [told.play, kind],
  );
  const latest = useRef(state);
  latest.current = state;
  const change = (part: Partial<ExplorerState>) => onState({ ...latest.current, ...part });
  const changeFirst = (part: Partial<ExplorerState['first']>) => change({ first: { ...latest.current.first, ...part } });
  const setTo = (to: Change) => {
    if ('setting' in to) change({ a: to.setting });
    else changeFirst({ known: knownAfter(latest.current.first.known, to.unknown, to.value) });
  };
  const [attention, setAttention] = useState<Attention | null>(null);
  const stand = { scenario: set.scenario, setting: state.a, known: first.known, parameters: model.about.parameters };
  useAhead({ ...stand, model, dots, base: state.base, canonical: scenario.canonical, named: scenario.named, seed: state.seed, attention, begun: told.play !== null });
  const held = waits && titleBefore.current.kind === kind ? titleBefore.current.title : null;
  titleBefore.current = { kind, title: told.story?.title ?? held };
  const title = titleBefore.current.title ?? texts.scenarioNames[set.scenario.name] ?? set.scenario.title;
  // Each part is drawn again when what it shows has changed, not when another has.
  const storyPart = useMemo(
    () => (
      <StoryPanel
        kinds={kinds}
        kind={kind}
        story={told.story}
        at={shown}
        usual={usual}
        found={told.found.length}
        loading={!told.problem && (!told.play || waits)}
        hasCampaign={campaignOf(here) !== null}
        nameOfCity={nameOfShownCity(here)}
        run={here}
        onKind={(story) => {
          pick();
          changeFirst({ story, ordinal: 0 });
        }}
        onAnother={() => {
          pick();
          changeFirst({ ordinal: latest.current.first.ordinal + 1 });
        }}
        onChapter={goTo}
      />
    ),
    [kinds.join(), kind, told.story, shown, usual, told.found, told.play, told.problem, waits, here, language()],
  );
  const dayPart = useMemo(
    () => (
      <DayPanel
        course={told.play?.course ?? null}
        scenario={here}
        day={today}
        beads={chapters.map((one) => one.day)}
        ward={told.followed?.ward ?? null}
        role={told.followed?.role ?? null}
        hasNext={shown + 1 < chapters.length}
        hasEarlier={shown > 0 && chapters.length > 0}
        isOfBefore={told.isOfBefore}
        picked={picked}
        onDay={setDay}
        onEarlier={() => goTo(shown - 1)}
        onNext={() => goTo(shown + 1)}
      />
    ),
    [told.play, told.isOfBefore, here, today, told.story, told.followed, shown, picked, language()],
  );
  const controls = useMemo(
    () => (
      <Controls
        {...stand}
        start={scenario.values}
        named={scenario.held}
        onChange={setTo}
        onAttention={setAttention}
      />
    ),
    [set.scenario, state.a, first.known, model, language()],
  );
  return (
    <>
      <h1 class="story-title">{title}</h1>
      <p class="story-sub">{words.sub}</p>
      <div class="first-screen">
        {storyPart}
        {dayPart}
        <div class="answer-column" id="change">
          <div ref={place} class="answer-place">
            <AnswerCard answer={answer} problem={set.problem || told.problem} />
            {controls}
            <AnswerNotes answer={answer} about={model.about} held={heldOf(set.scenario, first.known)} />
            <HeardPanel
              answer={answer}
              residents={residentsOf(set.scenario)}
              heard={first.heard}
              onHeard={(heard) => changeFirst({ heard })}
              onOpen={setHearing}
            />
            <p class="all-link">
              <a href="#all-numbers">{words.controls.all}</a>
            </p>
          </div>
        </div>
      </div>
      {!seen && <AnswerFoot answer={answer} target="change" />}
    </>
  );
}

/** Everything else: files, seed, hashes, every number, two settings side by side, one run ward by ward. */
function AllNumbers({ model, state, scenario, onState }: ScreenProps) {
  const [open, setOpen] = useState(location.hash === '#all-numbers');
  useEffect(() => {
    const follow = () => location.hash === '#all-numbers' && setOpen(true);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const openScenario = (base: Base) => onState(opened(state, base));
  return (
    <details id="all-numbers" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{words.controls.all}</h2>
      </summary>
      {open && (
        <div class="explorer">
          <p class="intro">{explore.card}</p>
          <ScenarioChoice model={model} base={state.base} onOpen={openScenario} />
          <Board model={model} state={state} scenario={scenario} onState={onState} />
        </div>
      )}
    </details>
  );
}

function Loaded({ model, base }: { model: Model; base: Base }) {
  const { state, change, open, badLink } = useExplorerState(base, '1', savedState());
  useKeptAddress(state);
  const scenario = useBase(model, state.base);
  return (
    <>
      <FirstHeader model={model} state={state} own={base} onOpen={open} />
      <main>
        {badLink && <p role="status">{explore.badLink}</p>}
        {scenario && isProblems(scenario) && (
          <>
            <h1>{explore.problems}</h1>
            <ScenarioChoice model={model} base={state.base} onOpen={open} />
            <ProblemList problems={scenario} />
          </>
        )}
        {scenario && !isProblems(scenario) && (
          <>
            <Screen model={model} state={state} scenario={scenario} onState={change} key={scenario.hash} />
            <AllNumbers model={model} state={state} scenario={scenario} onState={change} />
          </>
        )}
      </main>
    </>
  );
}

/** What "save this page" wrote beside the results. */
function savedState(): ExplorerState | null {
  const saved = document.getElementById('saved-state')?.textContent?.trim();
  return saved ? stateOf(saved) : null;
}

export function ExplorePage({ base }: { base: Base }) {
  const model = useModel('now');
  return (
    <div class="first-page">
      {!(model && 'problem' in model) && (
        <a class="skip" href={`#${lastControl}`}>
          {words.skip}
        </a>
      )}
      {!model && (
        <>
          <FirstHeader model={null} state={null} own={base} onOpen={() => undefined} />
          <main>
            <h1 class="story-title">{texts.scenarioNames['name' in base ? base.name : ''] ?? explore.windowTitle}</h1>
            <p class="story-sub">{words.sub}</p>
            <p role="status">{explore.starting}</p>
          </main>
        </>
      )}
      {model && 'problem' in model && (
        <main>
          <h1>{explore.windowTitle}</h1>
          <p role="alert">{words.answer.cannot({ problem: model.problem })}</p>
        </main>
      )}
      {model && 'runner' in model && <Loaded model={model} base={base} />}
    </div>
  );
}

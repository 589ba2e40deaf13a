// Households of a ward, and the diary of one of them.
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../../text/explore';
import { Cancelled } from '../model/pool';
import type { Model } from '../model/use_model';
import type { Diary, Household } from '../model/wire';
import { DiaryView, Rules } from './diary';
import type { Shown } from '../model/shown';

const words = texts.why;

export interface WhyProps {
  model: Model;
  shown: Shown;
  seed: string;
  city: number;
  ward: number | null;
}

type Answer<T> = T | { problem: string } | null;

function isProblem<T extends object>(answer: Answer<T>): answer is { problem: string } {
  return answer !== null && 'problem' in answer;
}

/** Asks when what it depends on changes; an answer that comes too late is dropped. */
function useAnswer<T extends object>(ask: (tag: object) => Promise<T> | null, on: unknown[]) {
  const [answer, setAnswer] = useState<Answer<T>>(null);
  useEffect(() => {
    let wanted = true;
    setAnswer(null);
    ask({})?.then(
      (given) => wanted && setAnswer(given),
      (error: Error) =>
        wanted && !(error instanceof Cancelled) && setAnswer({ problem: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, on);
  return answer;
}

interface ListProps {
  ward: number;
  households: Household[];
  chosen: number | null;
  onChoose: (household: number) => void;
}

function factsOf({ role, adults, unit, phone, kin }: Omit<Household, 'household'>): string {
  const facts = words.facts;
  return [
    words.roles[role] ?? role,
    adults === 1 ? facts.oneAdult : facts.adults({ adults }),
    facts.unit({ unit }),
    phone ? facts.phone : facts.noPhone,
    kin ? facts.kin : facts.noKin,
  ].join(', ');
}

function HouseholdList({ ward, households, chosen, onChoose }: ListProps) {
  return (
    <ul class="households" aria-label={words.households({ ward: ward + 1 })}>
      {households.map(({ household, role, adults, unit, phone, kin }) => (
        <li key={household}>
          <button
            type="button"
            aria-pressed={household === chosen}
            onClick={() => onChoose(household)}
          >
            <strong>{words.household({ number: household })}</strong>
            <span>{factsOf({ role, adults, unit, phone, kin })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Why({ model, shown, seed, city, ward }: WhyProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const { snapshot, replicate, run } = shown;
  const common = { spec: snapshot.spec, seed, replicate, city };
  const households = useAnswer<Household[]>(
    (tag) =>
      ward === null ? null : model.runner.run({ kind: 'households', ...common, ward }, tag, 'first'),
    [shown, ward],
  );
  const diary = useAnswer<Diary>(
    (tag) =>
      chosen === null
        ? null
        : model.runner.run({ kind: 'diary', ...common, household: chosen }, tag, 'first'),
    [shown, chosen],
  );
  useEffect(() => setChosen(null), [ward, city, seed]);
  return (
    <div class="why">
      <h3>{words.heading}</h3>
      <p>{words.intro}</p>
      {ward === null && <p>{words.choose}</p>}
      {isProblem(households) && <p role="alert">{texts.failed({ problem: households.problem })}</p>}
      <div class="why-desk">
        {ward !== null && households && !isProblem(households) && (
          <div>
            <h4>{words.households({ ward: ward + 1 })}</h4>
            <HouseholdList
              ward={ward}
              households={households}
              chosen={chosen}
              onChoose={setChosen}
            />
          </div>
        )}
        <div aria-live="polite">
          {isProblem(diary) && <p role="alert">{texts.failed({ problem: diary.problem })}</p>}
          {chosen !== null && diary && !isProblem(diary) && (
            <DiaryView
              diary={diary}
              household={chosen}
              start={snapshot.scenario.start}
              hash={run.hash}
            />
          )}
        </div>
      </div>
      <Rules />
    </div>
  );
}

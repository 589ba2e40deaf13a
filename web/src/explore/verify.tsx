// Plays stored runs again and compares their state hashes.
import { useRef, useState } from 'preact/hooks';
import { plainNumber } from '../data/numbers';
import type { Report } from '../data/types';
import { Table } from '../parts/table';
import { texts } from '../text/explore';
import { Cancelled } from './model/pool';
import { mostResidents, residentsOf } from './model/size';
import { startModel } from './model/use_model';
import { isProblems, type Replicate } from './model/wire';
import { recompute, type Finding } from '../verify/recompute';

const words = texts.verify;

interface Played {
  replicate: number;
  stored: string;
  here: string;
  run: Replicate;
}

type State =
  | { kind: 'idle' }
  | { kind: 'playing'; done: number; of: number }
  | { kind: 'problem'; text: string }
  | { kind: 'done'; played: Played[]; findings: Finding[] | undefined };

type Stored = Report['provenance']['replicate_hashes'];

/** The parameters drawn for a run from a posterior, as overrides of the scenario. */
function drawnFor({ drawn_from }: Report, replicate: number): string {
  const values = drawn_from?.draws.find((draw) => draw.replicate === replicate)?.values ?? [];
  return values.map((value, at) => `${drawn_from?.parameters[at]?.id}=${value}`).join('\n');
}

async function verify(
  report: Report,
  wanted: Stored,
  tag: object,
  tell: (state: State) => void,
): Promise<State> {
  const { runner } = await startModel();
  const described = await runner.run({ kind: 'describe' }, tag, 'first');
  const stored = report.provenance.fingerprint;
  if (stored !== undefined && stored !== described.fingerprint) {
    return { kind: 'problem', text: words.otherModel({ here: described.fingerprint, stored: stored || '-' }) };
  }
  const spec = { text: `${report.scenario.canonical}\n`, overrides: '' };
  const scenario = await runner.run({ kind: 'load', spec }, tag, 'first');
  if (isProblems(scenario)) {
    return { kind: 'problem', text: words.failed({ problem: scenario.errors[0]?.problem ?? '' }) };
  }
  if (scenario.hash !== report.scenario.hash) return { kind: 'problem', text: words.otherScenario };
  const seed = String(report.provenance.seed);
  let done = 0;
  const played = wanted.map(async ({ replicate, hash }): Promise<Played> => {
    const own = { ...spec, overrides: drawnFor(report, replicate) };
    const run = await runner.run({ kind: 'replicate', spec: own, seed, replicate }, tag);
    done += 1;
    tell({ kind: 'playing', done, of: wanted.length });
    return { replicate, stored: hash, here: run.hash, run };
  });
  const all = await Promise.all(played);
  const whole = wanted.length === report.replicates;
  const findings = whole ? recompute(report, all.map(({ run }) => run), described.observables) : undefined;
  return { kind: 'done', played: all, findings };
}

const mostFindings = 12;

function sentenceOf(finding: Finding): string {
  const { kind, label, shown, made, city = '', at = 0 } = finding;
  if (kind === 'band') return words.differs.band({ label, city, day: String(at), shown, made });
  if (kind === 'table') return words.differs.table({ label, shown, made });
  return words.differs.sentence({ number: String(at), shown });
}

function Recomputed({ findings }: { findings: Finding[] }) {
  return (
    <>
      {findings.length === 0 ? (
        <p>{words.recomputed}</p>
      ) : (
        <>
          <p class="finding" data-finding="no">
            <strong>{words.differs.heading}</strong>
          </p>
          <ul>
            {findings.slice(0, mostFindings).map((finding, at) => (
              <li key={at}>{sentenceOf(finding)}</li>
            ))}
            {findings.length > mostFindings && (
              <li>{words.differs.more({ count: plainNumber(findings.length - mostFindings) })}</li>
            )}
          </ul>
        </>
      )}
      <p>{words.programOnly}</p>
    </>
  );
}

function Verdict({ played, findings }: { played: Played[]; findings: Finding[] | undefined }) {
  const wrong = played.filter(({ stored, here }) => stored !== here);
  const differs = findings !== undefined && findings.length > 0; // never below a "yes"
  const count = plainNumber(played.length);
  const right = differs
    ? words.runsAlone({ count })
    : played.length === 1 ? words.yesOne : words.yes({ count });
  const text = wrong.length === 0 ? right : words.no({ runs: wrong.map(({ replicate }) => replicate).join(', ') });
  return (
    <>
      {differs && <Recomputed findings={findings} />}
      <p class="finding" data-finding={wrong.length > 0 ? 'no' : differs ? 'runs' : 'yes'}>
        <strong>{text}</strong>
      </p>
      {findings && !differs && <Recomputed findings={findings} />}
      <Table
        label={words.heading}
        columns={words.columns}
        rows={played.map(({ replicate, stored, here }) => [
          replicate,
          <code>{stored}</code>,
          <code>{here}</code>,
          stored === here ? words.same : words.different,
        ])}
      />
    </>
  );
}

export function Verify({ report }: { report: Report }) {
  const stored = report.provenance.replicate_hashes;
  const [chosen, setChosen] = useState(stored[0]?.replicate ?? 1);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const tag = useRef({});
  if (residentsOf(report) > mostResidents) return <p>{words.tooBig}</p>;
  const start = (wanted: Stored) => {
    setState({ kind: 'playing', done: 0, of: wanted.length });
    verify(report, wanted, tag.current, setState).then(setState, (error: Error) =>
      setState(
        error instanceof Cancelled
          ? { kind: 'idle' }
          : { kind: 'problem', text: words.failed({ problem: error.message }) },
      ),
    );
  };
  const stop = () => void startModel().then(({ runner }) => runner.cancel(tag.current));
  const playing = state.kind === 'playing';
  return (
    <div class="verify">
      <h3>{words.heading}</h3>
      <p>{words.intro}</p>
      <div class="controls">
        <label>
          {words.run}
          <select
            value={chosen}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {stored.map(({ replicate }) => (
              <option value={replicate} key={replicate}>
                {replicate}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={playing}
          onClick={() => start(stored.filter(({ replicate }) => replicate === chosen))}
        >
          {words.one}
        </button>
        <button type="button" disabled={playing} onClick={() => start(stored)}>
          {words.all({ count: plainNumber(stored.length) })}
        </button>
        {playing && (
          <button type="button" onClick={stop}>
            {words.stop}
          </button>
        )}
      </div>
      <div role="status">
        {playing && <p>{words.playing({ done: String(state.done), count: String(state.of) })}</p>}
        {state.kind === 'problem' && (
          <p class="finding" data-finding="problem">
            <strong>{state.text}</strong>
          </p>
        )}
        {state.kind === 'done' && <Verdict played={state.played} findings={state.findings} />}
      </div>
    </div>
  );
}

// The brief: what a report opens with, what may not be concluded, and how it was made, on two pages of paper.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tied } from '../data/numbers';
import type { Report } from '../data/types';
import { Awaits } from '../parts/language_switch';
import { provenanceRows } from '../sections/about';
import { Question } from '../sections/header';
import { texts } from '../text';

const words = texts.brief;

/** What the address of the page has behind its # while the brief is shown. */
export const briefPlace = '#brief';

export function useIsBrief(): boolean {
  const [place, setPlace] = useState(location.hash);
  useEffect(() => {
    const follow = () => setPlace(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const isBrief = place === briefPlace;
  useEffect(() => {
    if (isBrief) scrollTo(0, 0);
  }, [isBrief]);
  return isBrief;
}

/** What somebody needs who wants to have the same numbers, or to ask about them. */
const kept = ['command', 'version', 'commit', 'seed', 'replicates', 'scenario_hash', 'created'] as const;

function Made({ report }: { report: Report }) {
  const names = new Set<string>(kept.map((key) => texts.about.fields[key]));
  const rows = provenanceRows(report).filter(([name]) => names.has(name));
  return (
    <section aria-labelledby="brief-made">
      <h2 id="brief-made">{words.made}</h2>
      <dl class="provenance">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <blockquote>{report.cite}</blockquote>
    </section>
  );
}

/** `report` is said in the language of the page; the first screen stands between the question and the limits. */
export function Brief({ report, children }: { report: Report; children: ComponentChildren }) {
  return (
    <main class="brief">
      <p class="actions">
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>{' '}
        <a href="#contents">{words.back}</a>
      </p>
      {children}
      <Question report={report} />
      <section aria-labelledby="brief-limits">
        <h2 id="brief-limits">{texts.answer.limits}</h2>
        <ul>
          {report.limits.map((limit) => (
            <li key={limit}>{tied(limit)}</li>
          ))}
        </ul>
      </section>
      <Made report={report} />
      <Awaits />
    </main>
  );
}

// Model card, how to cite, and what is needed to make the same numbers again.
import { useRef, useState } from 'preact/hooks';
import type { Report } from '../data/types';
import { plainNumber } from '../data/numbers';
import { Disclosure } from '../parts/disclosure';
import { Table } from '../parts/table';
import { texts } from '../text';
import type { SectionProps } from './section';

const words = texts.about;

function Cite({ text }: { text: string }) {
  const quote = useRef<HTMLQuoteElement>(null);
  const [state, setState] = useState('');
  const select = () => {
    if (quote.current) getSelection()?.selectAllChildren(quote.current);
    setState(words.selected);
  };
  const copy = () => {
    // Some browsers keep the clipboard from files opened from disk.
    const written = navigator.clipboard?.writeText(text);
    if (!written) select();
    else written.then(() => setState(words.copied), select);
  };
  return (
    <div class="cite">
      <h3>{words.cite}</h3>
      <blockquote ref={quote}>{text}</blockquote>
      <p class="actions">
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
        <span role="status">{state}</span>
      </p>
    </div>
  );
}

/** What was asked for and what of it is there, which model played, and what is to be noted. */
function extentRows({ extent, notes, provenance }: Report): [string, string][] {
  const names = words.fields;
  const rows: [string, string][] = [];
  if (extent) {
    const counts = [extent.asked_for, extent.there, extent.failed];
    rows.push([names.extent, counts.map((count) => plainNumber(count)).join(', ')]);
  }
  if (provenance.fingerprint) rows.push([names.fingerprint, provenance.fingerprint]);
  for (const note of notes ?? []) rows.push([names.notes, note]);
  return rows;
}

export function provenanceRows(report: Report): [string, string][] {
  const { provenance: from, scenario, replicates } = report;
  const names = words.fields;
  const commit = from.dirty === 'modified' ? words.modified({ commit: from.commit }) : from.commit;
  return [
    [names.command, from.command],
    [names.version, from.version],
    [names.commit, commit],
    [names.seed, String(from.seed)],
    [names.replicates, plainNumber(replicates)],
    ...extentRows(report),
    [names.scenario, scenario.name],
    [names.scenario_hash, scenario.hash],
    [names.parameter_hash, from.parameter_hash],
    [names.created, from.created],
    [names.compiler, from.compiler],
    [names.platform, from.platform],
  ];
}

function Provenance({ report }: SectionProps) {
  const hashes = report.provenance.replicate_hashes;
  return (
    <>
      <h3>{words.provenance}</h3>
      <dl class="provenance">
        {provenanceRows(report).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Disclosure summary={words.canonical}>
        {() => (
          <pre tabIndex={0} role="group" aria-label={words.canonical}>
            {report.scenario.canonical}
          </pre>
        )}
      </Disclosure>
      <Disclosure summary={words.hashes({ count: plainNumber(hashes.length) })}>
        {() => (
          <>
            <p>{words.hashesNote}</p>
            <Table
              label={words.hashes({ count: plainNumber(hashes.length) })}
              columns={words.columns}
              rows={hashes.map(({ replicate, hash }) => [replicate, <code>{hash}</code>])}
            />
          </>
        )}
      </Disclosure>
    </>
  );
}

export function About({ report }: SectionProps) {
  return (
    <>
      <h3>{words.card}</h3>
      <div class="card">
        {report.model_card.map(({ heading, text }) => (
          <div key={heading}>
            <h4>{heading}</h4>
            {text.split(/\n\s*\n/).map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        ))}
      </div>
      <Cite text={report.cite} />
      <Provenance report={report} />
    </>
  );
}

// Reported patterns, and in how many of the runs each appears.
import { checkedOf } from '../data/asked';
import { coverOf, toCsv } from '../data/csv';
import { fileName } from '../data/names';
import { interval, plainNumber, quantity } from '../data/numbers';
import { csvOf } from '../data/row_csv';
import { verdictOnAPatternColumns } from '../data/rows';
import type { Pattern } from '../data/types';
import { saveFile } from '../figures/save';
import { Strip } from '../parts/strip';
import { Table } from '../parts/table';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { told } from '../text/program';
import { came, expected, PatternDetails } from './pattern_details';
import { sourceLine, type SectionProps } from './section';
import { SaveCsv } from '../parts/save_csv';

const words = texts.patterns;

function strip({ share, share_interval }: Pattern) {
  if (share === null) return null;
  const [low, high] = share_interval ?? [share, share];
  return <Strip lo={low ?? share} mid={share} hi={high ?? share} from={0} to={1} />;
}

function cells(one: Pattern) {
  const { id, statement, grade, sources, share, share_interval, verdict } = one;
  const [low, high] = share_interval ?? [null, null];
  return [
    <>
      <span class="aside">{id}</span> {told(statement)}
      <PatternDetails pattern={one} />
    </>,
    <>
      {grade}: {words.grades[grade] ?? grade}
      {sources.length > 0 && <span class="aside"> {words.sources({ list: sources.join(', ') })}</span>}
    </>,
    <>
      <span class="strong">{quantity(share, 'share')}</span>{' '}
      <span class="aside">{interval(low, high, 'share')}</span> {strip(one)}
    </>,
    <span class="verdict">
      <span aria-hidden="true">{words.verdictMarks[verdict] ?? ''}</span> {words.verdicts[verdict] ?? verdict}
      {one.judged_by === 'mean' && <span class="aside"> {words.byMean({ mean: came(one), band: expected(one) })}</span>}
    </span>,
  ];
}

function tally(list: Pattern[]): string {
  const shown = list.filter(({ verdict }) => verdict === 'shown').length;
  return words.tally({ shown: plainNumber(shown), all: plainNumber(list.length) });
}

export function Patterns({ report }: SectionProps) {
  const all = checkedOf(report)?.patterns ?? report.patterns ?? [];
  const order = ['held-out', 'calibrate', 'input', 'analogue'];
  const roles = [...new Set([...order, ...all.map(({ role }) => role)])];
  const save = () => {
    const { columns, rows, units } = csvOf(verdictOnAPatternColumns, all);
    const name = fileName([report.scenario.name, 'patterns'], 'csv');
    saveFile(name, 'text/csv;charset=utf-8', toCsv(columns, rows, coverOf('Reported patterns', sourceLine(report), units)));
  };
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro} />
      </p>
      {roles.map((role) => {
        const list = all.filter((one) => one.role === role);
        if (list.length === 0) return null;
        const title = words.roles[role] ?? role;
        return (
          <div key={role}>
            <h3>{title}</h3>
            <p>{tally(list)}</p>
            <Table
              className="stacked"
              label={words.tableLabel({ role: title })}
              columns={words.columns}
              rows={list.map(cells)}
            />
          </div>
        );
      })}
      <div class="actions">
        <SaveCsv title={words.heading} save={save} />
      </div>
    </>
  );
}

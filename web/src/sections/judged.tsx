// Differences between campaigns whose sign is judged over draws of values and of all rival rules together.
import { type Cell, coverOf, toCsv } from '../data/csv';
import { fileName } from '../data/names';
import { plainNumber, quantity } from '../data/numbers';
import { csvOf, type CsvTable } from '../data/row_csv';
import { type JudgedDifference, judgedDifferenceColumns } from '../data/rows';
import type { SignShare } from '../data/types';
import { saveFile } from '../figures/save';
import { Glossed } from '../parts/glossed';
import { SaveCsv } from '../parts/save_csv';
import { Strip } from '../parts/strip';
import { Table } from '../parts/table';
import { texts } from '../text';
import { texts as explore } from '../text/explore';
import { told } from '../text/program';
import { sourceLine, type SectionProps } from './section';

const words = texts.judged;

function least<One extends SignShare>(some: One[]): One | undefined {
  const played = some.filter(({ draws }) => draws > 0);
  return played.length > 0 ? played.reduce((one, other) => ((other.share ?? 1) < (one.share ?? 1) ? other : one)) : undefined;
}

function ruleText(rule: string, choice: string): string {
  return `${explore.rules.names[rule] ?? rule}: ${explore.rules.choices[choice] ?? choice}`;
}

const percent = (one: SignShare | undefined) => (one && one.draws > 0 ? quantity(one.share, 'share') : '');

function remarks(one: JudgedDifference): string {
  const [rule = '', choice = ''] = one.turns_on.split(/ ?= ?/);
  return [
    one.sign_of === 'most draws' && words.ofMost,
    one.start_disagrees && words.disagrees,
    one.turns_on && words.turnsOn({ rule: ruleText(rule, choice) }),
  ]
    .filter(Boolean)
    .join(' ');
}

function cells(one: JudgedDifference) {
  const { id, label, sign, verdict, probability, start, rules, without_voices: voices } = one;
  const rule = least(rules);
  const voice = least(voices);
  return [
    <>
      <span class="aside">{id}</span> {told(label)} <span class="aside">{remarks(one)}</span>
    </>,
    words.signs[sign] ?? sign,
    <>
      <span class="strong">{percent(probability)}</span>{' '}
      <Strip lo={probability.low ?? 0} mid={probability.share ?? 0} hi={probability.high ?? 1} from={0} to={1} mark={0.95} />
    </>,
    <>
      {percent(rule)} {rule && <span class="aside">{ruleText(rule.rule, rule.choice)}</span>}
    </>,
    <>
      {percent(voice)} {voice && <span class="aside">{voice.voice}</span>}
    </>,
    percent(start),
    <span class="verdict">{words.verdicts[verdict] ?? verdict}</span>,
  ];
}

const leastColumns = ['least_rule', 'least_under', 'least_voice', 'least_without'];

/** What is least in the lists of a row. */
function leastCells(one: JudgedDifference): Cell[] {
  const rule = least(one.rules);
  const voice = least(one.without_voices);
  return [rule ? `${rule.rule}=${rule.choice}` : '', rule?.share ?? null, voice?.voice ?? '', voice?.share ?? null];
}

/** The columns of the list, and behind them what is least in lists. */
export function judgedCsv(list: JudgedDifference[]): CsvTable {
  const { columns, rows, units } = csvOf(judgedDifferenceColumns, list);
  return {
    columns: [...columns, ...leastColumns],
    rows: rows.map((row, at) => [...row, ...leastCells(list[at]!)]),
    units,
  };
}

export function Judged({ report }: SectionProps) {
  const { conclusions } = report;
  if (!conclusions) return null;
  const list = conclusions.conclusions;
  const save = () => {
    const { columns, rows, units } = judgedCsv(list);
    const name = fileName([report.scenario.name, 'judged'], 'csv');
    saveFile(name, 'text/csv;charset=utf-8', toCsv(columns, rows, coverOf('Judged differences', sourceLine(report), units)));
  };
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro} />
      </p>
      {conclusions.over === 'prior' && <p>{words.prior}</p>}
      <Table className="stacked" label={words.tableLabel({ n: plainNumber(list.length) })} columns={words.columns} rows={list.map(cells)} />
      <div class="actions">
        <SaveCsv title={words.heading} save={save} />
      </div>
    </>
  );
}

// Paired differences against other scenarios on the same luck.
import { fileName } from '../data/names';
import { counted, interval, plainNumber } from '../data/numbers';
import { coverOf, toCsv } from '../data/csv';
import { helpOfLuck, isTold } from '../data/differences';
import type { Difference } from '../data/types';
import type { Value } from '../data/value';
import { saveFile } from '../figures/save';
import { Strip } from '../parts/strip';
import { Table } from '../parts/table';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { told } from '../text/program';
import { sourceLine, type SectionProps } from './section';
import { SaveCsv } from '../parts/save_csv';

const words = texts.differences;

function number(value: Value): string {
  return value === null ? texts.notDefined : plainNumber(value);
}

function signed(value: Value, unit: string): string {
  return value !== null && value > 0 ? `+${counted(value, unit)}` : counted(value, unit);
}

function strip({ mean, lo, hi }: Difference) {
  if (mean === null || lo === null || hi === null) return null;
  // No difference at all stands in the middle.
  const reach = 1.1 * Math.max(Math.abs(lo), Math.abs(hi)) || 1;
  return <Strip lo={lo} mid={mean} hi={hi} from={-reach} to={reach} mark={0} />;
}

function cells(one: Difference) {
  const { label, unit, mean, lo, hi, sign, correlation, variance_reduction } = one;
  return [
    <bdi>{label}</bdi>,
    <span class="strong">{signed(mean, unit)}</span>,
    <>
      {interval(lo, hi, unit)} {strip(one)}
    </>,
    <>
      <span class={isTold(one) ? 'badge sure' : 'badge'}>{told(sign)}</span> <span class="aside">{helpOfLuck(one)}</span>
    </>,
    variance_reduction === null
      ? words.noLuck
      : words.luck({ correlation: number(correlation), reduction: number(variance_reduction) }),
  ];
}

const csvColumns = [
  'other',
  'id',
  'label',
  'unit',
  'mean',
  'lo',
  'hi',
  'sign',
  'correlation',
  'variance_reduction',
] as const;

export function Differences({ report }: SectionProps) {
  const all = report.differences ?? [];
  const others = [...new Set(all.map(({ other }) => other))];
  const save = () => {
    const rows = all.map((one) => csvColumns.map((column) => one[column]));
    const name = fileName([report.scenario.name, 'differences'], 'csv');
    saveFile(name, 'text/csv;charset=utf-8', toCsv([...csvColumns], rows, coverOf('Differences on shared luck', sourceLine(report))));
  };
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro} />
      </p>
      {others.map((other) => (
        <div key={other}>
          <h3>
            <bdi>{words.against({ other })}</bdi>
          </h3>
          <Table
            className="stacked"
            label={words.tableLabel({ other })}
            columns={words.columns}
            rows={all
              .filter((one) => one.other === other)
              .map(cells)}
          />
        </div>
      ))}
      <div class="actions">
        <SaveCsv title={words.heading} save={save} />
      </div>
    </>
  );
}

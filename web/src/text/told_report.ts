// A report whose sentences are said in the language of the page. Ids, units and numbers stay, and with them every file
// that is saved.
import type { Report } from '../data/types';
import { told } from './program';
import { language } from './table';

const explained = <One extends { explanation: string }>(one: One): One => ({ ...one, explanation: told(one.explanation) });

export function toldReport(report: Report): Report {
  if (language() === 'en') return report;
  return {
    ...report,
    answer: report.answer.map(told),
    limits: report.limits.map(told),
    events: report.events.map((event) => ({ ...event, label: told(event.label) })),
    official: report.official.map(explained),
    changed: report.changed.map(explained),
    told: report.told.map(explained),
    other: report.other.map(explained),
    ratio: report.ratio && explained(report.ratio),
    observables: report.observables.map((one) => ({ ...one, explain: told(one.explain), label: told(one.label) })),
    figures: report.figures.map((one) => ({ ...one, title: told(one.title), note: told(one.note) })),
    enough: report.enough.map((one) => ({ ...one, label: told(one.label), sentence: told(one.sentence) })),
    model_card: report.model_card.map(({ heading, text }) => ({ heading: told(heading), text: told(text) })),
  };
}

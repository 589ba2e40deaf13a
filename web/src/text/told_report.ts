// A report whose sentences are said in the language of the page. Ids, units and numbers stay, and with them every file
// that is saved.
import type { Report } from '../data/types';
import { headlineName } from './headline';
import { labelText } from './ledger';
import { told } from './program';
import { language } from './table';

const explained = <One extends { explanation: string }>(one: One): One => ({ ...one, explanation: told(one.explanation) });

function toldSensitivity(sensitivity: Report['sensitivity']): Report['sensitivity'] {
  if (!sensitivity) return null;
  return {
    ...sensitivity,
    warnings: sensitivity.warnings.map(told),
    parameters: sensitivity.parameters.map((one) => ({ ...one, label: labelText(one.label) })),
    headlines: sensitivity.headlines.map((one) => ({
      ...one,
      label: headlineName(one.id, one.label),
      sentences: one.sentences.map(told),
      factors: one.factors.map((factor) => ({ ...factor, sentence: told(factor.sentence) })),
    })),
  };
}

function toldSweep(sweep: Report['sweep']): Report['sweep'] {
  if (!sweep) return null;
  const headlines = sweep.headlines.map((one) => ({ ...one, label: headlineName(one.id, one.label), explain: told(one.explain) }));
  return { ...sweep, headlines };
}

function toldCalibration(calibration: Report['calibration']): Report['calibration'] {
  if (!calibration) return null;
  const parameters = calibration.parameters.map((one) => ({ ...one, warnings: one.warnings.map(told) }));
  return { ...calibration, why: told(calibration.why.trim()), warnings: calibration.warnings.map(told), parameters };
}

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
    sweep: toldSweep(report.sweep),
    sensitivity: toldSensitivity(report.sensitivity),
    calibration: toldCalibration(report.calibration),
    model_card: report.model_card.map(({ heading, text }) => ({ heading: told(heading), text: told(text) })),
  };
}

// Labels of the ledger in the language that is shown.
import { texts } from './table';
import { told } from './program';

const ofWhom = /^(.*) \((resident|family|smuggler|broker|warned|detained|imprisoned|exiled)\)$/s;

/** The role or sentence that a parameter's name ends with; empty where there is one number for all. */
export function whoseOf(name: string): string {
  return name.split('.')[1] ?? '';
}

/** By the label and the name that a parameter goes by. */
export function labelNamed(label: string, name: string): string {
  const whose = whoseOf(name);
  return labelText(label, texts.ledger.index[whose] ? whose : '');
}

/** A parameter's label, with whose value it is; where that stands in the label it is said, too. */
export function labelText(label: string, index = ''): string {
  const [, bare = label, whose = index] = ofWhom.exec(label) ?? [];
  return whose ? `${told(bare)} (${texts.ledger.index[whose] ?? whose})` : told(bare);
}

// The answer over the controls: it stays on the screen with what moves it, and as high as it is, so that no control moves
// under the hand that moves it. What is said beside a range stands under the controls.
import { useMemo } from 'preact/hooks';
import { plainNumber } from '../data/numbers';
import { barOf, failedText, labelOf, noteOf, numberOf, drawnText, secondText, heldText, withoutText } from '../doubt/answer_text';
import { drawRange } from '../doubt/range_bar';
import { heldNames, type Held } from '../doubt/held';
import type { ModelDescription } from '../explore/model/wire';
import { useTold, type Told } from '../doubt/use_answer';
import { Chart } from '../parts/chart';
import { language, texts } from '../text';

const words = texts.first.answer;

/** What fits on a line as large as it is; longer ones are written smaller. */
const longest = 16;

const isSettled = ({ state }: { state: string }) => state === 'bar' || state === 'done';

export function AnswerCard({ answer: told, problem }: { answer: Told; problem: string }) {
  const answer = useTold(told);
  const bar = useMemo(() => barOf(answer), [answer, language()]);
  const draw = useMemo(() => (width: number) => drawRange(bar, width), [bar]);
  const failed = failedText(answer);
  const number = numberOf(answer);
  return (
    <div class="answer-card" data-state={answer.state} data-plays={answer.values.length} data-asked={told.asked}>
      <p class="answer-label">{labelOf(answer.kind).long}</p>
      <p class={number.length > longest ? 'answer-number long' : 'answer-number'}>{number}</p>
      <figure aria-label={words.heading}>
        <Chart draw={draw} />
      </figure>
      <p class="answer-note">{noteOf(answer)}</p>
      {failed && <p class="answer-warning">{failed}</p>}
      {problem && <p class="answer-warning">{words.cannot({ problem })}</p>}
      <p class="unseen" role="status">
        {answer.state === 'done' ? `${labelOf(answer.kind).long}: ${numberOf(answer)}. ${noteOf(answer)}` : ''}
      </p>
    </div>
  );
}

/** Of a range: what it comes to by the second reading, what is drawn and what is the same in every play. */
export function AnswerNotes({ answer: told, about, held }: { answer: Told; about: ModelDescription; held: Held }) {
  const answer = useTold(told);
  const second = secondText(answer, about);
  const names = heldNames(held, about);
  return (
    <div class="answer-notes">
      {answer.kind === 'stopped' && answer.signed !== null && isSettled(answer) && (
        <p class="answer-note">{words.oathNote({ signed: plainNumber(Math.round(answer.signed)) })}</p>
      )}
      {withoutText(answer) && <p class="answer-note">{withoutText(answer)}</p>}
      {second && <p class="answer-note second">{second}</p>}
      {isSettled(answer) && (
        <p class="answer-prior" title={names.join('; ')}>
          {drawnText(about)} {heldText(names)}
        </p>
      )}
    </div>
  );
}

/** On a phone: the answer at the foot until the controls are on the screen. */
export function AnswerFoot({ answer: told, target }: { answer: Told; target: string }) {
  const answer = useTold(told);
  return (
    <div class="answer-foot">
      <div>
        <p class="answer-label">{labelOf(answer.kind).short}</p>
        <p class="answer-number">{numberOf(answer)}</p>
      </div>
      <a class="button primary" href={`#${target}`}>
        {texts.first.controls.heading}
      </a>
    </div>
  );
}

// The diary in sentences: what was decided, from what, with which probability and which draw.
import { useState } from 'preact/hooks';
import odd from 'virtual:odd';
import { dateOfDay, plainDate } from '../../data/days';
import { Disclosure } from '../../parts/disclosure';
import { diaryTexts, texts } from '../../text/explore';
import { withoutRoutine } from '../data/routine';
import type { Diary, DiaryEntry } from '../model/wire';

const words = texts.why;

function plain(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function Draw({ entry }: { entry: DiaryEntry }) {
  const { probability, drawn } = entry;
  if (probability === undefined && drawn === undefined) return null;
  return (
    <span class="draw">
      {[
        probability === undefined ? '' : words.chance({ probability: plain(probability) }),
        drawn === undefined ? '' : words.drawn({ drawn: plain(drawn) }),
      ]
        .filter(Boolean)
        .join(', ')}
      {'. '}
    </span>
  );
}

function ruleName(rule: string): string {
  return texts.parameters.groups[rule] ?? rule;
}

function Entry({ entry, start }: { entry: DiaryEntry; start: string }) {
  const inputs = Object.entries(entry.inputs);
  const sentence = diaryTexts.sentence(entry.event, diaryTexts.who(entry.member), entry.outcome);
  const before = entry.day < 0 ? ` (${words.warmup})` : '';
  return (
    <li data-event={entry.event}>
      <span class="date">
        {plainDate(dateOfDay(start, entry.day))}
        {before}
      </span>
      <p>{sentence}</p>
      <p class="because">
        <Draw entry={entry} />
        <a href={`#rule-${entry.rule}`}>{words.rule({ rule: ruleName(entry.rule) })}</a>
      </p>
      {inputs.length > 0 && (
        <dl aria-label={words.inputs}>
          {inputs.map(([name, value]) => (
            <div key={name}>
              <dt>{diaryTexts.input(name)}</dt>
              <dd>{plain(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

const shownFirst = 60;

export interface DiaryViewProps {
  diary: Diary;
  household: number;
  start: string;
  /** State hash of the same run without a diary. */
  hash: string;
}

export function DiaryView({ diary, household, start, hash }: DiaryViewProps) {
  const [brief, setBrief] = useState<'brief' | 'all'>('brief');
  const [most, setMost] = useState(shownFirst);
  const entries = brief === 'brief' ? withoutRoutine(diary.entries) : diary.entries;
  return (
    <div class="diary">
      <h4>{words.diary({ number: household })}</h4>
      <p class="aside" data-same={diary.hash === hash ? 'yes' : 'no'}>
        {diary.hash === hash ? words.same({ hash: diary.hash }) : words.differs}
      </p>
      <p class="controls">
        <label>
          <input
            type="checkbox"
            checked={brief === 'brief'}
            onChange={(event) => setBrief(event.currentTarget.checked ? 'brief' : 'all')}
          />
          {words.filter}
        </label>
        <span>{words.count({ count: String(entries.length) })}</span>
      </p>
      {entries.length === 0 && <p>{words.empty}</p>}
      <ol class="entries">
        {entries.slice(0, most).map((entry, index) => (
          <Entry entry={entry} start={start} key={index} />
        ))}
      </ol>
      {entries.length > most && (
        <button type="button" onClick={() => setMost(entries.length)}>
          {words.more({ count: entries.length })}
        </button>
      )}
    </div>
  );
}

/** The rules as the model's description has them: links of the diary lead here. */
export function Rules() {
  return (
    <div class="odd">
      <h4>{words.rules}</h4>
      {odd.map(({ rule, heading, text }) => (
        <div id={`rule-${rule}`} tabIndex={-1} key={rule}>
          <Disclosure summary={heading}>
            {() => (
              <pre tabIndex={0} role="group" aria-label={heading}>
                {text}
              </pre>
            )}
          </Disclosure>
        </div>
      ))}
    </div>
  );
}

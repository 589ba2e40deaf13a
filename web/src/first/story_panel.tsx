// Whose story: a picker by what happened to somebody, the entries of the diary as sentences, and how usual it is.
import { dayOfRun, type Run } from '../data/days';
import { chanceOfHundred } from '../data/hundred';
import { plainNumber } from '../data/numbers';
import { texts as explore, diaryTexts } from '../text/explore';
import { storyKinds, type StoryKind } from '../story/kinds';
import { usualText, type Counted } from '../story/usual';
import type { Chapter, Story } from '../story/tell';
import { texts } from '../text';

const words = texts.story;

export interface StoryPanelProps {
  kinds: StoryKind[];
  kind: StoryKind;
  story: Story | null;
  /** Place of the entry that is told now. */
  at: number;
  usual: Counted | null;
  found: number;
  loading: boolean;
  hasCampaign: boolean;
  /** Of the city that is shown, where it is one of several. */
  nameOfCity: string | null;
  run: Run;
  onKind: (kind: StoryKind) => void;
  onAnother: () => void;
  onChapter: (at: number) => void;
}

function Chance({ chance }: { chance: Chapter['chance'] }) {
  if (!chance) return null;
  return (
    <div class="chance">
      <p>
        <span>{chance.of}</span>
        <span>{words.inHundred({ share: plainNumber(chanceOfHundred(chance.value)) })}</span>
      </p>
      <div class="chance-bar" aria-hidden="true">
        <div style={{ width: `${100 * Math.min(1, chance.value)}%` }} />
      </div>
    </div>
  );
}

function Entry({ chapter, now, past, run, onChapter }: {
  chapter: Chapter;
  now: boolean;
  past: boolean;
  run: Run;
  onChapter: () => void;
}) {
  return (
    <li aria-current={now ? 'step' : undefined} class={past ? 'past' : now ? 'now' : 'to-come'} data-event={chapter.entry.event} data-day={chapter.day}>
      <button type="button" class="when" onClick={onChapter}>
        {dayOfRun(run, chapter.day)}
      </button>
      <p class="told">{chapter.sentence}</p>
      {now && <Chance chance={chapter.chance} />}
    </li>
  );
}

/** What went into the decision, below all entries, so that nothing jumps. */
function How({ chapter }: { chapter: Chapter }) {
  const { entry } = chapter;
  const rule = explore.parameters.groups[entry.rule] ?? entry.rule;
  const inputs = Object.entries(entry.inputs);
  return (
    <details class="how">
      <summary>{words.how}</summary>
      <p>
        {entry.drawn === undefined
          ? words.noDraw({ rule })
          : words.rule({ rule, drawn: plainNumber(entry.drawn) })}
      </p>
      <dl>
        {inputs.map(([name, value]) => (
          <div key={name}>
            <dt>{diaryTexts.input(name)}</dt>
            <dd>{plainNumber(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function StoryPanel(props: StoryPanelProps) {
  const { kinds, kind, story, at, usual, found, loading, hasCampaign, nameOfCity, run } = props;
  const chapter = story?.chapters[at];
  return (
    <section class="story" aria-label={words.follow}>
      <div class="picker">
        <label>
          <span>{words.follow}</span>
          <select value={kind} onChange={(event) => props.onKind(event.currentTarget.value as StoryKind)}>
            {storyKinds
              .filter((one) => kinds.includes(one))
              .map((one) => (
                <option value={one} key={one}>
                  {one === 'nothing' && !hasCampaign ? words.nothingCalm : words.kinds[one]}
                </option>
              ))}
          </select>
        </label>
        {found > 1 && (
          <button type="button" class="link another" onClick={props.onAnother}>
            {words.another}
          </button>
        )}
      </div>
      <div class="chapters">
        {loading && <p class="quiet-note">{words.loading}</p>}
        {!loading && found === 0 && <p class="quiet-note">{words.none}</p>}
        {story && (
          <ol>
            {story.chapters.map((one, index) => (
              <Entry
                chapter={one}
                now={index === at}
                past={index < at}
                run={run}
                onChapter={() => props.onChapter(index)}
                key={`${one.day} ${one.entry.event} ${index}`}
              />
            ))}
          </ol>
        )}
        {chapter && <How chapter={chapter} />}
      </div>
      {usual && story && (
        <p class="usual">
          <strong>{nameOfCity === null ? words.usual : words.usualIn({ city: nameOfCity })}</strong> {usualText(kind, usual)}
        </p>
      )}
    </section>
  );
}

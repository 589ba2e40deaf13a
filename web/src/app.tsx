// The page: header, contents, and the parts that the results fill.
import type { PageReading } from './data/page';
import { ExplorePage } from './explore/page';
import { Header } from './sections/header';
import { sections } from './sections';
import { Section, type SectionEntry, type SectionProps } from './sections/section';
import { texts } from './text';

function Contents({ entries }: { entries: SectionEntry[] }) {
  return (
    <nav class="contents" aria-label={texts.contents}>
      <ol>
        {entries.map(({ id, words }) => (
          <li key={id}>
            <a href={`#${id}`}>{words().nav}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Page({ report }: SectionProps) {
  const present = sections.filter((entry) => entry.present(report));
  return (
    <>
      <a class="skip" href="#answer">
        {texts.skip}
      </a>
      <Header report={report} />
      <div class="frame">
        <Contents entries={present} />
        <main>
          {present.map((entry) => (
            <Section entry={entry} key={entry.id}>
              <entry.Body report={report} />
            </Section>
          ))}
        </main>
      </div>
    </>
  );
}

function Problem({ problem }: { problem: string }) {
  return (
    <main class="problem">
      <h1>{texts.problemTitle}</h1>
      <p>{texts.problem({ problem })}</p>
      <p>{texts.problemHelp}</p>
    </main>
  );
}

export function App({ reading }: { reading: PageReading }) {
  if ('problem' in reading) return <Problem problem={reading.problem} />;
  if ('explore' in reading) return <ExplorePage base={reading.explore} />;
  return <Page report={reading.report} />;
}

// The page: header, contents, and the parts that the results fill.
import { Brief, useIsBrief } from './brief/brief';
import type { PageReading } from './data/page';
import { ExplorePage } from './first/explore_page';
import { firstOf } from './data/first';
import type { FirstScreen } from './data/first_screen';
import { CompareScreen } from './first/compare_screen';
import { ReportBar } from './first/header';
import { ReportScreen } from './first/report_screen';
import { StudyScreen, studyOf } from './first/study_screen';
import { Header, Question } from './sections/header';
import { sections } from './sections';
import { Section, type SectionEntry, type SectionProps } from './sections/section';
import { texts } from './text';
import { toldReport } from './text/told_report';

function Contents({ entries }: { entries: SectionEntry[] }) {
  return (
    <nav class="contents" id="contents" aria-label={texts.contents}>
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

function Top({ report }: SectionProps) {
  return studyOf(report) || firstOf(report) ? <ReportBar isBrief={false} /> : <Header report={report} />;
}

/** What a report opens with, where its results have it. */
function Opening({ report }: SectionProps) {
  const study = studyOf(report);
  const first = study ? null : firstOf(report);
  return (
    <>
      {first && <FirstScreenOf report={report} first={first} />}
      {study && <StudyScreen report={report} said={study} />}
    </>
  );
}

function FirstScreenOf({ report, first }: SectionProps & { first: FirstScreen }) {
  if (first.others.length > 0) return <CompareScreen report={report} first={first} />;
  return <ReportScreen report={report} first={first} />;
}

/** Plays again what is stored, and compares what the results say with it: as they say it. */
const explorer = 'explore';

function Page({ report }: SectionProps) {
  const present = sections.filter((entry) => entry.present(report));
  const said = toldReport(report);
  const study = studyOf(report);
  const opens = study ? null : firstOf(report);
  const isBrief = useIsBrief() && Boolean(opens || study);
  if (isBrief) {
    return (
      <>
        <ReportBar isBrief={true} />
        <Brief report={said}>
          <Opening report={report} />
        </Brief>
      </>
    );
  }
  return (
    <>
      <a class="skip" href={opens ? '#explore' : '#answer'}>
        {opens ? texts.reportFirst.change : texts.skip}
      </a>
      <Top report={report} />
      <main>
        <Opening report={report} />
        <div class="frame">
          <Contents entries={present} />
          <div>
            {(opens || study) && <Question report={report} />}
            {present.map((entry) => (
              <Section entry={entry} key={entry.id}>
                <entry.Body report={entry.id === explorer ? report : said} />
              </Section>
            ))}
          </div>
        </div>
      </main>
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

// The explorer inside a report: it begins with the scenario and the seed of the results.
import type { SectionProps } from '../sections/section';
import { texts } from '../text/explore';
import { namedIn } from './data/setting';
import { Explorer } from './explorer';
import { Verify } from './verify';

export function ExploreSection({ report }: SectionProps) {
  const { canonical, name, held } = report.scenario;
  return (
    <>
      <p class="intro">{texts.intro}</p>
      {report.provenance.replicate_hashes.length > 0 && <Verify report={report} />}
      <Explorer
        wanted={location.hash.startsWith('#explore=') ? 'now' : 'later'}
        base={{ toml: canonical, file: name, ...namedIn(held) }}
        seed={String(report.provenance.seed)}
      />
    </>
  );
}

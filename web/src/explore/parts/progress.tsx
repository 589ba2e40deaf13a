// How many runs there are. The bar moves with every run; what is read aloud changes only with the picture.
import { texts } from '../../text/explore';
import { fullRuns, type Playing } from '../model/use_runs';

export function Progress({ a, b }: { a: Playing; b: Playing | null }) {
  const all = b ? 2 * fullRuns : fullRuns;
  const done = a.done + (b?.done ?? 0);
  const runs = Math.min(a.snapshot?.runs.length ?? 0, b?.snapshot?.runs.length ?? fullRuns);
  return (
    <div class="progress">
      <progress value={done} max={all} aria-label={texts.progressLabel} />
      <span>{texts.progress({ done: String(done), all: String(all) })}</span>
      <span role="status" class="unseen">
        {done === all && runs > 0 ? texts.ready({ runs: String(runs) }) : ''}
      </span>
    </div>
  );
}

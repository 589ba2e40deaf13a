// One run that is looked at by itself.
import type { Snapshot } from './use_runs';
import type { WardRun } from './wire';

export interface Shown {
  snapshot: Snapshot;
  replicate: number;
  run: WardRun;
}

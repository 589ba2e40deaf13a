// One core's worth of the model. It holds nothing that a page would miss: every job says all it needs.
import { Engine, Refused } from './engine';
import type { Answers, Job, Spec } from './wire';

interface Scope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage: (message: unknown, transfer?: Transferable[]) => void;
}
const scope = self as unknown as Scope;

/** A job as it is sent: without its setting, which is a text of many pages, where that is the one sent before. */
export type Sent<Of> = Of extends { spec: Spec } ? Of | (Omit<Of, 'spec'> & { spec: null }) : Of;

/** `room`: how much it may keep of drawn plays. [bytes] */
export type Order = { module: WebAssembly.Module; room: number } | { id: number; job: Sent<Job> };

let model: WebAssembly.Module | null = null;
let room = 0;
let engine: Promise<Engine> | null = null;
let lastSpec: Spec = { text: '', overrides: '' };

function whole(job: Sent<Job>): Job {
  if (!('spec' in job)) return job;
  if (job.spec) lastSpec = job.spec;
  return { ...job, spec: lastSpec } as Job;
}

function buffersOf(answer: object): Transferable[] {
  if ('cities' in answer && Array.isArray(answer.cities) && 'headlines' in answer) {
    return (answer.cities as Float64Array[]).map((city) => city.buffer as ArrayBuffer);
  }
  if ('byWard' in answer) return [(answer.byWard as Float64Array).buffer as ArrayBuffer];
  if ('entries' in answer && answer.entries instanceof Float64Array) {
    return [answer.entries.buffer as ArrayBuffer];
  }
  return [];
}

/** Of a play for a dot goes to the page what the dot is made of: the texts of the others take as long as a day. */
function shortened(answer: Answers[Job['kind']], job: Job): Answers[Job['kind']] {
  if (job.kind !== 'drawn' || !job.only || !('until' in answer)) return answer;
  const { only } = job;
  return { ...answer, headlines: answer.headlines.filter(({ id }) => only.includes(id)) };
}

async function start(module: WebAssembly.Module): Promise<Engine> {
  const started = await Engine.start(module);
  started.allow(room);
  return started;
}

async function carryOut(id: number, job: Job): Promise<void> {
  try {
    const ready = await engine;
    if (!ready) throw new Error('the model is not there');
    const answer = shortened(ready.answer(job), job);
    scope.postMessage({ id, answer }, buffersOf(answer));
  } catch (error) {
    if (model && !(error instanceof Refused)) engine = start(model); // nobody knows what it left behind
    scope.postMessage({ id, problem: String(error instanceof Error ? error.message : error) });
  }
}

scope.onmessage = ({ data }: MessageEvent<Order>) => {
  if ('module' in data) {
    model = data.module;
    room = data.room;
    engine = start(model);
  } else {
    void carryOut(data.id, whole(data.job));
  }
};

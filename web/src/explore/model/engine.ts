// The model as a module of WebAssembly, called with texts and numbers. It needs neither a page nor a
// worker, so the tests run it in Node as well.
import type { Answers, HeadlineValue, Job, Spec } from './wire';
import { tooBig } from './size';
import { isProblems } from './wire';
import { fixedIn, linesOf, readByUnknowns } from '../../doubt/unknown';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  tumen_alloc: (size: number) => number;
  tumen_free: (at: number) => void;
  tumen_text: () => number;
  tumen_text_size: () => number;
  tumen_numbers: () => number;
  tumen_numbers_size: () => number;
  tumen_allow: (bytes: number) => void;
  tumen_describe: () => void;
  tumen_load: (setting: number, at: number, size: number, more: number, moreSize: number) => void;
  tumen_play: Play;
  tumen_name: (setting: number, at: number, size: number) => void;
  tumen_draw: (setting: number, seedLow: number, seedHigh: number, replicate: number) => void;
  tumen_drawn: (setting: number, seedLow: number, seedHigh: number, replicate: number, at: number, size: number, only: number, onlySize: number) => void;
  tumen_drawn_ahead: (...drawn: [...Parameters<Exports['tumen_drawn']>, slowAlone: number]) => void;
  tumen_headlines: (setting: number) => void;
  tumen_replicate_hash: (setting: number) => void;
  tumen_households: Play;
  tumen_diary: Play;
  tumen_chronicle: Play;
}

type Play = (
  setting: number,
  seedLow: number,
  seedHigh: number,
  replicate: number,
  city: number,
  which: number,
) => void;

/** The module asks for a file system and gets one that has nothing: reading finds nothing, writing fails. */
function noSystem(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: Record<string, Record<string, () => number>> = {};
  const badFile = 8;
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const call = () => {
      if (name === 'proc_exit') throw new Error('the model gave up');
      return name.endsWith('_get') ? 0 : badFile;
    };
    (imports[from] ??= {})[name] = call;
  }
  return imports;
}

/** Addresses beyond 2 GiB arrive as negative numbers. */
const placeOf = (address: number) => address >>> 0;

function seedHalves(seed: string): [number, number] {
  const value = BigInt.asUintN(64, BigInt(seed));
  return [Number(value & 0xffffffffn), Number(value >> 32n)];
}

const slots = 2;

/** The model says why it does not do something; after any other error it is of no use any more. */
export class Refused extends Error {}

export class Engine {
  private readonly wasm: Exports;
  /** What each slot of the model holds; the one used last is kept longer. */
  private readonly loaded: (string | null)[] = new Array<null>(slots).fill(null);
  private readonly cityCounts: number[] = new Array<number>(slots).fill(0);
  private lastSlot = 0;

  static async start(module: WebAssembly.Module): Promise<Engine> {
    return new Engine(await WebAssembly.instantiate(module, noSystem(module)));
  }

  private constructor(instance: WebAssembly.Instance) {
    this.wasm = instance.exports as unknown as Exports;
    this.wasm._initialize?.();
  }

  /** How much the model may keep of drawn plays, for when a control has moved. */
  allow(bytes: number): void {
    this.wasm.tumen_allow(bytes);
  }

  answer<Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Answers[Kind] {
    return this.dispatch(job as Job) as Answers[Kind];
  }

  private dispatch(job: Job): Answers[Job['kind']] {
    switch (job.kind) {
      case 'describe':
        this.wasm.tumen_describe();
        return this.json<Answers['describe']>();
      case 'load':
        return this.load(job.spec).description;
      case 'replicate':
        return this.replicate(job);
      case 'drawn':
        return this.drawn(job);
      case 'wards':
        return this.wards(job);
      case 'households':
        this.ask(this.wasm.tumen_households, job, job.city, job.ward);
        return this.checked<Answers['households']>();
      case 'chronicle':
        this.ask(this.wasm.tumen_chronicle, job, job.city, 0);
        return {
          ...this.checked<Omit<Answers['chronicle'], 'entries'>>(),
          entries: this.numbers(),
        };
      case 'diary':
        this.ask(this.wasm.tumen_diary, job, job.city, job.household);
        return this.checked<Answers['diary']>();
    }
  }

  private replicate(job: Extract<Job, { kind: 'replicate' }>): Answers['replicate'] {
    const slot = this.slotOf(job.spec);
    const cities: Float64Array[] = [];
    for (let city = 0; city < (this.cityCounts[slot] ?? 0); city += 1) {
      this.ask(this.wasm.tumen_play, job, city, 0);
      this.checked<{ hash: string }>();
      cities.push(this.numbers());
    }
    this.wasm.tumen_headlines(slot);
    const headlines = this.checked<HeadlineValue[]>();
    this.wasm.tumen_replicate_hash(slot);
    const { hash } = this.checked<{ hash: string }>();
    return { replicate: job.replicate, hash, cities, headlines };
  }

  /** What the reader has fixed is set on top of what is drawn for this play. */
  private drawn({ spec, seed, replicate, known, only, ahead }: Extract<Job, { kind: 'drawn' }>): Answers['drawn'] {
    const slot = this.slotOf(spec);
    const [low, high] = seedHalves(seed);
    const fixed = Object.keys(known).length > 0 ? linesOf(fixedIn(this.valuesOf(slot, seed, replicate), known)) : [];
    this.withText(fixed.join('\n'), (at, size) =>
      this.withText((only ?? []).join('\n'), (first, length) => {
        if (ahead) this.wasm.tumen_drawn_ahead(slot, low, high, replicate, at, size, first, length, ahead === 'if slow' ? 1 : 0);
        else this.wasm.tumen_drawn(slot, low, high, replicate, at, size, first, length);
      }),
    );
    return { replicate, ...this.checked<Omit<Answers['drawn'], 'replicate'>>() };
  }

  /** What is drawn for a play before anything is fixed: while a control that fixes something moves, always the same. */
  private valuesOf(slot: number, seed: string, replicate: number): Record<string, number> {
    const key = `${slot} ${seed} ${replicate}`;
    const known = this.drawnValues.get(key);
    if (known) return known;
    this.wasm.tumen_draw(slot, ...seedHalves(seed), replicate);
    const { values } = this.checked<{ values: Record<string, number> }>();
    const kept = Object.fromEntries(readByUnknowns.flatMap((name) => (name in values ? [[name, values[name] ?? 0]] : [])));
    this.drawnValues.set(key, kept);
    return kept;
  }
  private readonly drawnValues = new Map<string, Record<string, number>>();

  private wards(job: Extract<Job, { kind: 'wards' }>): Answers['wards'] {
    this.ask(this.wasm.tumen_play, job, job.city, 1);
    const { hash, days, wards } = this.checked<{ hash: string; days: number; wards: number }>();
    const all = this.numbers();
    const columns = all.length / (days * (1 + wards));
    const end = days * columns;
    return { hash, days, wards, city: all.slice(0, end), byWard: all.slice(end) };
  }

  private ask(
    call: Play,
    job: { spec: Spec; seed: string; replicate: number },
    city: number,
    which: number,
  ): void {
    const [low, high] = seedHalves(job.seed);
    call(this.slotOf(job.spec), low, high, job.replicate, city, which);
  }

  /** The slot that holds the scenario, loaded into the one not used last where none does. */
  private slotOf(spec: Spec): number {
    const { slot, description } = this.load(spec);
    if (description && isProblems(description)) throw new Refused(description.errors[0]?.text);
    return slot;
  }

  private load(spec: Spec): { slot: number; description: Answers['load'] };
  private load(spec: Spec) {
    const key = `${spec.named?.join(' ') ?? ''}\n\n${spec.overrides}\n\n${spec.text}`;
    const held = this.loaded.indexOf(key);
    if (held >= 0) {
      this.lastSlot = held;
      return { slot: held, description: this.descriptions[held] };
    }
    const slot = (this.lastSlot + 1) % slots;
    this.drawnValues.clear();
    const description = this.loadInto(slot, spec);
    if (!isProblems(description)) {
      this.loaded[slot] = key;
      this.cityCounts[slot] = description.cities.length;
      this.descriptions[slot] = description;
      this.lastSlot = slot;
    }
    return { slot, description };
  }
  private readonly descriptions: (Answers['load'] | undefined)[] = [];

  private loadInto(slot: number, spec: Spec): Answers['load'] {
    const [text, textSize] = this.put(spec.text);
    const [overrides, overridesSize] = this.put(spec.overrides);
    this.wasm.tumen_load(slot, text, textSize, overrides, overridesSize);
    this.wasm.tumen_free(text);
    this.wasm.tumen_free(overrides);
    const answer = this.json<Answers['load']>();
    if (isProblems(answer)) return answer;
    const problem = tooBig(answer);
    if (problem) return problem;
    const { named } = spec;
    if (!named) return answer;
    this.withText(named.join('\n'), (at, size) => this.wasm.tumen_name(slot, at, size));
    return { ...answer, named, ...this.checked<{ held: string[] }>() };
  }

  private withText(text: string, call: (at: number, size: number) => void): void {
    const [at, size] = this.put(text);
    call(at, size);
    this.wasm.tumen_free(at);
  }

  private put(text: string): [number, number] {
    const bytes = new TextEncoder().encode(text);
    const at = placeOf(this.wasm.tumen_alloc(Math.max(1, bytes.length)));
    new Uint8Array(this.wasm.memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
  }

  private json<T>(): T {
    const { memory, tumen_text, tumen_text_size } = this.wasm;
    const bytes = new Uint8Array(memory.buffer, placeOf(tumen_text()), placeOf(tumen_text_size()));
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  }

  private checked<T extends object>(): T {
    const answer = this.json<T>();
    if (isProblems(answer)) throw new Refused(answer.errors[0]?.text ?? 'no answer');
    return answer;
  }

  private numbers(): Float64Array {
    const { memory, tumen_numbers, tumen_numbers_size } = this.wasm;
    return new Float64Array(memory.buffer, placeOf(tumen_numbers()), placeOf(tumen_numbers_size())).slice();
  }
}

// Starts the model once and asks what it is.
import { useEffect, useState } from 'preact/hooks';
import { Pool, type Runner } from './pool';
import type { ModelDescription } from './wire';

export interface Model {
  runner: Runner;
  about: ModelDescription;
}

export type Starting = Model | { problem: string } | null;

async function start(): Promise<Model> {
  const runner = await Pool.start();
  return { runner, about: await runner.run({ kind: 'describe' }, {}) };
}

/** One for the whole page: the explorer and the verification share the workers. */
let started: Promise<Model> | null = null;

export function startModel(): Promise<Model> {
  return (started ??= start());
}

export function useModel(wanted: 'now' | 'later'): Starting {
  const [model, setModel] = useState<Starting>(null);
  useEffect(() => {
    if (wanted === 'later') return;
    startModel().then(setModel, (error: unknown) => setModel({ problem: String(error) }));
  }, [wanted]);
  return model;
}

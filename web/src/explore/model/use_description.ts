// What the model says of a scenario, asked again whenever it is set otherwise.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { baseSpec, type Base } from '../data/setting';
import type { Model } from './use_model';
import type { Problems, ScenarioDescription, Spec } from './wire';

export interface Description {
  spec: Spec;
  answer: ScenarioDescription | Problems;
}

/** The last answer, with what it answers; null until there is one. */
export function useDescription(model: Model, spec: Spec): Description | null {
  const [told, setTold] = useState<Description | null>(null);
  const key = `${spec.overrides}\n\n${spec.text}`;
  useEffect(() => {
    const tag = {};
    let wanted = true;
    model.runner.run({ kind: 'load', spec }, tag, 'first').then(
      (answer) => wanted && setTold({ spec, answer }),
      ({ message }: Error) => {
        const problem = { problem: message, line: 0, column: 0, text: message };
        if (wanted) setTold({ spec, answer: { errors: [problem] } });
      },
    );
    return () => {
      wanted = false;
      model.runner.cancel(tag);
    };
  }, [model, key]);
  return told;
}

/** The scenario as it was before anything was moved. */
export function useBase(model: Model, base: Base): ScenarioDescription | Problems | null {
  const spec = useMemo(() => baseSpec(base), [base]);
  return useDescription(model, spec)?.answer ?? null;
}

// Rival rules as switches.
import { useId } from 'preact/hooks';
import { texts } from '../../text/explore';
import { withRule } from '../data/setting';
import type { ControlsProps } from './parameter_panel';

const words = texts.rules;

export function RulesPanel({ about, scenario, setting, onChange }: ControlsProps) {
  const id = useId();
  return (
    <div class="panel-part">
      <h3>{words.heading}</h3>
      <p class="aside">{words.intro}</p>
      {about.rules.map(({ name, choices }) => {
        const chosen = setting.rules[name] ?? scenario.rules[name];
        return (
          <fieldset key={name} data-rule={name}>
            <legend>{words.names[name] ?? name}</legend>
            {choices.map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name={`${id}-${name}`}
                  checked={chosen === choice}
                  onChange={() => onChange(withRule(setting, name, choice))}
                />
                {words.choices[choice] ?? choice}
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

// The explorer as a page of its own: the model without stored results.
import { Awaits, LanguageSwitch } from '../parts/language_switch';
import { texts } from '../text/explore';
import { Explorer } from './explorer';
import type { Base } from './data/setting';

export function ExplorePage({ base }: { base: Base }) {
  return (
    <>
      <a class="skip" href="#explore">
        {texts.skip}
      </a>
      <header class="page-header">
        <p class="product">{texts.product}</p>
        <LanguageSwitch />
        <Awaits />
        <h1>{texts.pageTitle}</h1>
        <p class="question">{texts.pageQuestion}</p>
        <p class="aside">{texts.card}</p>
      </header>
      <main>
        <section id="explore" aria-labelledby="explore-heading">
          <h2 id="explore-heading" tabIndex={-1}>
            {texts.heading}
          </h2>
          <Explorer wanted="now" base={base} seed="1" />
        </section>
      </main>
    </>
  );
}

// Two Vite plugins: one puts script and style into the page, so that the build is one file that
// opens from disk without a server; the other shows the made-up report while developing.
import { fillPage } from '../../tests/browser/support/page_file.mjs';
import { makeReport } from '../../tests/browser/support/fixture.mjs';

/** An inline script ends at the first "</script" and changes meaning at "<!--": both are spelt otherwise. */
export function safeInlineScript(code) {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

/** Replaces the one occurrence of `tag` that `pattern` finds; the text is taken as it is. */
function replaceOnce(html, pattern, text) {
  if (!pattern.test(html)) throw new Error(`the page holds nothing like ${pattern}`);
  return html.replace(pattern, () => text);
}

export function inlineEverything(name) {
  return {
    name: 'tumen-inline-everything',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName.endsWith('.html'));
      const scripts = files.filter((file) => file.type === 'chunk');
      const styles = files.filter((file) => file.fileName.endsWith('.css'));
      if (scripts.length !== 1) throw new Error('the bundle must be one script');

      let html = String(page.source);
      const code = safeInlineScript(scripts[0].code.trim());
      // A module script runs after the page is parsed wherever it stands.
      html = replaceOnce(html, /\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/, '');
      html = replaceOnce(html, /<\/body>/, `  <script type="module">${code}</script>\n  </body>`);
      const css = styles.map((style) => String(style.source).trim()).join('\n');
      html = html.replace(/\s*<link rel="stylesheet"[^>]*>/g, '');
      html = replaceOnce(html, /<\/head>/, `  <style>${css}</style>\n  </head>`);

      for (const file of files) delete bundle[file.fileName];
      this.emitFile({ type: 'asset', fileName: name, source: html });
    },
  };
}

export function demoData() {
  return {
    name: 'tumen-demo-data',
    apply: 'serve',
    transformIndexHtml: (html) => fillPage(html, makeReport({ cities: 2 })),
  };
}

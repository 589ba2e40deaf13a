// What a first screen looks like to a reader: where its picture begins, how small its text is, what overlaps.

/** Runs in the page, on the first screen alone: `root` is its place, `picture` the first picture in it. */
export function layoutOf(page, root, picture) {
  return page.evaluate(
    ([where, what]) => {
      const place = document.querySelector(where);
      const drawn = place.querySelector(what);
      const isShown = (node) =>
        node.textContent.trim() &&
        node.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        !node.parentElement.closest('option, .unseen, script, style, title, desc');
      const nodes = [];
      for (const top of [document.querySelector('.bar'), place]) {
        const walk = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) if (isShown(node)) nodes.push(node);
      }
      const boxOf = (node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return range.getBoundingClientRect();
      };
      /** Pixels on the screen: a drawing may be scaled. */
      const sizeOf = ({ parentElement }) => {
        const size = parseFloat(getComputedStyle(parentElement).fontSize);
        return size * (parentElement.getScreenCTM?.().a ?? 1);
      };
      const short = ({ textContent }) => textContent.trim().slice(0, 40);
      const isBefore = (node) => !(drawn.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) && !drawn.contains(node);
      const outside = nodes.filter((node) => {
        const box = boxOf(node);
        const svg = node.parentElement.closest('svg');
        const frame = svg ? svg.getBoundingClientRect() : { left: 0, right: innerWidth };
        return box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1);
      });
      const overlaps = [...place.querySelectorAll('svg')].flatMap((svg) => {
        const labels = [...svg.querySelectorAll('text')].filter((one) => one.checkVisibility() && one.textContent.trim());
        const boxes = labels.map((one) => one.getBoundingClientRect());
        return boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b, j) =>
            a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 3 && b.bottom > a.top + 3
              ? [`${labels[i].textContent} / ${labels[i + 1 + j].textContent}`]
              : [],
          ),
        );
      });
      const words = nodes.filter(isBefore).map((node) => node.textContent).join(' ').split(/\s+/).filter(Boolean);
      return {
        top: Math.round(drawn.getBoundingClientRect().top + scrollY),
        bottom: Math.round(drawn.getBoundingClientRect().bottom + scrollY),
        words: words.length,
        small: nodes.filter((node) => sizeOf(node) < 12.9).map((node) => `${sizeOf(node).toFixed(1)} px: ${short(node)}`),
        outside: outside.map(short),
        overlaps,
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        text: nodes.map((node) => node.textContent).join('\n'),
      };
    },
    [root, picture],
  );
}

/** Sizes of a window, and where the first picture may begin in it. */
export const windows = [
  { width: 400, height: 800, most: 440 },
  { width: 768, height: 1024, most: 440 },
  { width: 1280, height: 800, most: 320 },
];

export const korean = /[\uac00-\ud7a3]/;

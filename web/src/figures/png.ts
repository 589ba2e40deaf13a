// A drawing as a picture at the size of a slide: 1920 by 1080, the drawing as large as fits, on the paper's colour.

const slide = { width: 1920, height: 1080, margin: 60 };

/** The picture as a blob; rejects where the drawing cannot be read. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = slide.width;
  canvas.height = slide.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const room = [slide.width - 2 * slide.margin, slide.height - 2 * slide.margin] as const;
  const scale = Math.min(room[0] / image.width, room[1] / image.height);
  const [width, height] = [scale * image.width, scale * image.height];
  context.fillStyle = paper();
  context.fillRect(0, 0, slide.width, slide.height);
  context.drawImage(image, (slide.width - width) / 2, (slide.height - height) / 2, width, height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'),
  );
}

function paper(): string {
  const probe = document.createElement('div');
  probe.className = 'paper-colours';
  probe.hidden = true;
  document.body.append(probe);
  const colour = getComputedStyle(probe).getPropertyValue('--paper').trim();
  probe.remove();
  return colour;
}

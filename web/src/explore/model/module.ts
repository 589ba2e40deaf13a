// The model lies in the page as text: gzip, then base64. Nothing is loaded from anywhere.

function carrier(): string {
  return document.getElementById('model')?.textContent?.trim() ?? '';
}

export function hasModel(): boolean {
  return carrier().length > 0;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export async function compileModel(): Promise<WebAssembly.Module> {
  const packed = new Blob([bytesOf(carrier())]).stream();
  const plain = packed.pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(plain).arrayBuffer());
}

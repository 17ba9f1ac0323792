import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { bytesOfDataUrl } from '../bytes-of-data-url.ts';
import { FONTS } from '../fonts/fonts.ts';
import type { ExportTools } from '../tools.ts';
import type { Composed } from './compose.ts';
import { PngWriter } from './png.ts';

/** Pixels that are drawn at a time, 4 bytes each: more would only take more memory. */
const STRIP_PIXELS = 8_000_000;

let initialised: Promise<void> | null = null;

/**
 * The PNG that a picture is as pixels, drawn and written strip by strip. Rejects with what `report` throws
 * between two strips.
 */
export async function* rasterise(
  picture: Composed,
  pixelRatio: number,
  { report }: Pick<ExportTools, 'report'>,
  stripPixels: number = STRIP_PIXELS,
): AsyncGenerator<Uint8Array> {
  initialised ??= initialise();
  await initialised;
  const { width, height } = picture;
  const stripHeight = Math.max(1, Math.floor(stripPixels / (width * pixelRatio * pixelRatio)));
  const writer = new PngWriter(width * pixelRatio);
  try {
    yield* writer.start(height * pixelRatio, pixelRatio);
    for (let top = 0; top < height; top += stripHeight) {
      report({ step: 'Drawing', done: top, total: height });
      const strip = Math.min(stripHeight, height - top);
      yield* await writer.add(pixelsOf(picture, top, strip, pixelRatio));
    }
    yield* await writer.end();
  } finally {
    writer.close();
  }
}

/** Readies what draws pixels. Its code lies in a part of the program of its own, as do the fonts. */
async function initialise(): Promise<void> {
  const { default: dataUrl } = await import('@resvg/resvg-wasm/index_bg.wasm?url&inline');
  await initWasm(bytesOfDataUrl(dataUrl));
  await FONTS.load();
}

/** A strip's pixels, RGBA from left to right and top to bottom. */
function pixelsOf(
  { svg, width, height }: Composed,
  top: number,
  stripHeight: number,
  pixelRatio: number,
): Uint8Array {
  const whole = `height="${height}" viewBox="0 0 ${width} ${height}"`;
  const part = `height="${stripHeight}" viewBox="0 ${top} ${width} ${stripHeight}"`;
  const resvg = new Resvg(svg.replace(whole, part), {
    fitTo: { mode: 'zoom', value: pixelRatio },
    font: { fontBuffers: FONTS.trueType(), loadSystemFonts: false } as object,
  });
  const image = resvg.render();
  try {
    return image.pixels;
  } finally {
    image.free();
    resvg.free();
  }
}

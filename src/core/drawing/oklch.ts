/** A colour as a person sees it: lightness 0 to 1, chroma from 0 (grey) to about 0.3, hue in degrees. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

/**
 * The colour as `#rrggbb`. One that a screen cannot show gives up chroma, keeping lightness and hue.
 * Canvas would take oklch() as it is, but then no test could say what contrast a text has on it.
 */
export function hexOf({ lightness, chroma, hue }: Oklch): string {
  let channels = linearRgb(lightness, chroma, hue);
  if (!isShowable(channels)) {
    let possible = 0;
    let impossible = chroma;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const tried = (possible + impossible) / 2;
      if (isShowable(linearRgb(lightness, tried, hue))) possible = tried;
      else impossible = tried;
    }
    channels = linearRgb(lightness, possible, hue);
  }
  return `#${channels.map((channel) => byteOf(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Finds the chroma to a thousandth. */
const HALVINGS = 9;

type Channels = readonly [red: number, green: number, blue: number];

/** https://bottosson.github.io/posts/oklab */
function linearRgb(lightness: number, chroma: number, hue: number): Channels {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const isShowable = (channels: Channels) =>
  channels.every((channel) => channel >= -0.0005 && channel <= 1.0005);

function byteOf(linear: number): number {
  const clamped = Math.min(1, Math.max(0, linear));
  const encoded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

/** How well one colour can be told from another, from 1 to 21, as WCAG 2 measures it. */
export function contrast(hex: string, otherHex: string): number {
  const [darker = 0, lighter = 0] = [luminance(hex), luminance(otherHex)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const encoded = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

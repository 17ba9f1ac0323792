import { moduleColor, packageColor, type Theme } from './colors.ts';

/** Where frames come from, as far as their colour goes. */
export interface FrameOrigins {
  package(frame: number): string;
  module(frame: number): string;
}

/** Colours of frames by package or by module, worked out when they are first drawn. */
export class FrameColors {
  private readonly origins: FrameOrigins;
  private readonly by: 'package' | 'module';
  private readonly theme: Theme;
  private readonly byFrame: (string | undefined)[] = [];
  private readonly byOrigin = new Map<string, string>();

  constructor(origins: FrameOrigins, by: 'package' | 'module', theme: Theme) {
    this.origins = origins;
    this.by = by;
    this.theme = theme;
  }

  /** The colour as `#rrggbb`. */
  of(frame: number): string {
    const known = this.byFrame[frame];
    if (known !== undefined) return known;
    const origin = this.by === 'package' ? this.origins.package(frame) : this.origins.module(frame);
    let color = this.byOrigin.get(origin);
    if (color === undefined) {
      const make = this.by === 'package' ? packageColor : moduleColor;
      color = make(origin, this.theme);
      this.byOrigin.set(origin, color);
    }
    this.byFrame[frame] = color;
    return color;
  }
}

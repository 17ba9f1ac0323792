import { type LoadReports, readLoadReports } from './read-load-reports.ts';

/** Reports of load generators are small, and stand near the beginning of what their terminal shows. */
const SEARCHED_BYTES = 1 << 20;

/** Searches the beginning of a text in UTF-8, which comes in pieces, for reports of load generators. */
export class LoadSearch {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;

  /** Takes the next piece, which is the caller's again when it returns. */
  push(bytes: Uint8Array): void {
    if (this.length >= SEARCHED_BYTES) return;
    const piece = bytes.slice(0, SEARCHED_BYTES - this.length);
    this.pieces.push(piece);
    this.length += piece.length;
  }

  end(): LoadReports {
    const text = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      text.set(piece, at);
      at += piece.length;
    }
    return readLoadReports(utf8.decode(text));
  }
}

const utf8 = new TextDecoder('utf-8');

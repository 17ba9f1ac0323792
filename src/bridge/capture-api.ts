import type { CaptureChoice } from '../core/capture/kinds.ts';

/*
 * What the page and its host say to each other about captures from running services.
 */

/** A profile that the page wants captured. */
export interface CaptureOrder extends CaptureChoice {
  /** Made up by the page: by it the page knows the progress of its own captures, and cancels them. */
  readonly key: string;
  /** The address as it was typed. */
  readonly address: string;
  /** A header to send along, for authentication; null for none. It is kept nowhere. */
  readonly header: RequestHeader | null;
  readonly limits: CaptureLimits;
  /** What tells how much the service did; null where that is not to be known. */
  readonly count: CountSource | null;
}

export interface RequestHeader {
  readonly name: string;
  readonly value: string;
}

/** How far a server is trusted. */
export interface CaptureLimits {
  /** How long nothing may be heard of it, besides the seconds that it was asked to take. */
  readonly timeoutSeconds: number;
  readonly mostBytes: number;
  /** Whether a certificate is taken that nobody vouches for. */
  readonly acceptsAnyCertificate: boolean;
}

/** Where the number of requests is from that a profile belongs to. */
export type CountSource =
  | { readonly kind: 'typed'; readonly count: number }
  /**
   * A counter of the service: in the JSON of expvar by a path, or in Prometheus' text by a name with or without
   * labels. Its address may be a path alone, such as `/debug/vars`.
   */
  | { readonly kind: 'counter'; readonly address: string; readonly metric: string };

/** How far a capture is. */
export interface CaptureProgress {
  /** Asking for a counter, waiting for the profile, or receiving it. */
  readonly step: 'counter' | 'waiting' | 'receiving';
  /** Who is asked right now: host and port. */
  readonly host: string;
  /** Seconds while waiting, else bytes; `total` is 0 where it is not known. */
  readonly done: number;
  readonly total: number;
}

/** What was captured, without the bytes. */
export interface CaptureFacts {
  /** Where from, without anything secret. */
  readonly address: string;
  /** Host and port of it. */
  readonly host: string;
  /** The profile's name in the address: `heap`, `profile` for that of the CPU. */
  readonly profile: string;
  /** How many seconds it covers; null for all since the service started, or a moment. */
  readonly seconds: number | null;
  readonly fileBytes: number;
  /** Milliseconds since 1970 when it was asked for. */
  readonly askedMillis: number;
  /** Where servers passed the request on to, without anything secret. */
  readonly redirects: readonly string[];
  readonly count: CapturedCount | null;
  /** Sentences about what is not as it was asked for. */
  readonly remarks: readonly string[];
}

/** How much the service did that a profile is about. */
export interface CapturedCount {
  readonly value: number;
  /** What the counter said before, and after a profile over time; null where it was not asked. */
  readonly before: number | null;
  readonly after: number | null;
  /** How many series of the metric make it up; 0 for a number that was typed. */
  readonly series: number;
}

/** What came of a capture. */
export type CaptureOutcome =
  | { readonly kind: 'cancelled' }
  /** Nothing was saved: `message` says why, and `trouble` what might be done about it right there. */
  | { readonly kind: 'refused'; readonly message: string; readonly trouble: CaptureTrouble }
  | {
      readonly kind: 'captured';
      readonly facts: CaptureFacts;
      readonly sha256: string;
      /** What `openSaved`, `showSaved` and `saveCopy` take. */
      readonly saved: string;
      readonly name: string;
      readonly folder: string;
    };

/** What keeps a capture from being made, as far as a form can help. */
export type CaptureTrouble =
  | 'address'
  | 'header'
  | 'certificate'
  | 'time'
  | 'size'
  | 'counter'
  | 'other';

/** The number of requests that a file belongs to, by the digest of its bytes. */
export interface FileCount {
  readonly sha256: string;
  readonly count: number;
}

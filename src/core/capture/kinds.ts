/** The profiles that can be asked of a running service. */
export const CAPTURE_KINDS = [
  'heap',
  'allocs',
  'cpu',
  'mutex',
  'block',
  'goroutine',
  'threadcreate',
] as const;

export type CaptureKind = (typeof CAPTURE_KINDS)[number];

/** A profile as it is asked for. */
export interface CaptureChoice {
  readonly kind: CaptureKind;
  /**
   * What is to be covered: so many seconds from the request on, or for null all since the service started. A
   * CPU profile covers seconds in any case: 30 for null, as net/http/pprof takes it.
   */
  readonly seconds: number | null;
  /** Whether a heap profile is to come after a garbage collection. With `seconds` net/http/pprof ignores it. */
  readonly gc: boolean;
}

/** The name in the address of a profile, which is its name in runtime/pprof but for that of the CPU. */
export function pathNameOf(kind: CaptureKind): string {
  return kind === 'cpu' ? 'profile' : kind;
}

/** The kind of a name in an address; null for a profile of the service's own. */
export function kindOfPathName(name: string): CaptureKind | null {
  return CAPTURE_KINDS.find((kind) => pathNameOf(kind) === name) ?? null;
}

/** Seconds of a CPU profile when none are asked for. */
export const CPU_SECONDS = 30;

/** More than a day would be a slip of the pen. */
export const MOST_SECONDS = 86_400;

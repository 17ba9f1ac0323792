import type { CaptureTrouble } from '../../bridge/capture-api.ts';

/** A profile that could not be captured: `message` is for people, what happened and what to do. */
export class CaptureFault extends Error {
  override readonly name = 'CaptureFault';
  readonly trouble: CaptureTrouble;

  constructor(
    message: string,
    { trouble, ...options }: ErrorOptions & { readonly trouble: CaptureTrouble },
  ) {
    super(message, options);
    this.trouble = trouble;
  }
}

/** The user ended the capture. */
export class CaptureCancelled extends Error {
  override readonly name = 'CaptureCancelled';
}

import type { CaptureOrder } from '../../bridge/capture-api.ts';
import { CAPTURE_KINDS, MOST_SECONDS } from '../../core/capture/kinds.ts';
import { MAX_FILE_BYTES } from '../read-file.ts';
import {
  type Check,
  isBoolean,
  isEither,
  isInteger,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isPositive,
  isText,
} from '../shapes.ts';

const MAX_ADDRESS = 10_000;
const MAX_HEADER = 16_384;

export const isCaptureKind = isOneOf(CAPTURE_KINDS);

/** Seconds that a profile covers, or that a service may be silent. */
export const isSeconds = isInteger(1, MOST_SECONDS);

/** An order of the page for a capture. */
export const isCaptureOrder: Check<CaptureOrder> = isObject({
  key: isText(100),
  address: isText(MAX_ADDRESS),
  kind: isCaptureKind,
  seconds: isNullOr(isSeconds),
  gc: isBoolean,
  header: isNullOr(isObject({ name: isText(1000), value: isText(MAX_HEADER) })),
  limits: isObject({
    timeoutSeconds: isSeconds,
    mostBytes: isNumber(1, MAX_FILE_BYTES),
    acceptsAnyCertificate: isBoolean,
  }),
  count: isNullOr(
    isEither(
      isObject({ kind: isOneOf(['typed']), count: isPositive }),
      isObject({ kind: isOneOf(['counter']), address: isText(MAX_ADDRESS), metric: isText(1000) }),
    ),
  ),
});

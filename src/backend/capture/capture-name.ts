import type { CaptureFacts } from '../../bridge/capture-api.ts';

/** Of a host or a profile: disks take no endless names. */
const MOST_LETTERS = 60;

/**
 * The name of a captured file: profile, host and when it was asked for, in this machine's time, such as
 * `heap-localhost-6060-20261128-175003.pb.gz`. Where there is little room for it, what comes first is still seen.
 */
export function captureName(
  { host, profile, seconds, askedMillis }: CaptureFacts,
  bytes: Uint8Array,
): string {
  const parts = [
    // A service may call profiles of its own what it likes.
    plain(profile === 'profile' ? 'cpu' : profile).slice(0, MOST_LETTERS),
    ...(seconds === null ? [] : [`${seconds}s`]),
    plain(host).slice(0, MOST_LETTERS),
    stamp(new Date(askedMillis)),
  ];
  return `${parts.join('-')}.${endingOf(bytes)}`;
}

/** What is a name on every disk. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'service';
}

function stamp(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('');
  return `${day}-${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('')}`;
}

function endingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'pb.gz';
  if (bytes[0] === 0x28 && bytes[1] === 0xb5) return 'pb.zst';
  // A tag and a length of protobuf, with which it begins, are control characters.
  const isText = bytes
    .subarray(0, 64)
    .every((byte) => byte >= 0x20 || TEXT_CONTROLS.includes(byte));
  return isText ? 'txt' : 'pb';
}

/** Tab and line ends. */
const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0d];

/** What the name of a captured file ends with, without a dot before it. */
export function captureEnding(name: string): string {
  return /\.(pb\.gz|pb\.zst|pb|txt)$/.exec(name)?.[1] ?? 'pb.gz';
}

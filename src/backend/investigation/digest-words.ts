const DIGITS = 12;

/** How a digest is said: its beginning, which tells files apart. */
export const shortDigest = (sha256: string): string => sha256.slice(0, DIGITS);

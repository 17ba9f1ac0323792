/** A module for browsers with all that it imports: scripts/page-reader-plugin.mjs. */
declare module '*?bundled' {
  /** One script, to be run as it is. */
  export const script: string;
  /** One stylesheet, for all that the script shows and for what stands around it. */
  export const style: string;
}

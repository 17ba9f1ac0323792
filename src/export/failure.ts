/** Why an export could not be made, in a sentence for people, whatever was thrown. */
export function failureSentence(thrown: unknown): string {
  // What a typed array, or a text, that is too large for the machine fails with.
  if (
    thrown instanceof RangeError &&
    /allocation failed|array length|string length/i.test(thrown.message)
  ) {
    return 'There is not enough memory for it: export less at a time, or close other profiles.';
  }
  if (DEFECTS.some((kind) => thrown instanceof kind) || !(thrown instanceof Error)) {
    return `Allocscope failed at it, which is a defect of Allocscope: please report it (${thrown}).`;
  }
  return thrown.message;
}

/** What no profile should be able to bring about. */
const DEFECTS = [TypeError, RangeError, ReferenceError, SyntaxError];

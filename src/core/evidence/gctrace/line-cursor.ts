/**
 * Reads a text from left to right by what must come next. Once something else comes it is lost, stays where
 * it was, and all that is read is -1. Much faster than an expression with as many groups.
 */
export class LineCursor {
  position = 0;
  isLost = false;
  private text = '';

  /** Begins anew. */
  start(text: string, position: number): void {
    this.text = text;
    this.position = position;
    this.isLost = false;
  }

  /** Whether the text goes on with this. It is passed over then. */
  passes(literal: string): boolean {
    if (this.isLost || !this.text.startsWith(literal, this.position)) return false;
    this.position += literal.length;
    return true;
  }

  /** Passes over what must come. */
  expect(literal: string): void {
    if (!this.passes(literal)) this.isLost = true;
  }

  /** A whole number of at most `digits` digits. */
  whole(digits = 9): number {
    const start = this.position;
    const value = this.digits();
    const count = this.position - start;
    return count > 0 && count <= digits ? value : this.lost(start);
  }

  /** A number that may have decimals and an exponent, such as `0.048`, `12`, `0` and `1.2e+03`. */
  amount(): number {
    const start = this.position;
    let value = this.digits();
    const wholeDigits = this.position - start;
    let decimals = 0;
    if (wholeDigits > 0 && this.passes('.')) {
      const point = this.position;
      const fraction = this.digits();
      decimals = this.position - point;
      value = value * (POWERS_OF_TEN[decimals] ?? 0) + fraction;
    }
    if (wholeDigits === 0 || wholeDigits + decimals > EXACT_DIGITS) return this.lost(start);
    // A division by an exact power of ten rounds as reading the decimal number does.
    const decimal = value / POWERS_OF_TEN[decimals];
    const exponent = this.exponent();
    return exponent === 0 ? decimal : decimal * 10 ** exponent;
  }

  private exponent(): number {
    const start = this.position;
    // Nearly no number has one. The letter may be a capital.
    if ((this.text.charCodeAt(start) | CAPITAL_BIT) !== LETTER_E) return 0;
    this.position++;
    const sign = this.passes('-') ? -1 : 1;
    if (sign === 1) this.passes('+');
    const digits = this.position;
    const value = this.digits();
    if (this.position > digits && value <= MOST_EXPONENT) return sign * value;
    this.position = start;
    return 0;
  }

  private digits(): number {
    let value = 0;
    while (!this.isLost) {
      const digit = this.text.charCodeAt(this.position) - ZERO;
      // The end of the text is NaN.
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      this.position++;
    }
    return value;
  }

  private lost(start: number): number {
    this.position = start;
    this.isLost = true;
    return -1;
  }
}

const ZERO = '0'.charCodeAt(0);
const LETTER_E = 'e'.charCodeAt(0);
const CAPITAL_BIT = 0x20;
/** Of so many digits any number is exact in 53 bits. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);
const MOST_EXPONENT = 99;

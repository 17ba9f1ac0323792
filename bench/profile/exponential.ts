/**
 * About e^x for |x| < 20, with a relative error under 10^-4: powers of two by multiplication, what
 * remains by a series. Gives the same bits everywhere, which `Math.exp` does not promise.
 */
export function exponential(x: number): number {
  const exponent = x * Math.LOG2E;
  const whole = Math.floor(exponent);
  const rest = (exponent - whole) * Math.LN2;
  let result = 1 + rest * (1 + (rest / 2) * (1 + (rest / 3) * (1 + (rest / 4) * (1 + rest / 5))));
  for (let i = 0; i < whole; i++) result *= 2;
  for (let i = 0; i > whole; i--) result /= 2;
  return result;
}

/** A switch whose positions are all to be seen. */
export function Segmented<T extends string>({
  legend,
  choices,
  value,
  onChange,
}: {
  /** What is switched, for those who do not see it. */
  readonly legend: string;
  readonly choices: readonly (readonly [value: T, words: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(([offered, words]) => (
        <button
          key={offered}
          type="button"
          aria-pressed={value === offered}
          onClick={() => onChange(offered)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

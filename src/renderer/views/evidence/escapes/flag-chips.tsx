/** Chips of which any number is on. */
export function FlagChips({
  legend,
  choices,
  flags,
  onChange,
}: {
  readonly legend: string;
  /** A bit, and its name, with how many there are if that is known. */
  readonly choices: readonly (readonly [flag: number, title: string, count?: number])[];
  readonly flags: number;
  readonly onChange: (flags: number) => void;
}) {
  return (
    <fieldset className="flag-chips">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(([flag, title, count]) => (
        <button
          key={flag}
          type="button"
          className="flag-chip"
          aria-pressed={(flags & flag) !== 0}
          onClick={() => onChange(flags ^ flag)}
        >
          {title}
          {count !== undefined && <span className="flag-count">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}

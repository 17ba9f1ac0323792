import type { Hazard } from '../../../../bridge/comparison-api.ts';

/** A reason not to trust a comparison as it stands; `order` for sides that seem to be swapped. */
export interface Caution extends Pick<Hazard, 'severity' | 'message' | 'advice'> {
  readonly kind: Hazard['kind'] | 'order';
}

/** What can be done about hazards from here; a hazard of which nothing can has none. */
export type HazardActions = Partial<
  Record<Caution['kind'], { readonly words: string; readonly act: () => void }>
>;

/** What is the matter, and what to do, with a button where it can be done here. */
export function HazardText({
  caution: { kind, message, advice },
  actions,
  isShort,
}: {
  readonly caution: Caution;
  readonly actions: HazardActions;
  /** Whether it has one line, and is cut where that is too short. */
  readonly isShort: boolean;
}) {
  const action = actions[kind];
  return (
    <>
      <p className={isShort ? 'guard-short' : undefined} title={isShort ? message : undefined}>
        {message} <b>{advice}</b>
      </p>
      {action !== undefined && (
        <button type="button" className="button guard-action" onClick={action.act}>
          {action.words}
        </button>
      )}
    </>
  );
}

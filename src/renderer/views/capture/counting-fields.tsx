import { isOfMoment } from '../../../core/capture/request.ts';
import { SwitchLine, TextLine } from '../parts/form-lines.tsx';
import type { FieldsProps } from './fields.ts';
import { countings } from './words.ts';

/** How many requests the profile belongs to. */
export function CountingFields({ form, read, failure, onChange }: FieldsProps) {
  const { request, errors } = read;
  if (request === null || isOfMoment(request)) return null;
  const { counting } = form;
  return (
    <>
      <SwitchLine
        words="Requests"
        choices={countings}
        value={counting}
        onChange={(chosen) => onChange({ counting: chosen })}
      />
      {counting === 'typed' && (
        <TextLine
          words="Number"
          text={form.requests}
          error={errors.requests}
          placeholder="such as 80,000"
          onChange={(requests) => onChange({ requests })}
        />
      )}
      {counting === 'counter' && (
        <>
          <TextLine
            words="Address"
            isCode
            text={form.counterAddress}
            isInvalid={failure?.trouble === 'counter'}
            placeholder="/debug/vars or /metrics"
            maxLength={10_000}
            onChange={(counterAddress) => onChange({ counterAddress })}
          />
          <TextLine
            words="Counter"
            isCode
            text={form.metric}
            error={errors.counter}
            isInvalid={failure?.trouble === 'counter'}
            placeholder="requests.total or http_requests_total{code=&quot;200&quot;}"
            maxLength={1000}
            onChange={(metric) => onChange({ metric })}
          />
        </>
      )}
      <p className="form-hint">
        {counting === 'none'
          ? 'With a number for each side, a comparison shows allocations per request.'
          : countHint(counting, request.isOverTime)}
      </p>
    </>
  );
}

function countHint(counting: 'typed' | 'counter', isOverTime: boolean): string {
  const words = isOverTime
    ? 'The profile covers only that time, so that those requests belong to it.'
    : 'What was allocated adds up from the start of the service, so that all its requests so far belong to it.';
  if (counting === 'typed') return words;
  return isOverTime
    ? `${words} The counter, expvar’s or Prometheus’, is read before and after.`
    : `${words} The counter, expvar’s or Prometheus’, is read first.`;
}

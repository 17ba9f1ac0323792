import { Fragment } from 'react';

/** A path that breaks after its slashes where it does not fit on a line. */
export function PathText({ path }: { readonly path: string }) {
  return path.split(/(?<=[/\\])/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have an order and nothing else.
    <Fragment key={at}>
      {part}
      <wbr />
    </Fragment>
  ));
}

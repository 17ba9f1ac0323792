import { Component, type ReactNode } from 'react';
import { sentenceOf } from '../state/notices.ts';
import { Failure } from './failure.tsx';

/** Shows a sentence instead of a blank page when a component fails. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly sentence: string | null }
> {
  override state = { sentence: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { sentence: sentenceOf(thrown) };
  }

  override render() {
    const { sentence } = this.state;
    return sentence === null ? this.props.children : <Failure sentence={sentence} />;
  }
}

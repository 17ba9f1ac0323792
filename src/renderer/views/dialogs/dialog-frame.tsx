import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PageState } from '../../state/screen.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';

/** A dialog of the page's own over it. */
export function DialogFrame({
  dialog,
  title,
  className = '',
  children,
}: {
  readonly dialog: NonNullable<PageState['dialog']>;
  readonly title: string;
  /** Of a dialog that is larger than most. */
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { screen } = useApp();
  const isOpen = useStore(screen, (state) => state.dialog === dialog);
  return (
    <DialogBox
      title={title}
      className={className}
      isOpen={isOpen}
      onClose={() => screen.setState({ dialog: null })}
    >
      {children}
    </DialogBox>
  );
}

/** A dialog over the page, with its heading and the way out. */
export function DialogBox({
  title,
  className = '',
  isOpen,
  onClose,
  children,
}: {
  readonly title: string;
  readonly className?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className={`dialog popup ${className}`}>
          <Dialog.Title>{title}</Dialog.Title>
          {children}
          <Dialog.Close className="icon-button dialog-close" aria-label="Close">
            <Icon name="close" />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { PAGE_ORIGIN } from './page-address.ts';

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/**
 * Whether a message comes from our page: from the main frame of our window, still at our origin. A
 * frame that is gone, or has moved on since it sent the message, is nobody's.
 */
export function isFromPage(
  { sender, senderFrame }: Sender,
  page: WebContents | undefined,
): boolean {
  return (
    sender === page &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === PAGE_ORIGIN
  );
}

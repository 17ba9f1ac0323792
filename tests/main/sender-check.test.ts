import type { WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { isFromPage } from '../../src/main/sender-check.ts';

const page = {} as WebContents;
const mainFrame = { parent: null, origin: 'app://allocscope' } as WebFrameMain;

describe('isFromPage', () => {
  it('knows the main frame of our window', () => {
    expect(isFromPage({ sender: page, senderFrame: mainFrame }, page)).toBe(true);
  });

  it.each<[string, Partial<WebFrameMain> | null]>([
    ['a frame that is gone', null],
    ['a frame within the page', { parent: mainFrame }],
    ['a page of the web', { origin: 'https://allocscope' }],
    ['another host of our scheme', { origin: 'app://elsewhere' }],
    ['a host that begins like ours', { origin: 'app://allocscope.example' }],
    ['a file', { origin: 'file://' }],
    ['a sandboxed document', { origin: 'null' }],
  ])('refuses %s', (_, difference) => {
    const senderFrame = difference && ({ ...mainFrame, ...difference } as WebFrameMain);
    expect(isFromPage({ sender: page, senderFrame }, page)).toBe(false);
  });

  it('refuses other windows, and all when there is no window', () => {
    const other = {} as WebContents;
    expect(isFromPage({ sender: other, senderFrame: mainFrame }, page)).toBe(false);
    expect(isFromPage({ sender: page, senderFrame: mainFrame }, undefined)).toBe(false);
  });
});

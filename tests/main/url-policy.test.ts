import { describe, expect, it } from 'vitest';
import { mayOpenExternally } from '../../src/main/url-policy.ts';

describe('mayOpenExternally', () => {
  it.each([
    ['https://pkg.go.dev/fmt#Sprintf', true],
    ['HTTPS://EXAMPLE.COM', true],
    ['http://example.com', false],
    ['file:///etc/passwd', false],
    ['app://allocscope/', false],
    ['javascript:alert(1)', false],
    ['data:text/html,hello', false],
    ['smb://server/share', false],
    ['ms-msdt:/id', false],
    ['mailto:someone@example.com', false],
    ['https://user@example.com', false],
    ['https://user:secret@example.com', false],
    ['https://', false],
    ['example.com', false],
    ['//example.com', false],
    [' https', false],
    ['', false],
  ])('%j: %s', (address, allowed) => {
    expect(mayOpenExternally(address)).toBe(allowed);
  });
});

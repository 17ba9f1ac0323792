/*
 * Where the page is served from: a scheme of its own, because a file:// page could read every file of
 * its user, and has no origin by which the sender of a message can be told.
 */

export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'allocscope';

/** As Chromium writes it. Node's URL does not: to it, the origin of an unknown scheme is "null". */
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/`;

const paths = {
  about: 'M8 7.2v4M8 4.6v.1M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z',
  caret: 'm5 6.5 3 3 3-3',
  check: 'm3.5 8.5 3 3 6-7',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  copy: 'M6 5.5V3.8c0-.7.6-1.3 1.3-1.3h4.9c.7 0 1.3.6 1.3 1.3v4.9c0 .7-.6 1.3-1.3 1.3h-1.7M3.8 6h4.9c.7 0 1.3.6 1.3 1.3v4.9c0 .7-.6 1.3-1.3 1.3H3.8c-.7 0-1.3-.6-1.3-1.3V7.3C2.5 6.6 3.1 6 3.8 6Z',
  down: 'M8 3v10m0 0 4-4m-4 4L4 9',
  export:
    'M8 10V2.500m0 0L5 5.500m3-3 3 3M2.500 10v2.200c0 .7.600 1.300 1.300 1.300h8.400c.7 0 1.300-.6 1.300-1.300V10',
  file: 'M4 1.800h5l3.2 3.200v9.200H4zM9 1.800V5h3.2',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  link: 'm6.3 9.700 3.400-3.400M7.200 4.800l1.400-1.400a2.800 2.800 0 0 1 4 4l-1.400 1.400M8.800 11.200l-1.400 1.400a2.800 2.800 0 0 1-4-4l1.400-1.400',
  moon: 'M13.5 9.600A5.8 5.8 0 0 1 6.4 2.500a5.8 5.8 0 1 0 7.1 7.100Z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  next: 'm4 6 4 4 4-4',
  open: 'M2 12.500V3.500h4l1.5 1.800H14v7.200z',
  plus: 'M8 3v10M3 8h10',
  previous: 'm4 10 4-4 4 4',
  swap: 'M2.5 5.500h10m0 0-2.500-2.500m2.500 2.500L10 8M13.500 10.500h-10m0 0L6 8m-2.500 2.500L6 13',
  search: 'm10.5 10.5 3.3 3.300M7 11.800A4.8 4.8 0 1 0 7 2.200a4.8 4.8 0 0 0 0 9.600Z',
  up: 'M8 13V3m0 0L4 7m4-4 4 4',
  warning: 'M8 6.200v3.300m0 2v.1M8 2.2 14.2 13H1.800z',
} as const;

/** The name of a picture. */
export type IconName = keyof typeof paths;

/** A small picture beside words or, with a label elsewhere, instead of them. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}

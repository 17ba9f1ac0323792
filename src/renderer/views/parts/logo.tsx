/** The mark of Allocscope: three boxes of a flame graph. */
export function Logo({ size = 18 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 18 18" fill="var(--accent)">
      <rect x="1" y="2" width="16" height="4" rx="1" />
      <rect x="1" y="7" width="11" height="4" rx="1" opacity="0.75" />
      <rect x="1" y="12" width="6" height="4" rx="1" opacity="0.55" />
    </svg>
  );
}

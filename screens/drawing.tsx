// Icons of strokes on a grid of 24, and those that every page has. Each is separate, so that a page carries only
// those that it draws; `icons.tsx` knows all of them by name.

export const CHECK = 'm4 12.5 5.5 5.5L20 6.5'
export const TICKET = 'M3 6h18v3.5a2.5 2.5 0 0 0 0 5V18H3v-3.5a2.5 2.5 0 0 0 0-5zm11.5 0v2m0 3v2m0 3v2'
export const CLOCK = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5.5l3.5 2'
export const PEOPLE =
  'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c0-3.6 2.9-5.5 6.5-5.5s6.5 1.9 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4m2 3.7c2.2.8 3.5 2.6 3.5 5.1'
export const SPEAKER = 'M4 9.5v5h3.5L13 19V5L7.5 9.5zM16.5 8.5a5 5 0 0 1 0 7m2.7-10a9 9 0 0 1 0 13'
export const PAUSE_SIGN = 'M8.5 5v14m7-14v14'
export const WARNING = 'M12 3.5 2.5 20h19zm0 6v5m0 2.8v.01'
export const REFRESH = 'M20 5v5h-5m4.6 0A8 8 0 1 0 20 13.5'

/** As tall as the text beside it. Hidden from screen readers unless it has a `label`. */
export function Drawing({ path, label }: { path: string; label?: string | undefined }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={path} />
    </svg>
  )
}

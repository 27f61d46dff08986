// The mark of Antre: a split gate in five steps with somebody walking through. One door, several steps, and the
// outline of an A. Plain geometry on a grid of 24, so that it works at 24 px and at 400 px.

/** The gate takes `currentColor`; the person takes the accent unless `plain`, for print and one-colour use. */
export function Mark({ plain = false, label }: { plain?: boolean; label?: string }) {
  return (
    <svg
      class={plain ? 'mark mark-plain' : 'mark'}
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d="M9 2v20H1v-4h1.5v-4H4v-4h1.5V6H7V2z" fill="currentColor" />
      <path d="M15 2v20h8v-4h-1.5v-4H20v-4h-1.5V6H17V2z" fill="currentColor" />
      <path class="mark-person" d="M10.1 22v-5a1.9 1.9 0 0 1 3.8 0v5z" />
      <circle class="mark-person" cx="12" cy="12" r="1.9" />
    </svg>
  )
}

/** A quiet border of the same stepped gables, as on woven cloth: once under a header, nowhere else. */
export function Band() {
  return (
    <svg class="band" aria-hidden="true" width="100%" height="8">
      <defs>
        <pattern id="antre-band" width="24" height="8" patternUnits="userSpaceOnUse">
          <path d="M0 8V6h4V4h4V2h3V0h2v2h3v2h4v2h4v2z" fill="currentColor" />
        </pattern>
      </defs>
      <rect width="100%" height="8" fill="url(#antre-band)" />
    </svg>
  )
}

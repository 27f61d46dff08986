// A range as people say it: they read *10–20 minutes* and trust it; they do not trust *13–19*.

/** The range that is told for one from `low` to `high` minutes: never narrower than five minutes. */
export function rangeTold(low: number, high: number): { readonly low: number; readonly high: number } {
  const from = rounded(Math.max(0, low))
  return { low: from, high: Math.max(from + 5, rounded(Math.max(0, high))) }
}

/** To five minutes in the first hour, to a quarter of an hour up to two and a half, then to half an hour. */
function rounded(minutes: number): number {
  const to = minutes < 57.5 ? 5 : minutes < 150 ? 15 : 30
  return Math.round(minutes / to) * to
}

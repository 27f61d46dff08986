// The services that were chosen, in that order. Pure.

/** As many services as one number takes, and one referral. */
export const MOST_SERVICES = 8

/** With one more or one less; unchanged where there are enough. Of one alone, another takes its place. */
export function toggled(chosen: readonly string[], id: string, most = MOST_SERVICES): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id)
  if (most === 1) return [id]
  return chosen.length < most ? [...chosen, id] : chosen
}

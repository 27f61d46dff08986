// The services that were chosen, in that order. Pure.

/** As many services as one number takes, and one referral. */
export const MOST_SERVICES = 8

/** With one more or one less; unchanged where there are enough. */
export function toggled(chosen: readonly string[], id: string, most = MOST_SERVICES): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id)
  return chosen.length < most ? [...chosen, id] : chosen
}

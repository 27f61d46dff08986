// The order of the lines on the screen: the server's, but nothing moves under a finger (rule MO9).

/** The ids of the lines in the order shown, and since when, milliseconds. */
export interface Placed {
  readonly ids: readonly string[]
  readonly at: number
}

/** How long lines keep their places at the least, milliseconds. */
const STAYS = 5_000

/** The order at the instant `at` once the lines should be in the order of `ids`. `touched`: nothing may move now. */
export function placed(before: Placed | null, ids: readonly string[], at: number, touched: boolean): Placed {
  if (before === null || (!touched && at - before.at >= STAYS)) return { ids, at }
  const left = before.ids.filter((id) => ids.includes(id))
  return { ids: [...left, ...ids.filter((id) => !before.ids.includes(id))], at: before.at }
}

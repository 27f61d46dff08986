// So many at once and no more: downloads, searches.

/** `take` gives what gives the place back (once), or null where there is none. */
export function createPlaces(most: number): { take: () => (() => void) | null } {
  let taken = 0
  return {
    take() {
      if (taken >= most) return null
      taken += 1
      let isMine = true
      return () => {
        if (isMine) taken -= 1
        isMine = false
      }
    },
  }
}

// Which visit this browser follows: the page of its number stores it, so that the survey's poster in the hall leads
// back to it.

const VISIT_KEPT = 'antre.visit'

export function keepVisit(token: string): void {
  try {
    localStorage.setItem(VISIT_KEPT, token)
  } catch {
    // Then the poster can only say to scan the slip.
  }
}

/** The visit's token; null if this browser knows none. */
export function keptVisit(): string | null {
  try {
    const token = localStorage.getItem(VISIT_KEPT)
    return token !== null && /^[\w-]{22}$/.test(token) ? token : null
  } catch {
    return null
  }
}

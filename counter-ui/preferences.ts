// What this browser remembers from day to day. It belongs to the desk, not to the person: the next officer finds the
// same counter. If storage is blocked, nothing is remembered and nothing breaks.

type Preference = 'language' | 'theme' | 'counter' | 'keys' | 'options' | 'agency' | 'help-sound'

export function remembered(name: Preference): string | null {
  try {
    return localStorage.getItem(`antre.${name}`)
  } catch {
    return null
  }
}

/** Stores a value; null forgets it. */
export function remember(name: Preference, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`antre.${name}`)
    else localStorage.setItem(`antre.${name}`, value)
  } catch {
    // A browser that stores nothing still works; it asks again tomorrow.
  }
}

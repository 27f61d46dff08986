// The complaints of this phone, in its own storage: the token is all that opens an answer. A tablet keeps none.

/** Complaints of one phone; the oldest goes. */
const MOST = 20
const NAME = 'antre-complaints'
const TOKEN = /^[\w-]{22}$/

/** The tokens, the newest first. A phone that stores nothing has none. */
export function keptTokens(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(NAME) || '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string' && TOKEN.test(one)) : []
  } catch {
    return []
  }
}

/** Keeps one more. False: this phone stores nothing. */
export function keepToken(token: string): boolean {
  return write([token].concat(keptTokens().filter((one) => one !== token)).slice(0, MOST))
}

export function forgetToken(token: string): void {
  write(keptTokens().filter((one) => one !== token))
}

function write(tokens: readonly string[]): boolean {
  try {
    localStorage.setItem(NAME, JSON.stringify(tokens))
    return true
  } catch {
    return false
  }
}

/** The token in an address that was pasted, or typed by itself; null: there is none in it. */
export function tokenIn(typed: string): string | null {
  const last = typed.trim().split('#').pop() || ''
  return TOKEN.test(last) ? last : null
}

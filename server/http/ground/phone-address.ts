// Addresses of the phone page as people type, truncate and scan them: anything after `/t/` leads to that page, which
// says in words that there is no such number. Without this the router would answer first, with a problem meant for
// programs.

/** Longest part of an address that the router takes, in characters: its own limit. */
const LONGEST = 100

/** The same address; if the router would refuse its token, one that leads to the page's own 404. */
export function phoneAddress(url: string): string {
  if (!url.startsWith('/t/')) return url
  const [path = '', query] = url.split(/\?(.*)/su)
  const token = path.slice(3)
  if (isReadable(token)) return url
  // No token contains a dot, so this opens nothing that the address itself would not.
  const harmless = token.slice(0, LONGEST).replaceAll(/[^\w-]/gu, '.')
  return `/t/.${harmless.slice(1)}${query === undefined ? '' : `?${query}`}`
}

/** Whether the router takes it: one part of an address, not too long, and properly encoded. */
function isReadable(token: string): boolean {
  if (token.length > LONGEST || token.includes('/')) return false
  try {
    decodeURIComponent(token)
    return true
  } catch {
    return false
  }
}

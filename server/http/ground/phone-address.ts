// Addresses of the phone page as people type, cut and scan them: whatever stands behind `/t/` leads to that page, which says
// in words that there is no such number. Without this a router answers before any page, with a problem for programs.

/** Longest part of an address that the router takes, in characters: its own limit. */
const LONGEST = 100

/** The same address; where the router would refuse what stands for the token, one that leads to the page's own 404. */
export function phoneAddress(url: string): string {
  if (!url.startsWith('/t/')) return url
  const [path = '', query] = url.split(/\?(.*)/su)
  const token = path.slice(3)
  if (isReadable(token)) return url
  // A point stands in no token, so this opens nothing that the address itself would not.
  const harmless = token.slice(0, LONGEST).replaceAll(/[^\w-]/gu, '.')
  return `/t/.${harmless.slice(1)}${query === undefined ? '' : `?${query}`}`
}

/** Whether the router takes it: one part of an address, not too long, and written as text is written there. */
function isReadable(token: string): boolean {
  if (token.length > LONGEST || token.includes('/')) return false
  try {
    decodeURIComponent(token)
    return true
  } catch {
    return false
  }
}

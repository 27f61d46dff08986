// Addresses of pages as people type, truncate and scan them: anything after `/t/` leads to the page of a visit, after
// `/layanan/` to that of a service, after `/skm/` to a published report, and these pages say in words if there is no
// such thing. Without this the router would answer first, with a problem meant for programs.

/** Longest part of an address that the router takes, in characters: its own limit. */
const LONGEST = 100

/** The same address, or, if the router would refuse it, one that leads to the page's own 404. */
export function pageAddress(url: string): string {
  const page = ['/t/', '/layanan/', '/skm/'].find((start) => url.startsWith(start))
  if (page === undefined) return url
  const [path = '', query] = url.split(/\?(.*)/su)
  const given = path.slice(page.length)
  // People type a slash at the end out of habit.
  const rest = page === '/t/' ? given : given.replace(/(?<=.)\/$/u, '')
  const token = page === '/t/' ? rest : rest.replace(/\/lembar$/u, '')
  const asked = query === undefined ? '' : `?${query}`
  if (isReadable(token)) return rest === given ? url : `${page}${rest}${asked}`
  // No token, id or period begins with a dot, so this opens nothing that the original address would not.
  const harmless = token.slice(0, LONGEST).replaceAll(/[^\w-]/gu, '.')
  return `${page}.${harmless.slice(1)}${asked}`
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

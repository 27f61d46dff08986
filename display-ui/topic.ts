// Which board a screen shows: its own zone's, the one that the address names, or the whole hall's.

/** The live topic. `zone` is the enrolled display's; `query` the page's, such as `?zone=kependudukan`. */
export function boardTopic(zone: string | null, query: string): string {
  if (zone !== null) return `board:${zone}`
  const asked = /[?&]zone=([a-z0-9][a-z0-9-]*)(?:&|$)/.exec(query)
  return `board:${asked && asked[1] ? asked[1] : 'all'}`
}

// Which routes are about the hall itself and not about the day's work: a training refuses them, because what they did
// would be lost with it.
const ofHall = /^\/api\/(?:plan|proposals|operation|day|journal|hall\/begin)(?:\/|$)/

/** Whether this route (method, address as the route has it) changes the plan, its draft and proposals, days, or the journal. */
export function changesHall(method: string, url: string): boolean {
  return method !== 'GET' && ofHall.test(url)
}

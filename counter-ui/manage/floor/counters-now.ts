// What is happening at the counters now, besides what the draft says about them.
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AgencyCounter, AgencyView } from '../../../server/live/agency.ts'
import { connectLive } from '../../../screens/live.ts'
import { floorText } from './texts.ts'

/** The counters of the hall by id; null while that is not known, or may be out of date. */
export function useCountersNow(): ReadonlyMap<string, AgencyCounter> | null {
  const [live] = useState(() => connectLive<AgencyView>({ topic: 'agency:all' }))
  useEffect(() => () => live.close(), [live])
  const view = live.freshness.value === 'live' ? live.view.value : null
  return useMemo(() => view && new Map(view.counters.map((one) => [one.id, one])), [view])
}

/** `Ni Luh melayani A012`; only the state if nobody is there. */
export function nowWords({ state, staff, current }: AgencyCounter): string {
  if (!staff) return floorText(`state.${state}`)
  if (!current) return floorText('nowOpen', { name: staff.name })
  const words = { name: staff.name, number: current.number }
  return floorText(current.status === 'serving' ? 'nowServing' : 'nowCalled', words)
}

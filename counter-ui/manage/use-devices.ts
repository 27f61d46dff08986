// The devices of the hall and the server's version, fetched again while the page is open, so that nothing gets out of
// date.
import { useEffect, useState } from 'preact/hooks'
import type { ZoneEquipment } from '../../server/live/equipment.ts'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { sessionEnded } from '../session.ts'
import type { ListedDevice } from './device.ts'

const AGAIN_MS = 20_000

export interface KnownDevices {
  /** Null before the first answer. */
  list: readonly ListedDevice[] | null
  /** The equipment of each zone; null before the first answer. */
  zones: readonly ZoneEquipment[] | null
  /** The server's version, null if unknown. */
  version: string | null
  problem: Problem | null
  load(): Promise<void>
}

export function useDevices(): KnownDevices {
  const [list, setList] = useState<readonly ListedDevice[] | null>(null)
  const [zones, setZones] = useState<readonly ZoneEquipment[] | null>(null)
  const [version, setVersion] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<{ devices: ListedDevice[]; zones: ZoneEquipment[] }>('/api/devices')
    if (outcome.ok) {
      setList(outcome.data.devices)
      setZones(outcome.data.zones)
    } else if (outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
    const health = await fetchJson<{ version: string }>('/api/health')
    setVersion(health.ok ? health.data.version : null)
  }

  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return { list, zones, version, problem, load }
}

// A visit followed as it goes on while it is shown: the slip comes out, people before are called.
import { useEffect, useState } from 'preact/hooks'
import type { VisitView } from '../server/live/visit.ts'
import { connectLive, type Live } from '../screens/live.ts'

/** Null only before the first drawing. */
export function useVisit(token: string): Live<VisitView> | null {
  const [live, setLive] = useState<Live<VisitView> | null>(null)
  useEffect(() => {
    const connection = connectLive<VisitView>({ topic: `visit:${token}` })
    setLive(connection)
    return () => connection.close()
  }, [token])
  return live
}

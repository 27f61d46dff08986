// Follows a visit while it is on the screen: the slip comes out, visitors ahead are called.
import { useEffect, useState } from 'preact/hooks'
import type { VisitView } from '../server/live/visit.ts'
import { connectLive, type Live } from '../screens/live.ts'

/** Null only before the first render. */
export function useVisit(token: string): Live<VisitView> | null {
  const [live, setLive] = useState<Live<VisitView> | null>(null)
  useEffect(() => {
    const connection = connectLive<VisitView>({ topic: `visit:${token}` })
    setLive(connection)
    return () => connection.close()
  }, [token])
  return live
}

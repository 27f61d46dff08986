// The services as the kiosk sees them, for as long as somebody chooses from them.
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import { connectLive, type Live } from '../../screens/live.ts'

export function useKiosk(): Live<KioskView> {
  const [live] = useState(() => connectLive<KioskView>({ topic: 'kiosk' }))
  useEffect(() => () => live.close(), [live])
  return live
}

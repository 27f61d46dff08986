// Says, on a visitor's page without a live connection, that the hall is only rehearsing.
import { useEffect, useState } from 'preact/hooks'
import type { Health } from '../../server/http/pages/health.ts'
import { fetchJson } from '../../screens/command.ts'
import { BannerLine } from '../../screens/components/Banner.tsx'

/** `text`: what that means for anything given here. */
export function Rehearses({ text }: { text: string }) {
  const [isSo, know] = useState(false)
  useEffect(() => {
    const look = async () => {
      const outcome = await fetchJson<Health>('/api/health')
      if (outcome.ok) know(outcome.data.rehearsal)
    }
    const again = () => void (document.hidden || look())
    void look()
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [])
  if (!isSo) return null
  return (
    <div class="banner" role="status">
      <BannerLine tone="rehearsal" text={text} />
    </div>
  )
}

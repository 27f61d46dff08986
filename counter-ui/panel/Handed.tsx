// A colleague handed over a counter, or a supervisor placed this person there: said here if nothing else tells them.
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { panelText } from './texts/index.ts'
import { myCounters } from '../session.ts'

const ASK_MS = 4_000

/** `here`: the counter on the page, which itself shows whose it is. */
export function Handed({
  hall,
  here,
  onGo,
}: {
  hall: Hall
  here: string | null
  onGo: (id: string) => void
}) {
  const [mine, see] = useState<string | null>(null)
  useEffect(() => {
    const look = async () => see((await myCounters()).find((id) => id !== here) ?? null)
    const timer = setInterval(() => void look(), ASK_MS)
    void look()
    return () => clearInterval(timer)
  }, [here])
  const counter = mine === null ? undefined : hall.counters.value.get(mine)
  return (
    <div role="status">
      {counter && (
        <p class="choose-elsewhere">
          {panelText('handed', { counter: pick(counter.name) })}{' '}
          <Button onPress={() => onGo(counter.id)}>
            {panelText('chooseElsewhere', { counter: pick(counter.name) })}
          </Button>
        </p>
      )}
    </div>
  )
}

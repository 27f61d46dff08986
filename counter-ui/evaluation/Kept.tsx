// Earlier packs, each to download or remove.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatDay, formatNumber, formatTime } from '../../screens/format.ts'
import { AskEnds } from '../parts/Ends.tsx'
import type { Desk, Pack } from './desk.ts'
import { longDay } from './periods.ts'
import { evaluationText } from './texts.ts'

const MEGA = 1_000_000

export function Kept({ desk }: { desk: Desk }) {
  const [removing, remove] = useState<Pack | null>(null)
  const kept = desk.packs.value?.filter(({ state }) => state === 'done')
  return (
    <section class="part" aria-labelledby="eval-kept">
      <h2 id="eval-kept">{evaluationText('keptTitle')}</h2>
      {kept?.length === 0 && <p>{evaluationText('none')}</p>}
      <ul class="eval-kept">
        {kept?.map((pack) => (
          <li key={pack.id}>
            <div class="eval-about">
              <strong>{pack.title}</strong>
              <span>
                {evaluationText('fromTo', { from: longDay(pack.from), to: longDay(pack.to) })}
                {' · '}
                {evaluationText('size', { count: formatNumber(megabytes(pack.bytes ?? 0)) })}
              </span>
              <span class="soft">
                {evaluationText('madeBy', {
                  by: pack.by,
                  at: `${formatDay(pack.at)}, ${formatTime(pack.at)}`,
                })}
              </span>
            </div>
            <div class="eval-buttons">
              <a
                class="button button-primary button-medium"
                href={`/api/evaluation/${encodeURIComponent(pack.id)}/pack.zip`}
                download
                aria-label={evaluationText('downloadOf', { title: pack.title })}
              >
                {evaluationText('download')}
              </a>
              <Button
                kind="quiet"
                label={evaluationText('removeOf', { title: pack.title })}
                onPress={() => remove(pack)}
              >
                {evaluationText('remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {removing && (
        <Dialog title={evaluationText('remove')} onClose={() => remove(null)}>
          <div class="fields">
            <p>{evaluationText('removeSure', { title: removing.title })}</p>
            <AskEnds
              danger
              onGo={async () => {
                await desk.drop(removing.id)
                remove(null)
              }}
              onBack={() => remove(null)}
              back={evaluationText('back')}
            >
              {evaluationText('remove')}
            </AskEnds>
          </div>
        </Dialog>
      )}
    </section>
  )
}

const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / (MEGA / 10)) / 10)

// What is published of a service beside its papers: time, fee, procedure, product, complaints. Asked for at the tap, as
// hardly anybody needs it in front of the kiosk.
import { useState } from 'preact/hooks'
import { fetchJson } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import type { PublishedService } from '../../server/live/standard.ts'
import { kioskText } from '../texts/index.ts'

const PARTS = ['time', 'fee', 'product', 'complaints'] as const

export function About({ service }: { service: string }) {
  const [told, tell] = useState<PublishedService | null>(null)
  const [isOpen, open] = useState(false)
  const press = async () => {
    open(!isOpen)
    if (isOpen || told) return
    const answer = await fetchJson<PublishedService>(`/api/services/${service}/standard`)
    if (answer.ok) tell(answer.data)
    else open(false)
  }
  return (
    <>
      <Button kind="quiet" pressed={isOpen} onPress={() => void press()}>
        {kioskText('about')}
      </Button>
      {isOpen && told && (
        <dl class="about">
          {PARTS.map((part) => {
            const words = told[part]
            return (
              words && (
                <div key={part}>
                  <dt>{kioskText(`about.${part}`)}</dt>
                  <dd>{pick(words)}</dd>
                </div>
              )
            )
          })}
          {told.procedure.length > 0 && (
            <div>
              <dt>{kioskText('about.procedure')}</dt>
              {told.procedure.map((step, place) => (
                <dd key={place}>
                  {place + 1}. {pick(step)}
                </dd>
              ))}
            </div>
          )}
        </dl>
      )}
    </>
  )
}

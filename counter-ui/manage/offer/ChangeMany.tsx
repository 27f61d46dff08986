// One field of many services at once.
import { useState } from 'preact/hooks'
import type { Phase, Service } from '../../../server/hall/plan.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { AskEnds } from '../../parts/Ends.tsx'
import { draft } from '../draft/draft.ts'
import { type Change, setOf } from '../draft/edit.ts'
import { fieldWords } from '../draft/places.ts'
import { ChoiceField, NumberField, optionsOf, TextField } from '../form/fields.tsx'
import { moveServices } from './changes.ts'
import { PhaseField } from './PhaseField.tsx'
import { offerText } from './texts.ts'

const WHATS = ['phase', 'agency', 'minutes', 'prefix', 'level', 'quota'] as const
type What = (typeof WHATS)[number]

export function ChangeMany({ chosen, onClose }: { chosen: readonly Service[]; onClose: () => void }) {
  const [what, choose] = useState<What>('phase')
  const [phase, setPhase] = useState<Phase>({ status: 'open' })
  const [agency, setAgency] = useState('')
  const [prefix, setPrefix] = useState('')
  const [minutes, setMinutes] = useState<number | undefined>(undefined)
  const [level, setLevel] = useState<number | undefined>(undefined)
  const [quota, setQuota] = useState<number | null>(null)
  const plan = draft.plan.value
  if (!plan) return null
  const ids = chosen.map(({ id }) => id)
  const change = changeNow()
  const shared = { faults: [], label: fieldWords(what), id: `many-${what}` }
  return (
    <Dialog title={offerText('changeTitle', { count: chosen.length })} onClose={onClose}>
      <div class="fields">
        <Choices
          legend={offerText('changeWhat')}
          name="what"
          value={what}
          options={WHATS.map((value) => ({ value, words: fieldWords(value) }))}
          onChange={choose}
        />
        {what === 'phase' && <PhaseField {...shared} value={phase} onChange={setPhase} />}
        {what === 'agency' && (
          <>
            <ChoiceField {...shared} value={agency} onChange={setAgency} options={optionsOf(plan.agencies)} />
            <p class="soft">{offerText('changeAgency')}</p>
          </>
        )}
        {what === 'prefix' && (
          <TextField
            {...shared}
            value={prefix}
            onChange={setPrefix}
            code
            size={2}
            hint={offerText('prefixHint')}
          />
        )}
        {what === 'minutes' && (
          <NumberField
            {...shared}
            value={minutes}
            onChange={setMinutes}
            hint={offerText('minutesHint')}
            unit={offerText('minutes')}
            least={0.5}
            most={480}
            parts
            example={10}
          />
        )}
        {what === 'level' && (
          <NumberField
            {...shared}
            value={level}
            onChange={setLevel}
            hint={offerText('levelHint')}
            unit={offerText('minutes')}
            least={1}
            most={480}
            example={15}
            empty={undefined}
          />
        )}
        {what === 'quota' && (
          <NumberField
            {...shared}
            value={quota}
            onChange={setQuota}
            hint={offerText('quotaHint')}
            unit={offerText('quotaUnit')}
            least={1}
            most={100_000}
            example={40}
            empty={null}
          />
        )}
        <AskEnds
          disabled={change === null}
          onGo={() => {
            if (change) draft.edit(change)
            onClose()
            return Promise.resolve()
          }}
          onBack={onClose}
        >
          {offerText('apply')}
        </AskEnds>
      </div>
    </Dialog>
  )

  /** Null until everything it needs is filled in. */
  function changeNow(): Change | null {
    switch (what) {
      case 'phase':
        return setOf('services', ids, 'phase', phase)
      case 'agency':
        return agency === '' ? null : moveServices(ids, agency)
      case 'prefix':
        return prefix === '' ? null : setOf('services', ids, 'prefix', prefix)
      case 'minutes':
        return minutes === undefined ? null : setOf('services', ids, 'minutes', minutes)
      case 'level':
        return setOf('services', ids, 'level', level)
      case 'quota':
        return setOf('services', ids, 'quota', quota)
    }
  }
}

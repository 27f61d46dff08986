// How calls are read out: in which languages and in which order, how often, and whether bells go before.
import { Choices } from '../../parts/Choices.tsx'
import type { Draft, Edits, Spoken } from './draft.ts'
import { type FaultAt, FieldFault } from './FieldFault.tsx'
import { manageText } from '../texts/index.ts'

interface MannerProps {
  draft: Draft
  nameOf: (language: string) => string
  faultAt: FaultAt
  onEdit: (edits: Edits) => void
}

/** What people choose from; a plan written by hand may have another order, which is offered beside them. */
const OFFERED: readonly (readonly Spoken[])[] = [['id'], ['id', 'en']]

export function Manner({ draft, nameOf, faultAt, onEdit }: MannerProps) {
  const asOne = (languages: readonly Spoken[]) => languages.join()
  const isOffered = OFFERED.some((one) => asOne(one) === asOne(draft.languages))
  const choices = isOffered ? OFFERED : [...OFFERED, draft.languages]
  const named = (languages: readonly Spoken[]) => languages.map(nameOf).join(manageText('voice.inTurn'))
  return (
    <>
      <Choices
        legend={manageText('voice.languages')}
        name="voice-languages"
        options={choices.map((one) => ({ value: asOne(one), words: named(one) }))}
        value={asOne(draft.languages)}
        onChange={(value) =>
          onEdit({ languages: choices.find((one) => asOne(one) === value) ?? draft.languages })
        }
      />
      <FieldFault id="voice-languages-fault" fault={faultAt('languages')} />
      <Choices
        legend={manageText('voice.times')}
        name="voice-times"
        options={[
          { value: '1', words: manageText('voice.once') },
          { value: '2', words: manageText('voice.twice') },
        ]}
        value={String(draft.times)}
        onChange={(value) => onEdit({ times: value === '2' ? 2 : 1 })}
      />
      <label class="tick tick-row">
        <input
          type="checkbox"
          checked={draft.chime}
          onChange={(event) => onEdit({ chime: event.currentTarget.checked })}
        />
        <span>
          {manageText('voice.chime')}
          <span class="soft tick-more">{manageText('voice.chimeHelp')}</span>
        </span>
      </label>
    </>
  )
}

// The draft as kiosk, board, phone and slip would show it: the real screens in a frame, with a stand-in for the server.
import { useState } from 'preact/hooks'
import { language } from '../../../screens/i18n.ts'
import { Choices } from '../../parts/Field.tsx'
import { draft } from '../draft/draft.ts'
import { FaultList } from '../draft/DraftBar.tsx'
import { faults } from '../draft/faults.ts'
import { ChoiceField, optionsOf } from '../form/fields.tsx'
import { planText } from './texts.ts'
import './preview.css'

const SCREENS = ['kiosk', 'board', 'phone', 'slip'] as const
type Screen = (typeof SCREENS)[number]
const PAPERS = ['80', '58'] as const

export function PreviewSection() {
  const [screen, choose] = useState<Screen>('kiosk')
  const [zone, setZone] = useState('')
  const [time, setTime] = useState('')
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>('80')
  const saved = draft.saved.value
  if (!saved) return null
  const isUnsaved = draft.unsaved.value.length > 0
  if (faults.value.length > 0)
    return (
      <section class="part" aria-label={planText('preview')}>
        <p>{planText('previewFaults')}</p>
        <FaultList />
      </section>
    )
  const [hours = '', minutes = ''] = time.split(':')
  const minute: Record<string, string> =
    time === '' ? {} : { minute: String(Number(hours) * 60 + Number(minutes)) }
  const title = planText('frameOf', { screen: planText(`screen.${screen}`) })
  // A new number of the draft gives a new address, so that it is redrawn.
  const number = { draft: String(saved.from) }
  return (
    <section class="part" aria-label={planText('preview')}>
      <p>{planText('previewLead')}</p>
      {isUnsaved && <p role="status">{planText('previewUnsaved')}</p>}
      <div class="fields">
        <Choices
          legend={planText('screen')}
          name="screen"
          value={screen}
          options={SCREENS.map((value) => ({ value, words: planText(`screen.${value}`) }))}
          onChange={choose}
        />
        <div class="field-grid">
          {screen === 'board' && (
            <ChoiceField
              id="preview-zone"
              label={planText('zone')}
              value={zone}
              faults={[]}
              onChange={setZone}
              none={planText('allZones')}
              options={optionsOf(saved.plan.zones)}
            />
          )}
          {screen === 'slip' ? (
            <Choices
              legend={planText('paper')}
              name="paper"
              value={paper}
              options={PAPERS.map((value) => ({ value, words: planText('millimetres', { count: value }) }))}
              onChange={setPaper}
            />
          ) : (
            <div class="field">
              <label for="preview-time">{planText('minute')}</label>
              <input
                id="preview-time"
                type="time"
                value={time}
                aria-describedby="preview-time-hint"
                onChange={({ currentTarget }) => setTime(currentTarget.value)}
              />
              <p class="soft" id="preview-time-hint">
                {planText('minuteHint')}
              </p>
            </div>
          )}
        </div>
      </div>
      <div
        class={`preview preview-${screen}`}
        role="group"
        aria-label={planText(`screen.${screen}`)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls, by keyboard too
        tabIndex={0}
      >
        {screen === 'slip' ? (
          <img
            src={`/api/plan/draft/preview/slip.svg?${query({ paper, language: spoken(), ...number })}`}
            alt={title}
          />
        ) : (
          <iframe
            key={`${screen} ${zone} ${time} ${saved.from}`}
            title={title}
            src={addressOf(screen)}
            // The phone's page is drawn by the server; nothing of it runs.
            sandbox={screen === 'phone' ? 'allow-same-origin' : 'allow-same-origin allow-scripts'}
          />
        )}
      </div>
    </section>
  )

  function addressOf(which: Screen): string {
    if (which === 'phone') return `/api/plan/draft/preview/phone?${query({ language: spoken(), ...minute })}`
    if (which === 'board')
      return `/preview/display/?${query({ ...(zone === '' ? {} : { zone }), ...minute, ...number })}`
    return `/preview/kiosk/?${query({ ...minute, ...number })}`
  }
}

const query = (fields: Record<string, string>): string => new URLSearchParams(fields).toString()
/** A phone speaks these two. */
const spoken = (): string => (language.value === 'en' ? 'en' : 'id')

// One service: its state, and what a supervisor can set.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { serviceName } from '../parts/names.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { PhaseForm } from './PhaseForm.tsx'
import { SendForm } from './SendForm.tsx'
import { longestText, serviceTexts, newcomerText, phaseText } from './Rows.tsx'
import { superviseText } from './texts.ts'
import { type ServiceAt, type ServiceFormProps, orderPath, type ServiceDoing } from './watch.ts'

interface ServiceDialogProps extends ServiceAt {
  /** The form to begin with. */
  first?: ServiceDoing | undefined
  onClose: () => void
}

export function ServiceDialog({ first, onClose, ...at }: ServiceDialogProps) {
  const [doing, begin] = useState<ServiceDoing | null>(first ?? null)
  const { watch, service, now, isTrue } = at
  const { status, waiting, longest } = service
  const name = serviceName(watch.hall, service.id)
  const forms = { at, onDone: onClose, onBack: () => begin(null) }
  const why = phaseText(service)
  const lasts = longest ? longestText(longest, now) : ''
  return (
    <Dialog title={doing ? `${name}\u00a0· ${superviseText(`doing.${doing}`)}` : name} onClose={onClose}>
      {doing === 'status' && <PhaseForm {...forms} />}
      {doing === 'quota' && <QuotaForm {...forms} />}
      {doing === null && (
        <div class="about">
          <p>
            <span class={`state state-${status}`}>{serviceStatusText(status)}</span>
            {why !== '' && <span> {why}</span>}
          </p>
          <p class="figures">
            <strong>
              {waiting === 0
                ? superviseText('nobodyWaits')
                : superviseText('waiting', { count: formatNumber(waiting) })}
            </strong>
            {lasts !== '' && ` · ${lasts}`}
          </p>
          <p class="soft figures">
            {[...serviceTexts(service), newcomerText(service)].filter((words) => words !== '').join(' · ')}
          </p>
          <ProblemLine problem={null} text={isTrue ? undefined : superviseText('offline')} />
          <div class="menu">
            {longest && (
              <Button
                onPress={() => {
                  watch.subject.value = { kind: 'visit', id: longest.visit }
                }}
              >
                {superviseText('showVisit', { number: longest.number })}
              </Button>
            )}
            <Button disabled={!isTrue} onPress={() => begin('status')}>
              {superviseText('doing.status')}
            </Button>
            <Button disabled={!isTrue} onPress={() => begin('quota')}>
              {superviseText('doing.quota')}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {sharedText('back')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

/** How many numbers a service gives today. */
function QuotaForm({ at: { service, isTrue }, onDone, onBack }: ServiceFormProps) {
  return (
    <SendForm
      method="PUT"
      path={orderPath('services', service.id, 'quota')}
      go={superviseText('quotaGo')}
      body={(fields) => {
        const typed = String(fields.get('quota')).trim()
        return { quota: typed === '' ? null : Number(typed) }
      }}
      disabled={!isTrue}
      onDone={onDone}
      onBack={onBack}
    >
      <div class="field">
        <label for="quota">{superviseText('quotaLabel')}</label>
        <input
          id="quota"
          name="quota"
          type="number"
          min={0}
          max={100_000}
          step={1}
          defaultValue={service.quota === null ? '' : String(service.quota)}
          aria-describedby="quota-help"
        />
        <p class="soft" id="quota-help">
          {superviseText('quotaHelp', { taken: formatNumber(service.taken) })}
        </p>
      </div>
    </SendForm>
  )
}

// What the officer should know about a visitor before the first word: the colleague's note, what is missing, the steps
// so far.
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { panelText } from './texts/index.ts'
import type { Visit, Workplace } from './workplace.ts'
import { counterName, serviceName } from '../parts/names.ts'
import './Facts.css'

export function Note({ place, current }: { place: Workplace; current: Visit }) {
  const { note, referredFrom } = current
  if (note === null) return null
  return (
    <div class="fact fact-note">
      <h3>
        {referredFrom === null
          ? panelText('noteTitle')
          : panelText('noteFrom', { counter: counterName(place.hall, referredFrom) })}
      </h3>
      <p>{note}</p>
    </div>
  )
}

/** Why the step was reopened, as the supervisor wrote it. */
export function Reopened({ current: { reopened } }: { current: Visit }) {
  if (reopened === null) return null
  return (
    <div class="fact fact-note">
      <h3>{panelText('reopened')}</h3>
      <p>{reopened}</p>
    </div>
  )
}

/** Back with what was missing: what that was as free text, and what the visitor was told. */
export function Returned({ current }: { current: Visit }) {
  const { returns, words, told } = current
  if (!returns) return null
  return (
    <div class="fact fact-note">
      <h3>{panelText('returned')}</h3>
      {words !== null && <p>{panelText('returnedWords', { words })}</p>}
      {told !== null && <p>{panelText('returnedTold', { told })}</p>}
    </div>
  )
}

export function Missing({ place, missing }: { place: Workplace } & Pick<Visit, 'missing'>) {
  if (missing.length === 0) return null
  return (
    <div class="fact fact-missing">
      <h3>{panelText('missingTitle')}</h3>
      <ul>
        {missing.map(({ id, service }) => (
          <li key={id}>{requirementName(place, service, id)}</li>
        ))}
      </ul>
    </div>
  )
}

/** The name of a paper that a service asks for, or its id. */
function requirementName({ hall }: Workplace, service: string, id: string): string {
  const found = hall.services.value.get(service)?.requirements.find((one) => one.id === id)
  return found ? pick(found.name) : id
}

/** The whole visit, if it has more than this one step. */
export function Steps({ place, current }: { place: Workplace; current: Visit }) {
  if (current.steps.length < 2) return null
  return (
    <div class="fact">
      <h3>{panelText('stepsTitle')}</h3>
      <ol class="steps">
        {current.steps.map((step) => (
          <li
            key={step.id}
            class={`step step-${step.status}`}
            aria-current={step.id === current.step ? 'step' : undefined}
          >
            <span class="step-sign">{step.status === 'done' && <Icon name="check" />}</span>
            <span>
              {serviceName(place.hall, step.service)}
              <span class="soft">
                {' '}
                – {step.id === current.step ? panelText('stepHere') : stepWords(place, step)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function stepWords(place: Workplace, { status, outcome, counter }: Visit['steps'][number]): string {
  const what =
    outcome === 'incomplete'
      ? panelText('outcome.incomplete')
      : outcome === 'referred'
        ? panelText('outcome.referred')
        : stepStatusText(status)
  return counter === null ? what : `${what}, ${counterName(place.hall, counter)}`
}

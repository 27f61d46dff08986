// A visit's number, large as it is to be said, what became of its slip, and what is to be known about its visitor.
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import type { Hall } from '../../screens/hall.ts'
import { language } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { earlierDay } from '../parts/of-day.ts'
import type { ReceptionDesk } from './reception-desk.ts'
import { receptionText } from './texts/index.ts'
import { isUnheld, slipText, takenText } from './reception-words.ts'
import '../parts/marks.css'

export function VisitTop({ desk, visit }: { desk: ReceptionDesk; visit: ReceptionVisit }) {
  const { hall, live } = desk
  const printers = live.view.value ? live.view.value.printers : []
  const slip = slipText(visit.slip, printers)
  const today = live.view.value ? live.view.value.hall.day : visit.day
  const earlier = earlierDay(visit.day, today)
  return (
    <div class="visit-top">
      <NumberPlate number={visit.number} size="huge" />
      <div class="visit-facts">
        <p class={`visit-slip visit-${slip.tone}`} role="status">
          {slip.tone === 'busy' ? (
            <span class="spinner" aria-hidden="true" />
          ) : (
            <Icon name={slip.tone === 'bad' ? 'warning' : 'check'} />
          )}
          <span>{slip.text}</span>
        </p>
        <SlipMeans visit={visit} />
        {earlier !== null && <p class="visit-slip visit-bad">{receptionText('ofDay', { day: earlier })}</p>}
        <Marks hall={hall} visit={visit} />
        <p class="soft">{takenText(hall, visit, today)}</p>
      </div>
    </div>
  )
}

/** What the slip's state means for the call. */
function SlipMeans({ visit: { slip, notTaken } }: { visit: ReceptionVisit }) {
  if (slip.noted) return slip.status === 'none' ? null : <p class="soft">{receptionText('slipHeld')}</p>
  if (!isUnheld(slip)) return null
  return (
    <p class="soft">
      {notTaken && slip.status === 'queued' && `${receptionText('slipNotTaken')} `}
      {receptionText('slipNotCalled')}
    </p>
  )
}

function Marks({ hall, visit }: { hall: Hall; visit: ReceptionVisit }) {
  const usual = hall.answer.value ? hall.answer.value.languages[0] : visit.language
  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  const marks = [
    ...(visit.priority ? [{ icon: 'priority', words: receptionText('priority') } as const] : []),
    ...(visit.comeToMe ? [{ icon: 'people', words: receptionText('comeToMe') } as const] : []),
    ...(visit.language === usual
      ? []
      : [
          {
            icon: 'globe',
            words: receptionText('speaks', { language: names.of(visit.language) ?? visit.language }),
          } as const,
        ]),
  ]
  if (marks.length === 0) return null
  return (
    <ul class="marks">
      {marks.map(({ icon, words }) => (
        <li key={icon} class="mark-chip">
          <Icon name={icon} />
          {words}
        </li>
      ))}
    </ul>
  )
}

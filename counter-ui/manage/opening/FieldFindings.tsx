// Open findings by source, the overdue first, and the facilities still to come: the same list as `/findings/`, to
// which each line leads.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatDayLabel, formatNumber } from '../../../screens/format.ts'
import { Icon } from '../../../screens/icons.tsx'
import { language } from '../../../screens/i18n.ts'
import type { FacilityAnswer } from '../../../server/http/findings/facilities.ts'
import type { FindingAnswer } from '../../../server/http/findings/shapes.ts'
import { openingText } from './texts.ts'

type Source = FindingAnswer['source']
interface Listed {
  findings: FindingAnswer[]
  total: number
  today: string
  counts: { source: Source; open: number; overdue: number }[]
}

/** How many lines to show before the whole list is the better place. */
const MOST = 12

export function FieldFindings() {
  const [source, choose] = useState<Source | null>(null)
  const [listed, setListed] = useState<Listed | null>(null)
  const [facilities, setFacilities] = useState<FacilityAnswer[]>([])
  const spoken = language.value
  useEffect(() => {
    // A late answer is about another source or language.
    let isAsked = true
    const asked = source === null ? '' : `&source=${source}`
    void fetchJson<Listed>(`/api/findings?state=unfinished${asked}`).then((outcome) => {
      if (isAsked && outcome.ok) setListed(outcome.data)
    })
    void fetchJson<{ facilities: FacilityAnswer[] }>('/api/findings/facilities').then((outcome) => {
      if (isAsked && outcome.ok) setFacilities(outcome.data.facilities)
    })
    return () => void (isAsked = false)
  }, [source, spoken])
  if (!listed) return null
  const found = [...listed.findings].sort((a, b) => Number(b.overdue) - Number(a.overdue)).slice(0, MOST)
  return (
    <>
      <section class="ready-level" aria-labelledby="ready-field">
        <h2 id="ready-field">{openingText('fieldTitle')}</h2>
        <div class="ready-sources">
          <Button pressed={source === null} onPress={() => choose(null)}>
            {openingText('fieldAll')}
          </Button>
          {listed.counts
            .filter(({ open }) => open > 0)
            .map(({ source: one, open, overdue }) => (
              <Button key={one} pressed={source === one} onPress={() => choose(one)}>
                {openingText(overdue > 0 ? 'fieldCountLate' : 'fieldCount', {
                  source: openingText(`from.${one}`),
                  open: formatNumber(open),
                  overdue: formatNumber(overdue),
                })}
              </Button>
            ))}
        </div>
        {found.length === 0 && <p>{openingText('fieldNone')}</p>}
        <ul class="ready-list">
          {found.map((one) => (
            <li key={one.id} class="ready-item">
              <Icon name={one.overdue ? 'warning' : 'clock'} />
              <span class="ready-words">
                <a href={`/findings/#finding=${one.id}`}>
                  {one.what}
                  {one.where !== '' && ` – ${one.where}`}
                </a>
                <span class="soft">{one.ownerName ?? openingText('fieldNobody')}</span>
              </span>
              {one.due !== null && (
                <span class={one.overdue ? 'ready-late' : 'soft'}>
                  {openingText(one.overdue ? 'fieldLate' : 'fieldDue', { day: dayOf(one.due, listed.today) })}
                </span>
              )}
            </li>
          ))}
        </ul>
        {listed.total > found.length && (
          <p>
            <a href={`/findings/?state=unfinished${source === null ? '' : `&source=${source}`}`}>
              {openingText('fieldMore', { count: formatNumber(listed.total) })}
            </a>
          </p>
        )}
      </section>
      <Awaited facilities={facilities.filter(({ state }) => state === 'lacking')} today={listed.today} />
    </>
  )
}

/** What vulnerable visitors need comes first, sorted by day; anything without a day is last. */
export function inOrder<One extends Pick<FacilityAnswer, 'vulnerable' | 'expected'>>(
  facilities: readonly One[],
): One[] {
  const day = ({ expected }: One) => expected ?? '9'
  return facilities.toSorted(
    (a, b) => Number(b.vulnerable) - Number(a.vulnerable) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0),
  )
}

function Awaited({ facilities, today }: { facilities: readonly FacilityAnswer[]; today: string }) {
  return (
    <section class="ready-level" aria-labelledby="ready-facilities">
      <h2 id="ready-facilities">{openingText('facilitiesTitle')}</h2>
      {facilities.length === 0 && <p>{openingText('facilitiesNone')}</p>}
      <ul class="ready-list">
        {inOrder(facilities).map(({ id, name, expected, finding }) => {
          const isLate = expected !== null && expected < today
          return (
            <li key={id} class="ready-item">
              <Icon name={isLate ? 'warning' : 'clock'} />
              <span class="ready-words">
                <a href={finding === null ? '/findings/#facilities' : `/findings/#finding=${finding}`}>
                  {language.value === 'en' ? name.en : name.id}
                </a>
              </span>
              <span class={isLate ? 'ready-late' : 'soft'}>
                {expected === null
                  ? openingText('facilityNoDay')
                  : openingText(isLate ? 'facilityLate' : 'facilityExpected', {
                      day: dayOf(expected, today),
                    })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** With the year if it is another one. */
function dayOf(label: string, today: string): string {
  const year = label.slice(0, 4)
  return year === today.slice(0, 4) ? formatDayLabel(label) : `${formatDayLabel(label)} ${year}`
}

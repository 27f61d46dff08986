// The papers to have ready: touch one that you lack, and it says where to get it, ideally during this very visit.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Drawing } from '../../screens/drawing.tsx'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { chosenServices, standingOf, useKiosk } from '../kiosk.ts'
import { standingText } from '../standing-text.ts'
import { kioskText } from '../texts/index.ts'
import { MOST_SERVICES } from '../trip.ts'
import { type Paper, papersOf, waitsFor } from '../visit-order.ts'

export function Papers() {
  const kiosk = useKiosk()
  const chosen = chosenServices(kiosk)
  const papers = papersOf(chosen)
  return (
    <section class="papers">
      <h2 class="subheading">
        {papers.length > 0 ? kioskText('papersAhead', { count: papers.length }) : kioskText('papers')}
      </h2>
      <p class="hint">{papers.length > 0 ? kioskText('papersHint') : kioskText('noPapers')}</p>
      {chosen.map((service) => {
        // Under the first service that asks for it: nobody reads the same paper twice.
        const first = papers.filter(({ askedBy }) => askedBy[0] === service)
        return (
          first.length > 0 && (
            <section key={service.id}>
              {chosen.length > 1 && <h3 class="paper-for">{pick(service.name)}</h3>}
              <ul class="paper-list">
                {first.map((paper) => (
                  <PaperRow key={paper.requirement.id} paper={paper} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </section>
  )
}

function PaperRow({ paper }: { paper: Paper }) {
  const { trip } = useKiosk()
  const row = useRef<HTMLLIElement>(null)
  const { requirement, askedBy } = paper
  const lacks = trip.missing.value.includes(requirement.id)
  const others = askedBy.slice(1).map(({ name }) => pick(name))
  return (
    <li class={lacks ? 'paper paper-lacking' : 'paper'} ref={row}>
      <button
        type="button"
        class="paper-button"
        aria-pressed={lacks}
        onClick={() => {
          trip.toggleMissing(requirement.id)
          // What the touch opened may be below the visible part.
          requestAnimationFrame(() => row.current?.scrollIntoView({ block: 'nearest' }))
        }}
      >
        <span class="paper-words">
          <span>{pick(requirement.name)}</span>
          {others.length > 0 && (
            <span class="paper-also">{kioskText('alsoFor', { services: others.join(', ') })}</span>
          )}
        </span>
        <span class="paper-tick">
          {lacks && <Icon name="check" />}
          <span>{kioskText('lacking')}</span>
        </span>
      </button>
      {lacks && <Advice paper={paper} />}
    </li>
  )
}

/** Where to get a missing paper. */
function Advice({ paper: { requirement, askedBy } }: { paper: Paper }) {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const { issuedBy, where } = requirement
  const issuer = issuedBy === null ? undefined : hall.services.value.get(issuedBy)
  const elsewhere = where ? kioskText('issuedElsewhere', { where: pick(where) }) : kioskText('issuedAsk')
  const first = askedBy[0]
  if (!issuer || !first) return <Words text={elsewhere} />
  const service = pick(issuer.name)
  const chosen = chosenServices(kiosk)
  const issues = chosen.indexOf(issuer)
  if (issues >= 0) {
    const after = waitsFor(chosen, trip.missing.value)
    // If each office asks for the other's paper, one of them has to begin.
    const isFirst = askedBy.every((one) => after[chosen.indexOf(one)]?.includes(issues))
    return (
      <Words text={isFirst ? kioskText('issuedInVisit', { service }) : kioskText('issuedToo', { service })} />
    )
  }
  const agency = hall.agencies.value.get(issuer.agency)
  const office = agency ? agency.short : ''
  const now = standingOf(kiosk, issuer)
  if (!now.takes) {
    const status = standingText(now)
    return (
      <Words text={kioskText('issuedHereNotNow', { agency: office, status })} more={where && pick(where)} />
    )
  }
  return (
    <div class="advice">
      <Words text={kioskText('issuedHere', { service, agency: office })} more={where && pick(where)} />
      {trip.chosen.value.length < MOST_SERVICES && (
        <Button size="large" icon="plus" onPress={() => trip.chooseBefore(issuer.id, first.id)}>
          {kioskText('addFirst')}
        </Button>
      )}
    </div>
  )
}

function Words({ text, more }: { text: string; more?: string | undefined }) {
  return (
    <p class="advice-words">
      {text} {more ? `${more}.` : kioskText('lackingGoOn')}
    </p>
  )
}

// While the papers are still below the visible part: how many there are and the first ones, over the lower edge. A
// touch leads to them.

/** How many are named; two lines have room for about that many. */
const NAMED = 3
const DOWN = 'M12 4v16m7-7-7 7-7-7'

/** Placed right before the list of the papers, and takes no room there. */
export function PapersAhead({ papers }: { papers: readonly Paper[] }) {
  const here = useRef<HTMLDivElement>(null)
  const [isAhead, see] = useState(false)
  const first = papers.slice(0, NAMED).map(({ requirement }) => pick(requirement.name))
  const more = papers.length - first.length
  const list = () => here.current?.parentElement?.querySelector('.papers')
  useEffect(() => {
    const row = list()?.querySelector('.paper')
    if (!row) return see(false)
    // Above the visible part they have been read; below it nobody has seen them yet.
    const watch = new IntersectionObserver(
      ([now]) => now && see(now.intersectionRatio < 0.6 && now.boundingClientRect.top > innerHeight / 3),
      { threshold: [0, 0.6] },
    )
    watch.observe(row)
    return () => watch.disconnect()
  }, [papers.length])
  return (
    <div class="papers-ahead" ref={here}>
      {isAhead && (
        <button type="button" onClick={() => list()?.scrollIntoView({ block: 'start' })}>
          <span class="paper-words">
            <strong>{kioskText('papersAhead', { count: papers.length })}</strong>
            <span class="papers-first">
              {first.join(' · ')}
              {more > 0 && ` · ${kioskText('papersMore', { count: more })}`}
            </span>
          </span>
          <Drawing path={DOWN} />
        </button>
      )}
    </div>
  )
}

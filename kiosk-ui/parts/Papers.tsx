// The papers to have ready: touch one that you lack, and it says where to get it, best in this very visit.
import { Button } from '../../screens/components/Button.tsx'
import { Icon } from '../../screens/icons.tsx'
import { pick } from '../../screens/i18n.ts'
import { chosenServices, standingOf, useKiosk } from '../kiosk.ts'
import { papersOf, type Paper } from '../papers.ts'
import { standingText } from '../standing-text.ts'
import { MOST_SERVICES } from '../trip.ts'
import { t } from '../texts/index.ts'

export function Papers() {
  const kiosk = useKiosk()
  const chosen = chosenServices(kiosk)
  const papers = papersOf(chosen)
  return (
    <section class="papers">
      <h2 class="subheading">{t('papers')}</h2>
      <p class="hint">{papers.length > 0 ? t('papersHint') : t('noPapers')}</p>
      <ul class="paper-list">
        {papers.map((paper) => (
          <PaperRow key={paper.requirement.id} paper={paper} several={chosen.length > 1} />
        ))}
      </ul>
    </section>
  )
}

function PaperRow({ paper, several }: { paper: Paper; several: boolean }) {
  const { trip } = useKiosk()
  const { requirement, askedBy } = paper
  const lacks = trip.missing.value.includes(requirement.id)
  const services = askedBy.map(({ name }) => pick(name)).join(', ')
  return (
    <li class={lacks ? 'paper paper-lacking' : 'paper'}>
      <button
        type="button"
        class="paper-button"
        aria-pressed={lacks}
        onClick={() => trip.toggleMissing(requirement.id)}
      >
        <span class="paper-words">
          <span>{pick(requirement.name)}</span>
          {several && <span class="paper-for">{t('askedBy', { services })}</span>}
        </span>
        <span class="paper-tick">
          {lacks && <Icon name="check" />}
          <span>{t('lacking')}</span>
        </span>
      </button>
      {lacks && <Advice paper={paper} />}
    </li>
  )
}

/** Where to get a paper that is lacking. */
function Advice({ paper: { requirement, askedBy } }: { paper: Paper }) {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const { issuedBy, where } = requirement
  const issuer = issuedBy === null ? undefined : hall.services.value.get(issuedBy)
  const elsewhere = where ? t('issuedElsewhere', { where: pick(where) }) : t('issuedAsk')
  const first = askedBy[0]
  if (!issuer || !first) return <Words text={elsewhere} />
  const service = pick(issuer.name)
  if (trip.chosen.value.includes(issuer.id)) return <Words text={t('issuedInVisit', { service })} />
  const agency = hall.agencies.value.get(issuer.agency)
  const office = agency ? agency.short : ''
  const now = standingOf(kiosk, issuer)
  if (!now.takes) {
    const status = standingText(kiosk, issuer, now)
    return <Words text={t('issuedHereNotNow', { agency: office, status })} more={where && pick(where)} />
  }
  return (
    <div class="advice">
      <Words text={t('issuedHere', { service, agency: office })} more={where && pick(where)} />
      {trip.chosen.value.length < MOST_SERVICES && (
        <Button size="large" icon="plus" onPress={() => trip.chooseBefore(issuer.id, first.id)}>
          {t('addFirst')}
        </Button>
      )}
    </div>
  )
}

function Words({ text, more }: { text: string; more?: string | undefined }) {
  return (
    <p class="advice-words">
      {text} {more ? `${more}.` : t('lackingGoOn')}
    </p>
  )
}

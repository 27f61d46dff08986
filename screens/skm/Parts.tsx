// The parts of a report of the survey, for the public page and the poster: the result, the nine elements, what will be
// done, who answered, the trend. Complete without scripts: bars are drawings, each with its value in words beside it.
import type { ProfilePart, SkmReport } from '../../server/skm/report.ts'
import { formatMonth, formatNumber, formatShortMonth, formatIkm, formatNrr } from '../format.ts'
import { isKey, pick } from '../i18n.ts'
import { longDay } from '../layanan/words.ts'
import { elementName, elementText, id as elements } from './elements.ts'
import { skmText } from './texts.ts'
import { percent } from './words.ts'

interface Props {
  readonly report: SkmReport
}

/** The performance that a grade stands for: `Sangat Baik`. */
export function performance(mutu: string): string {
  const key = `mutu.${mutu}`
  return isKey(elements, key) ? elementText(key) : ''
}

/** The IKM, large, with its grade; or why there is none. */
export function Result({ report: { whole, weight } }: Props) {
  const { ikm, mutu, lacking } = whole
  return (
    <section class="skm-result">
      <h2>{skmText('of')}</h2>
      {ikm === null || mutu === null ? (
        <>
          <p class="skm-none">{skmText('noIkm')}</p>
          {lacking.length > 0 && (
            <p>{skmText('lacking', { elements: lacking.map(elementName).join('; ') })}</p>
          )}
        </>
      ) : (
        <>
          <p class="skm-ikm">{formatIkm(ikm)}</p>
          <p class="skm-mutu">
            <strong>{mutu}</strong> {performance(mutu)}
          </p>
          <p class="skm-small">{skmText(weight)}</p>
        </>
      )}
    </section>
  )
}

/** Respondents, and how many would be needed. */
export function People({ report: { whole } }: Props) {
  const { n, population, sample, reached } = whole
  return (
    <section class="skm-part">
      <h2>{skmText('respondents')}</h2>
      {n < FEWEST ? (
        <p>{skmText('peopleFew')}</p>
      ) : (
        <>
          <p>{skmText('people', { n: formatNumber(n), population: formatNumber(population) })}</p>
          {reached !== null && (
            <p class="skm-small">
              {skmText('sample', { sample: formatNumber(sample), share: percent(Math.min(1, reached)) })}
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** Counts below this are not shown to the public. */
const FEWEST = 5
const MOST_NRR = 4

export function Elements({ report: { whole } }: Props) {
  return (
    <section class="skm-part">
      <h2>{skmText('elements')}</h2>
      <table class="skm-table skm-elements">
        <thead>
          <tr>
            <th scope="col">{skmText('element')}</th>
            <th scope="col">{skmText('nrr')}</th>
          </tr>
        </thead>
        <tbody>
          {whole.elements.map(({ element, nrr }) => (
            <tr class={whole.lowest.includes(element) ? 'skm-low' : undefined}>
              <th scope="row">
                {elementName(element)}
                <svg class="skm-bar" width="100%" height="10" aria-hidden="true">
                  <rect class="skm-ground" width="100%" height="10" />
                  {nrr !== null && (
                    <rect class="skm-fill" width={`${round((nrr / MOST_NRR) * 100)}%`} height="10" />
                  )}
                </svg>
              </th>
              <td>{nrr === null ? skmText('tooFew') : formatNrr(nrr)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="skm-small">{skmText('scale')}</p>
    </section>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

/** The three lowest elements, each with what will be done about it, by whom and by when. */
export function FollowUp({ report: { whole, plans } }: Props) {
  if (whole.lowest.length === 0) return null
  return (
    <section class="skm-part">
      <h2>{skmText('lowest')}</h2>
      <dl class="skm-plans">
        {whole.lowest.map((element) => {
          const own = plans.filter((plan) => plan.element === element)
          return (
            <div>
              <dt>{elementName(element)}</dt>
              {own.length === 0 && <dd class="skm-small">{skmText('noPlan')}</dd>}
              {own.map(({ what, owner, due }) => (
                <dd>
                  {what}
                  <span class="skm-small">
                    {owner !== '' && ` ${skmText('owner')}: ${owner}.`}
                    {due !== null && ` ${skmText('due')}: ${longDay(due)}.`}
                  </span>
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </section>
  )
}

export function Profile({ report: { profile } }: Props) {
  if (profile.length === 0) return null
  return (
    <section class="skm-part">
      <h2>{skmText('profile')}</h2>
      <div class="skm-profile">
        {profile.map((part) => (
          <ProfileTable part={part} />
        ))}
      </div>
      <p class="skm-small">{skmText('profileHint')}</p>
    </section>
  )
}

function ProfileTable({ part: { text, answers } }: { part: ProfilePart }) {
  return (
    <table class="skm-table">
      <thead>
        <tr>
          <th scope="col">{pick(text)}</th>
          <th scope="col">{skmText('count')}</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ text: words, count }) => (
          <tr>
            <th scope="row">{pick(words)}</th>
            <td>{count === null ? skmText('hidden') : formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const HIGH = 120
const STEP = 60
/** How many months a phone shows side by side; if there are more, it names every second one. */
const FEW = 6

/** A bar for each month; one without an IKM is a gap, and the list says so. */
export function Trend({ report: { trend } }: Props) {
  const told = trend.slice(trend.findIndex(({ ikm }) => ikm !== null))
  if (told.filter(({ ikm }) => ikm !== null).length < 2) return null
  return (
    <section class="skm-part">
      <h2>{skmText('trend')}</h2>
      <svg
        class={told.length > FEW ? 'skm-trend skm-many' : 'skm-trend'}
        width={told.length * STEP}
        viewBox={`0 0 ${told.length * STEP} ${HIGH + 44}`}
        role="img"
        aria-label={told
          .map(
            ({ month, ikm }) => `${formatMonth(month)}: ${ikm === null ? skmText('tooFew') : formatIkm(ikm)}`,
          )
          .join('; ')}
      >
        {told.map(({ month, ikm }, at) => {
          const middle = at * STEP + STEP / 2
          const high = ikm === null ? 0 : round((ikm / 100) * HIGH)
          return (
            <g>
              {ikm !== null && (
                <rect class="skm-fill" x={middle - 18} y={20 + HIGH - high} width="36" height={high} />
              )}
              <text class="skm-value" x={middle} y={14 + HIGH - high}>
                {ikm === null ? '–' : formatIkm(ikm)}
              </text>
              <text x={middle} y={HIGH + 38}>
                {formatShortMonth(month)}
              </text>
            </g>
          )
        })}
      </svg>
    </section>
  )
}

interface UnitsProps {
  readonly title: string
  readonly head: string
  readonly units: SkmReport['agencies']
}

/** Agencies or services with their IKM and grade. */
export function Units({ title, head, units }: UnitsProps) {
  if (units.length === 0) return null
  return (
    <section class="skm-part">
      <h2>{title}</h2>
      <table class="skm-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{skmText('ikm')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ name, ikm, mutu }) => (
            <tr>
              <th scope="row">{pick(name)}</th>
              <td>
                {formatIkm(ikm)} {mutu}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

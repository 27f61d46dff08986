// Missing papers: per service, the most frequent first, with what the requirement says, who issues it, and the trend.
// Visitors are the first to notice what an agency changes in its list.
import { formatNumber, formatShortMonth } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import type { MissingAnswer, MissingRow, StepsAnswer, StepsRow } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Multiples } from '../chart/Lines.tsx'
import { Rows } from '../chart/Rows.tsx'
import { formatShare } from '../chart/unit.ts'
import { filesOf, rateOf, rates, reportPath, stepsPath } from '../figures.tsx'
import { useMarks, issuerOf, requirementName, labelOf, nameNow } from '../names.ts'
import { Files } from '../parts/DataTable.tsx'
import { Define } from '../parts/Define.tsx'
import { Answered, type SectionProps } from '../section.tsx'
import { placesOf, stepsOf } from '../period.ts'
import { along, marksOn } from '../series.ts'
import { reportsText } from '../texts/index.ts'

const MOST_BARS = 12
const MOST_SMALL = 9

export function Missing(props: SectionProps) {
  const { hall, period, other, filters } = props
  const path = reportPath('missing', period, filters)
  const now = useAnswer<MissingAnswer>(reportPath('missing', period, filters, 'trend=month'))
  const before = useAnswer<MissingAnswer>(other && reportPath('missing', other, filters))
  const services = useAnswer<StepsAnswer>(stepsPath(period, filters, 'service'))
  return (
    <Answered asked={now} isEmpty={({ rows }) => rows.length === 0} emptyWords={reportsText('missing.none')}>
      {({ rows }) => (
        <>
          <section class="part">
            <Rows
              title={reportsText('missing.most')}
              more={
                <>
                  <Define figure="missing" words={reportsText('whatIs')} />
                  <Files address={filesOf(path)} title={reportsText('section.missing')} />
                </>
              }
              head={reportsText('missing.paper')}
              unit="count"
              series={[reportsText('missing.times')]}
              rows={rows.slice(0, MOST_BARS).map((row) => {
                const { service, requirement } = requirementName(hall, row)
                return {
                  key: `${row.service} ${row.requirement}`,
                  name: `${requirement} · ${service}`,
                  values: [row.count],
                }
              })}
            />
          </section>
          {byService(rows).map(([service, ofService]) => (
            <Service
              key={service}
              hall={hall}
              rows={ofService}
              before={other ? (before.answer?.rows ?? null) : null}
              steps={services.answer?.rows.find(({ key }) => key === service)}
            />
          ))}
          <Trend {...props} />
        </>
      )}
    </Answered>
  )
}

/** The services, sorted by how often something was missing, each with its papers. */
function byService(rows: readonly MissingRow[]): [string, MissingRow[]][] {
  const all = new Map<string, MissingRow[]>()
  for (const row of rows) all.set(row.service, [...(all.get(row.service) ?? []), row])
  const sum = (of: readonly MissingRow[]) => of.reduce((count, row) => count + row.count, 0)
  return [...all].sort(([, a], [, b]) => sum(b) - sum(a))
}

interface ServiceProps {
  hall: Hall
  rows: readonly MissingRow[]
  before: readonly MissingRow[] | null
  steps: StepsRow | undefined
}

function Service({ hall, rows, before, steps }: ServiceProps) {
  const [first] = rows
  if (!first) return null
  const { service } = requirementName(hall, first)
  const ofService = hall.services.value.get(first.service)
  const agency = ofService ? nameNow(hall, 'agency', ofService.agency) : null
  const share = steps ? rates.incomplete(steps) : null
  const most = rows[0]?.count ?? 1
  return (
    <section class="part missing" aria-label={service}>
      <h3>
        {service} {agency !== null && <span class="soft">{agency}</span>}
      </h3>
      {steps && (
        <p>
          {share === null
            ? reportsText('missing.sentHome', { count: formatNumber(steps.incomplete) })
            : reportsText('missing.sentHomeOf', {
                count: formatNumber(steps.incomplete),
                share: formatShare(share),
                all: formatNumber(steps.served + steps.incomplete),
              })}
        </p>
      )}
      <ol class="missing-rows">
        {rows.map((row) => (
          <Paper
            key={row.requirement}
            hall={hall}
            row={row}
            most={most}
            was={before && (before.find((one) => isSame(one, row))?.count ?? 0)}
            incomplete={steps?.incomplete ?? 0}
          />
        ))}
      </ol>
    </section>
  )
}

const isSame = (a: MissingRow, b: MissingRow) => a.service === b.service && a.requirement === b.requirement

interface PaperProps {
  hall: Hall
  row: MissingRow
  most: number
  was: number | null
  incomplete: number
}

function Paper({ hall, row, most, was, incomplete }: PaperProps) {
  const { requirement } = requirementName(hall, row)
  const today = hall.services.value.get(row.service)?.requirements.find(({ id }) => id === row.requirement)
  const issuer = issuerOf(row)
  const share = rateOf(row.count, incomplete)
  const { months = [] } = row
  return (
    <li class="missing-paper">
      <p class="missing-name">
        <strong>{requirement}</strong>
        <span class="figures">
          {reportsText('times', { count: formatNumber(row.count) })}
          {share !== null && ` · ${reportsText('missing.ofIncomplete', { share: formatShare(share) })}`}
          {was !== null && ` · ${reportsText('beforeWas', { value: formatNumber(was) })}`}
        </span>
      </p>
      <svg class="missing-bar" width="100%" height="8" aria-hidden="true">
        <rect class="chart-row-ground" width="100%" height="8" />
        <rect class="look-1 chart-area" width={`${(row.count / Math.max(1, most)) * 100}%`} height="8" />
      </svg>
      <p class="soft">
        {issuer === null ? reportsText('missing.noIssuer') : reportsText('missing.issuer', { issuer })}
        {today === undefined
          ? ` · ${reportsText('missing.gone')}`
          : pick(today.name) === requirement
            ? ''
            : ` · ${reportsText('missing.today', { name: pick(today.name) })}`}
        {months.length > 1 &&
          ` · ${months.map(({ month, count }) => `${formatShortMonth(month)}: ${formatNumber(count)}`).join(', ')}`}
      </p>
    </li>
  )
}

/** The trend of the incomplete rate for each service: whether a change helped. */
function Trend({ period, filters }: SectionProps) {
  const by = stepsOf(period)
  const asked = useAnswer<StepsAnswer>(by === 'hour' ? null : stepsPath(period, filters, 'service', by))
  const marks = useMarks()
  if (by === 'hour') return null
  return (
    <Answered asked={asked}>
      {({ rows }) => {
        const sums = new Map<StepsRow['key'], { count: number; row: StepsRow }>()
        for (const row of rows) {
          const count = (sums.get(row.key)?.count ?? 0) + row.incomplete
          sums.set(row.key, { count, row })
        }
        const most = [...sums.values()]
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count)
          .slice(0, MOST_SMALL)
        if (most.length === 0) return null
        const keys = placesOf(period, by)
        return (
          <section class="part">
            <Multiples
              title={reportsText('missing.trend')}
              head={reportsText(`by.${by}`)}
              labels={keys.map((key) => labelOf(by, key))}
              unit="count"
              marks={marksOn({ by, keys, labels: [] }, marks)}
              all={most.map(({ row: { key, name } }) => ({
                key: String(key),
                name: labelOf('service', key, name).long,
                values: along(
                  { keys },
                  rows.flatMap((one) =>
                    one.key === key ? [{ key: one.split ?? null, incomplete: one.incomplete }] : [],
                  ),
                  ({ incomplete }) => incomplete,
                ),
              }))}
            />
          </section>
        )
      }}
    </Answered>
  )
}

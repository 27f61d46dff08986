// How right the waits told to visitors were, and for how much of the opening hours the server and its devices were
// there.
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import type { AvailabilityAnswer, AvailabilityRow, ForecastAnswer, ForecastRow } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Rows } from '../chart/Rows.tsx'
import { filesOf, reportPath, shareColumn, valueCell } from '../figures.tsx'
import { labelOf, nameNow } from '../names.ts'
import { Choice, chosen, Answered, type SectionProps } from '../section.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import { Define } from '../parts/Define.tsx'
import { Tiles } from '../parts/Tiles.tsx'
import { reportsText } from '../texts/index.ts'

const BY = ['service', 'agency', 'hour', 'size', 'day'] as const

const SIZES = ['to-15', 'to-30', 'to-60', 'longer'] as const

export function Forecast({ hall, period, other, filters, view }: SectionProps) {
  const by = chosen(BY, view['by'])
  const path = reportPath('forecast', period, filters, `by=${by}`)
  const asked = useAnswer<ForecastAnswer>(path)
  const before = useAnswer<ForecastAnswer>(other && reportPath('forecast', other, filters))
  const was = other ? before.answer?.whole : null
  const nameOf = ({ key, name }: ForecastRow) => {
    if (name) return pick(name)
    const size = SIZES.find((one) => one === key)
    if (size) return reportsText(`size.${size}`)
    return by === 'hour' || by === 'day'
      ? labelOf(by, by === 'hour' ? Number(key) : key).long
      : nameNow(hall, by, key)
  }
  return (
    <>
      <Choice
        label={reportsText('by')}
        name="by"
        value={by}
        options={BY.map((value) => ({ value, words: reportsText(`by.${value}`) }))}
      />
      <Answered asked={asked} isEmpty={({ whole }) => whole.n === 0} emptyWords={reportsText('forecastNone')}>
        {({ whole, rows }) => (
          <>
            <section class="part">
              <Tiles
                tiles={[
                  { figure: 'told', unit: 'count', value: whole.n, before: was?.n },
                  { figure: 'error', unit: 'duration', value: whole.mae, before: was?.mae },
                  { figure: 'inside', unit: 'share', value: whole.inside, before: was?.inside },
                  { figure: 'longer', unit: 'share', value: whole.longer, before: was?.longer },
                ]}
              />
            </section>
            <section class="part">
              <DataTable
                title={reportsText('forecastTable')}
                head={reportsText(`by.${by}`)}
                name={nameOf}
                nameValue={nameOf}
                rows={rows}
                files={filesOf(path)}
                columns={[
                  { key: 'told', figure: 'told', value: ({ n }) => n, cell: ({ n }) => formatNumber(n) },
                  {
                    key: 'error',
                    figure: 'error',
                    value: ({ mae }) => mae,
                    cell: ({ mae }) => valueCell(mae, 'duration'),
                  },
                  shareColumn<ForecastRow>('inside', ({ inside }) => inside),
                  shareColumn<ForecastRow>('longer', ({ longer }) => longer),
                  {
                    key: 'unknown',
                    words: reportsText('forecastUnknown'),
                    value: ({ unknown }) => unknown,
                    cell: ({ unknown }) => formatNumber(unknown),
                  },
                ]}
              />
              <p class="soft">{reportsText('inMinutes')}</p>
            </section>
          </>
        )}
      </Answered>
    </>
  )
}

export function Availability({ period }: SectionProps) {
  const path = reportPath('availability', period, {})
  const asked = useAnswer<AvailabilityAnswer>(path)
  const nameOf = ({ kind, id, name }: AvailabilityRow) => {
    if (name) return pick(name)
    return id === '' ? reportsText(`watched.${kind}`) : `${reportsText(`watched.${kind}`)} ${id.slice(0, 8)}`
  }
  return (
    <Answered
      asked={asked}
      isEmpty={({ rows }) => rows.every(({ minutes }) => minutes === 0)}
      emptyWords={reportsText('availabilityNone')}
    >
      {({ rows }) => (
        <>
          <section class="part">
            <Rows
              title={reportsText('section.availability')}
              more={<Define figure="available" words={reportsText('whatIs')} />}
              head={reportsText('device')}
              unit="share"
              series={[reportsText('section.availability')]}
              rows={rows.map((row) => ({
                key: `${row.kind} ${row.id}`,
                name: nameOf(row),
                values: [row.share],
              }))}
            />
          </section>
          <section class="part">
            <DataTable
              title={reportsText('availabilityTable')}
              head={reportsText('device')}
              name={nameOf}
              nameValue={nameOf}
              rows={rows}
              files={filesOf(path)}
              columns={[
                {
                  key: 'kind',
                  words: reportsText('markKind'),
                  isText: true,
                  value: ({ kind }) => kind,
                  cell: ({ kind }) => reportsText(`watched.${kind}`),
                },
                shareColumn<AvailabilityRow>('available', ({ share }) => share),
                {
                  key: 'alive',
                  words: reportsText('aliveMinutes'),
                  value: ({ alive }) => alive,
                  cell: ({ alive }) => formatNumber(Math.round(alive)),
                },
                {
                  key: 'minutes',
                  words: reportsText('hoursMinutes'),
                  value: ({ minutes }) => minutes,
                  cell: ({ minutes }) => formatNumber(Math.round(minutes)),
                },
              ]}
            />
          </section>
        </>
      )}
    </Answered>
  )
}

// What one roof is for: visits to several agencies, the ways between them, how long the whole stay took, and who was
// referred.
import { pick } from '../../../screens/i18n.ts'
import { formatNumber } from '../../../screens/format.ts'
import type { OnlyAskedAnswer } from '../../../server/reports/only-asked.ts'
import type { ReferralRow, VisitsAnswer } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Rows } from '../chart/Rows.tsx'
import { formatShare, formatValue } from '../chart/unit.ts'
import { countColumn, filesOf, rateOf, reportPath } from '../figures.tsx'
import { nameNow } from '../names.ts'
import { beside, DataTable } from '../parts/DataTable.tsx'
import { Define } from '../parts/Define.tsx'
import { Answered, type SectionProps } from '../section.tsx'
import { Tiles } from '../parts/Tiles.tsx'
import { figureText } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'

const MOST_BARS = 12
/** How many pairs to show: nearly every one occurs in a month, most of them once. */
const MOST_ROWS = 30

export function Roof(props: SectionProps) {
  return (
    <>
      {/* Above the long table of pairs, below which nobody would look for it. */}
      {props.me.role === 'manager' && <OnlyAsked {...props} />}
      <Stays {...props} />
    </>
  )
}

/** Counted for the whole hall: no filter applies. */
function OnlyAsked({ period, other }: SectionProps) {
  const now = useAnswer<OnlyAskedAnswer>(reportPath('asked', period, {}))
  const before = useAnswer<OnlyAskedAnswer>(other && reportPath('asked', other, {}))
  const words = ({ rows, count }: OnlyAskedAnswer) =>
    rows.length === 0 ? reportsText('notRecorded') : formatNumber(count)
  return (
    <section class="part">
      <Answered asked={now}>
        {(answer) => (
          <p>
            <Define figure="onlyAsked" />: <span class="figures">{words(answer)}</span>
            {other && before.answer && (
              <span class="soft"> {reportsText('beforeWas', { value: words(before.answer) })}</span>
            )}
          </p>
        )}
      </Answered>
    </section>
  )
}

function Stays({ hall, period, other, filters }: SectionProps) {
  const path = reportPath('visits', period, filters)
  const now = useAnswer<VisitsAnswer>(path)
  const before = useAnswer<VisitsAnswer>(other && reportPath('visits', other, filters))
  const was = other ? before.answer : null
  const name = (id: string, given: VisitsAnswer['pairs'][number]['names']['from']) =>
    given ? pick(given) : nameNow(hall, 'agency', id)
  return (
    <Answered asked={now} isEmpty={({ visits }) => visits === 0}>
      {({ visits, several, oneRoof, once, stay, pairs, referrals = [] }) => {
        const named = pairs.map((pair) => ({
          ...pair,
          words: reportsText('pair', {
            from: name(pair.from, pair.names.from),
            to: name(pair.to, pair.names.to),
          }),
        }))
        const earlier = was && new Map(was.pairs.map((pair) => [`${pair.from} ${pair.to}`, pair.visits]))
        return (
          <>
            <section class="part">
              <Tiles
                tiles={[
                  { figure: 'visits', unit: 'count', value: visits, before: was?.visits },
                  {
                    figure: 'several',
                    unit: 'share',
                    value: rateOf(several, visits),
                    before: was ? rateOf(was.several, was.visits) : undefined,
                    more: reportsText('visits', { count: formatNumber(several) }),
                  },
                  {
                    figure: 'oneRoof',
                    unit: 'share',
                    value: rateOf(oneRoof, several),
                    before: was ? rateOf(was.oneRoof, was.several) : undefined,
                    more: reportsText('visits', { count: formatNumber(oneRoof) }),
                  },
                  {
                    figure: 'once',
                    unit: 'share',
                    value: rateOf(once, several),
                    before: was ? rateOf(was.once, was.several) : undefined,
                    more: reportsText('visits', { count: formatNumber(once) }),
                  },
                  {
                    figure: 'stay',
                    words: reportsText('medianOf', { figure: figureText('name.stay') }),
                    unit: 'duration',
                    value: stay?.p50 ?? null,
                    before: was ? (was.stay?.p50 ?? null) : undefined,
                    more: stay && reportsText('nineOfTen', { value: formatValue(stay.p90, 'duration') }),
                  },
                ]}
              />
              {stay && (
                <p class="soft">
                  {reportsText('stayMore', {
                    mean: formatValue(stay.mean, 'duration'),
                    max: formatValue(stay.max, 'duration'),
                  })}
                </p>
              )}
            </section>
            <section class="part">
              <Rows
                title={reportsText('pairsTitle')}
                more={<Define figure="pairs" words={reportsText('whatIs')} />}
                head={reportsText('pairHead')}
                unit="count"
                series={[figureText('name.visits')]}
                rows={named.slice(0, MOST_BARS).map((pair) => ({
                  key: `${pair.from} ${pair.to}`,
                  name: pair.words,
                  values: [pair.visits],
                }))}
              />
            </section>
            {named.length > 0 && (
              <section class="part">
                <DataTable
                  title={reportsText('pairsTable')}
                  head={reportsText('pairHead')}
                  name={({ words }) => words}
                  nameValue={({ words }) => words}
                  rows={named}
                  files={filesOf(path)}
                  sheet={2}
                  most={MOST_ROWS}
                  columns={[
                    {
                      key: 'visits',
                      figure: 'visits',
                      value: (pair) => pair.visits,
                      cell: (pair) => formatNumber(pair.visits),
                    },
                    {
                      key: 'share',
                      words: reportsText('ofSeveral'),
                      value: (pair) => rateOf(pair.visits, several),
                      cell: (pair) => {
                        const share = rateOf(pair.visits, several)
                        return share === null ? '–' : formatShare(share)
                      },
                    },
                    ...(earlier
                      ? [
                          {
                            key: 'before',
                            words: reportsText('before'),
                            value: (pair: (typeof named)[number]) =>
                              earlier.get(`${pair.from} ${pair.to}`) ?? 0,
                            cell: (pair: (typeof named)[number]) =>
                              formatNumber(earlier.get(`${pair.from} ${pair.to}`) ?? 0),
                          },
                        ]
                      : []),
                  ]}
                />
              </section>
            )}
            <Referrals hall={hall} rows={referrals} before={was?.referrals ?? null} files={filesOf(path)} />
          </>
        )
      }}
    </Answered>
  )
}

interface ReferralsProps {
  hall: SectionProps['hall']
  rows: readonly ReferralRow[]
  before: readonly ReferralRow[] | null
  files: string
}

/** How many visitors the staff of which service referred to which other. */
function Referrals({ hall, rows, before, files }: ReferralsProps) {
  if (rows.length === 0) return null
  const name = (id: string, given: ReferralRow['names']['from']) =>
    given ? pick(given) : nameNow(hall, 'service', id)
  const words = ({ from, to, names }: ReferralRow) =>
    reportsText('pair', { from: name(from, names.from), to: name(to, names.to) })
  const columns = [
    countColumn('referred', ({ referred }: ReferralRow) => referred),
    countColumn('comeBackAfter', ({ comeBack }: ReferralRow) => comeBack),
  ]
  return (
    <section class="part">
      <DataTable
        title={reportsText('referralsTable')}
        head={reportsText('referralHead')}
        name={words}
        nameValue={words}
        rows={rows}
        files={files}
        sheet={3}
        most={MOST_ROWS}
        columns={
          before === null
            ? columns
            : columns.map((column) => beside(column, before, ({ from, to }) => `${from} ${to}`))
        }
      />
    </section>
  )
}

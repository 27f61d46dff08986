// One's own work at the counters; and, where the plan allows it, each officer's, sorted by name and never as a
// ranking.
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import type { MineAnswer, OfficersAnswer, WorkRow } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { countColumn, durationColumn, filesOf, reportPath, valueCell } from '../figures.tsx'
import { nameNow } from '../names.ts'
import { DataTable, Files, scrolled } from '../parts/DataTable.tsx'
import { Answered, type SectionProps } from '../section.tsx'
import { Tiles } from '../parts/Tiles.tsx'
import { figureText } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'

/** My own figures. */
export function Mine({ hall, period, other }: SectionProps) {
  const path = reportPath('mine', period, {})
  const asked = useAnswer<MineAnswer>(path)
  const before = useAnswer<MineAnswer>(other && reportPath('mine', other, {}))
  const was = other ? before.answer : null
  return (
    <>
      <p class="part">{reportsText('mineLead')}</p>
      <Answered asked={asked} isEmpty={({ whole }) => whole === null} emptyWords={reportsText('mineEmpty')}>
        {({ whole, services }) => (
          <>
            <section class="part">
              {whole && (
                <Tiles
                  tiles={[
                    {
                      figure: 'served',
                      unit: 'count',
                      value: whole.served,
                      before: was ? (was.whole?.served ?? 0) : undefined,
                    },
                    {
                      figure: 'incomplete',
                      unit: 'count',
                      value: whole.incomplete,
                      before: was ? (was.whole?.incomplete ?? 0) : undefined,
                    },
                    {
                      figure: 'referred',
                      unit: 'count',
                      value: whole.referred,
                      before: was ? (was.whole?.referred ?? 0) : undefined,
                    },
                    {
                      figure: 'serving',
                      words: reportsText('medianOf', { figure: figureText('name.serving') }),
                      unit: 'duration',
                      value: whole.serving?.p50 ?? null,
                      before: was ? (was.whole?.serving?.p50 ?? null) : undefined,
                    },
                  ]}
                />
              )}
            </section>
            <section class="part">
              <DataTable
                title={reportsText('mineServices')}
                head={reportsText('by.service')}
                name={({ service, name }) => (name ? pick(name) : nameNow(hall, 'service', service))}
                nameValue={({ service, name }) => (name ? pick(name) : service)}
                rows={services}
                files={filesOf(path)}
                columns={workColumns()}
              />
              <p class="soft">{reportsText('inMinutes')}</p>
            </section>
          </>
        )}
      </Answered>
    </>
  )
}

/** Each officer, by name. */
export function Officers({ period, filters }: SectionProps) {
  const path = reportPath('officers', period, filters)
  const asked = useAnswer<OfficersAnswer>(path)
  return (
    <>
      <p class="part">{reportsText('officersLead')}</p>
      <Answered asked={asked} isEmpty={({ rows }) => rows.length === 0}>
        {({ rows }) => (
          <section class="part">
            <Files address={filesOf(path)} title={reportsText('section.officers')} />
            <div class="data-scroll" aria-label={reportsText('section.officers')} {...scrolled}>
              <table class="data-table figures">
                <caption class="visually-hidden">{reportsText('section.officers')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{reportsText('person')}</th>
                    {(['served', 'incomplete', 'referred', 'noShow'] as const).map((figure) => (
                      <th key={figure} scope="col">
                        {figureText(`name.${figure}`)}
                      </th>
                    ))}
                    <th scope="col">{reportsText('medianOf', { figure: figureText('name.serving') })}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.staff}>
                      <th scope="row">{row.name}</th>
                      {(['served', 'incomplete', 'referred', 'noShow'] as const).map((figure) => (
                        <td key={figure}>{formatNumber(row[figure])}</td>
                      ))}
                      <td>{valueCell(row.serving?.p50, 'duration')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p class="soft">{reportsText('inMinutes')}</p>
          </section>
        )}
      </Answered>
    </>
  )
}

function workColumns() {
  return [
    countColumn<WorkRow & Named>('served', (row) => row.served),
    countColumn<WorkRow & Named>('incomplete', (row) => row.incomplete),
    countColumn<WorkRow & Named>('referred', (row) => row.referred),
    countColumn<WorkRow & Named>('noShow', (row) => row.noShow),
    durationColumn<WorkRow & Named>('serving', (row) => row.serving?.p50 ?? null, reportsText('part.p50')),
    durationColumn<WorkRow & Named>(
      'walking',
      (row) => row.walking?.p50 ?? null,
      reportsText('walkingMedian'),
    ),
  ]
}

type Named = Pick<MineAnswer['services'][number], 'service' | 'name'>

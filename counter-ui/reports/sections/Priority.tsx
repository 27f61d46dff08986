// Priority and regular visitors side by side: whether those who should come first do, and what it costs the others.
import { formatNumber } from '../../../screens/format.ts'
import type { Spread, StepsAnswer, StepsRow } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Lines } from '../chart/Lines.tsx'
import type { Unit } from '../chart/unit.ts'
import { filesOf, rates, stepsPath, valueCell } from '../figures.tsx'
import { labelOf } from '../names.ts'
import { DataTable, type Column } from '../parts/DataTable.tsx'
import { Define } from '../parts/Define.tsx'
import { Answered, type SectionProps } from '../section.tsx'
import { along, hoursOf } from '../series.ts'
import { type Figure, figureText } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'

const CLASSES = ['priority', 'regular'] as const

interface Line {
  readonly figure: Figure
  readonly words: string
  readonly unit: Unit
  readonly value: (row: StepsRow) => number | null
}

export function Priority({ period, other, filters }: SectionProps) {
  const path = stepsPath(period, filters, 'class')
  const now = useAnswer<StepsAnswer>(path)
  const before = useAnswer<StepsAnswer>(other && stepsPath(other, filters, 'class'))
  const hours = useAnswer<StepsAnswer>(stepsPath(period, filters, 'hour', 'class'))
  const servicesPath = stepsPath(period, filters, 'service', 'class')
  const services = useAnswer<StepsAnswer>(servicesPath)
  return (
    <>
      <Answered asked={now} isEmpty={({ rows }) => rows.length === 0}>
        {({ rows }) => (
          <section class="part">
            <DataTable
              title={reportsText('classes')}
              head={reportsText('figure')}
              name={({ figure, words }: Line) => <Define figure={figure} words={words} />}
              nameValue={({ words }) => words}
              rows={linesOf()}
              files={filesOf(path)}
              columns={[
                ...CLASSES.map((one) => classColumn(one, rows)),
                ...(other && before.answer
                  ? CLASSES.map((one) => classColumn(one, before.answer?.rows ?? [], true))
                  : []),
              ]}
            />
            <p class="soft">{figureText('mean.priority')}</p>
          </section>
        )}
      </Answered>
      <Answered asked={hours} isEmpty={({ rows }) => rows.length === 0} emptyWords="">
        {({ rows }) => {
          const keys = hoursOf(rows.map(({ key }) => key))
          return (
            <section class="part">
              <Lines
                title={reportsText('classHours')}
                head={reportsText('by.hour')}
                labels={keys.map((hour) => labelOf('hour', hour))}
                unit="duration"
                series={CLASSES.map((one) => ({
                  name: reportsText(`class.${one}`),
                  values: along(
                    { keys },
                    rows.filter(({ split }) => split === one),
                    ({ waiting }) => waiting?.p50 ?? null,
                  ),
                }))}
              />
            </section>
          )
        }}
      </Answered>
      <Answered asked={services} isEmpty={({ rows }) => rows.length === 0} emptyWords="">
        {({ rows }) => <Services rows={rows} files={filesOf(servicesPath)} />}
      </Answered>
    </>
  )
}

function linesOf(): Line[] {
  const spread = (figure: 'waiting' | 'serving', part: keyof Spread): Line => ({
    figure,
    words: `${figureText(`name.${figure}`)}: ${reportsText(`part.${part}`)}`,
    unit: 'duration',
    value: (row) => row[figure]?.[part] ?? null,
  })
  const plain = (figure: Figure, unit: Unit, value: Line['value']): Line => ({
    figure,
    words: figureText(`name.${figure}`),
    unit,
    value,
  })
  return [
    plain('taken', 'count', (row) => row.taken),
    plain('served', 'count', (row) => row.served),
    spread('waiting', 'mean'),
    spread('waiting', 'p50'),
    spread('waiting', 'p90'),
    spread('waiting', 'max'),
    plain('level', 'share', (row) => row.level?.share ?? null),
    spread('serving', 'p50'),
    plain('incomplete', 'share', rates.incomplete),
    plain('noShow', 'share', rates.noShow),
    plain('left', 'share', rates.left),
  ]
}

function classColumn(
  one: (typeof CLASSES)[number],
  rows: readonly StepsRow[],
  isBefore = false,
): Column<Line> {
  const row = rows.find(({ key }) => key === one)
  const name = reportsText(`class.${one}`)
  const value = (line: Line) => (row ? line.value(row) : line.unit === 'count' ? 0 : null)
  return {
    key: `${one} ${isBefore}`,
    words: isBefore ? reportsText('beforeOf', { name }) : name,
    value,
    cell: (line) => (
      <>
        {valueCell(value(line), line.unit)}
        {line.unit === 'duration' && value(line) !== null && ` ${reportsText('min')}`}
      </>
    ),
  }
}

/** The services beside each other: the median wait of each class. */
function Services({ rows, files }: { rows: readonly StepsRow[]; files: string }) {
  const all = new Map<StepsRow['key'], Partial<Record<string, StepsRow>>>()
  for (const row of rows) all.set(row.key, { ...all.get(row.key), [String(row.split)]: row })
  const services = [...all.values()].filter(({ priority }) => priority)
  if (services.length === 0) return null
  const column = (one: (typeof CLASSES)[number], part: 'p50' | 'p90'): Column<(typeof services)[number]> => ({
    key: `${one} ${part}`,
    words: reportsText('classPart', { name: reportsText(`class.${one}`), part: reportsText(`part.${part}`) }),
    value: (service) => service[one]?.waiting?.[part] ?? null,
    cell: (service) => valueCell(service[one]?.waiting?.[part], 'duration'),
  })
  const nameOf = ({ priority, regular }: (typeof services)[number]) => {
    const row = priority ?? regular
    return row ? labelOf('service', row.key, row.name).long : ''
  }
  return (
    <section class="part">
      <DataTable
        title={reportsText('classServices')}
        head={reportsText('by.service')}
        name={nameOf}
        nameValue={nameOf}
        rows={services}
        files={files}
        columns={[
          {
            key: 'count',
            words: reportsText('class.priority'),
            value: ({ priority }) => priority?.taken ?? 0,
            cell: ({ priority }) => formatNumber(priority?.taken ?? 0),
          },
          column('priority', 'p50'),
          column('regular', 'p50'),
          column('priority', 'p90'),
          column('regular', 'p90'),
        ]}
      />
      <p class="soft">{reportsText('inMinutes')}</p>
    </section>
  )
}

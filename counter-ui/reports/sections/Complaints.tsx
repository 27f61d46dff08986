// Complaints: how many came and what became of them, how long answers took, and beside them SP4N-LAPOR!'s counts,
// which the manager enters each month.
import { useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import { formatMonth, formatNumber, locale } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { press } from '../../../screens/press.ts'
import type { ComplaintDimension, ComplaintRow, ComplaintsAnswer } from '../../../server/complaints/report.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { Submit } from '../../parts/Field.tsx'
import { forgetAnswers, useAnswer } from '../../parts/Answered.tsx'
import { Rows } from '../chart/Rows.tsx'
import { countColumn, Few, filesOf, reportPath } from '../figures.tsx'
import { Choice, chosen, Answered, type SectionProps } from '../section.tsx'
import { type Column, DataTable } from '../parts/DataTable.tsx'
import { figureText } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'

const dimensions = ['month', 'agency', 'service', 'hall'] as const
const SP4N = '/api/reports/sp4n'
const MOST_COUNT = 1_000_000

export function Complaints({ me, period, filters, view, today }: SectionProps) {
  const by = chosen(dimensions, view['by'])
  const path = reportPath('complaints', period, filters, `by=${by}`)
  const asked = useAnswer<ComplaintsAnswer>(path)
  const title = reportsText('section.complaints')
  return (
    <>
      <section class="part">
        <p>
          {reportsText('complaints.lead')} <a href="/complaints/">{reportsText('complaints.toList')}</a>
        </p>
        <Choice
          label={reportsText('complaints.by')}
          name="by"
          value={by}
          options={dimensions.map((value) => ({ value, words: words(value) }))}
        />
      </section>
      <Answered
        asked={asked}
        isEmpty={({ rows }) => rows.every(({ received, sp4n }) => received === 0 && sp4n === null)}
        emptyWords={reportsText('complaints.none')}
      >
        {({ rows }) => (
          <>
            <section class="part">
              <Rows
                title={reportsText('complaints.chart')}
                head={words(by)}
                unit="count"
                series={(['complaintsAnswered', 'complaintsClosed', 'complaintsOpen'] as const).map(
                  (figure) => figureText(`name.${figure}`),
                )}
                rows={rows.map((row) => ({
                  key: String(row.key),
                  name: nameOf(row, by),
                  values: [row.answered, row.closed, row.open],
                }))}
              />
            </section>
            <section class="part">
              <DataTable
                title={title}
                head={words(by)}
                name={(row) => nameOf(row, by)}
                nameValue={(row) => (by === 'month' ? String(row.key) : nameOf(row, by))}
                columns={columns()}
                rows={rows}
                files={filesOf(path)}
              />
            </section>
          </>
        )}
      </Answered>
      {me.role === 'manager' && <Sp4n today={today} onEntered={asked.again} />}
    </>
  )
}

const words = (by: ComplaintDimension) =>
  by === 'hall' ? reportsText('complaints.hall') : reportsText(`by.${by}`)

function nameOf({ key, name }: ComplaintRow, by: ComplaintDimension): string {
  if (name) return pick(name)
  if (by === 'hall') return reportsText('complaints.hall')
  if (by === 'month') return formatMonth(String(key))
  if (key === null) return reportsText(by === 'agency' ? 'complaints.ofHall' : 'complaints.noService')
  return key
}

/** In the language that is shown now. */
const columns = (): readonly Column<ComplaintRow>[] => [
  countColumn('complaintsReceived', ({ received }) => received),
  countColumn('complaintsAnswered', ({ answered }) => answered),
  countColumn('complaintsClosed', ({ closed }) => closed),
  countColumn('complaintsOpen', ({ open }) => open),
  countColumn('complaintsLate', ({ late }) => late),
  countColumn('complaintsEscalated', ({ escalated }) => escalated),
  ...(['mean', 'p50', 'p90', 'max'] as const).map((part): Column<ComplaintRow> => ({
    key: `complaintsDays ${part}`,
    figure: 'complaintsDays',
    words: `${figureText('name.complaintsDays')}, ${reportsText(`part.${part}`).toLocaleLowerCase(locale())}`,
    value: ({ days }) => days?.[part] ?? null,
    cell: ({ days }) => (days ? formatNumber(Math.round(days[part] * 10) / 10) : <Few />),
  })),
  {
    key: 'sp4n',
    figure: 'sp4n',
    value: ({ sp4n }) => sp4n,
    cell: ({ sp4n }) => (sp4n === null ? '–' : formatNumber(sp4n)),
  },
]

interface Months {
  readonly months: readonly { readonly month: string; readonly count: number }[]
}

/** What SP4N-LAPOR! shows to its administrators, entered by hand because no program may query it. */
function Sp4n({ today, onEntered }: { today: string; onEntered: () => void }) {
  const asked = useAnswer<Months>(SP4N)
  const [month, setMonth] = useState(today.slice(0, 7))
  const [count, setCount] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState('')
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const outcome = await press('POST', SP4N, { month, count: Number(count) })
    setBusy(false)
    setProblem(outcome.ok ? null : outcome.problem)
    setSaid(outcome.ok ? reportsText('sp4n.entered', { month: formatMonth(month) }) : '')
    if (!outcome.ok) return
    setCount('')
    forgetAnswers()
    asked.again()
    onEntered()
  }
  return (
    <section class="part not-printed" aria-labelledby="sp4n">
      <h3 id="sp4n">{reportsText('sp4n.title')}</h3>
      <p>{reportsText('sp4n.lead')}</p>
      <form class="fields marks-form" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label for="sp4n-month">{reportsText('by.month')}</label>
          <input
            id="sp4n-month"
            type="month"
            required
            max={today.slice(0, 7)}
            pattern="\d{4}-\d{2}"
            value={month}
            onInput={(event) => setMonth(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="sp4n-count">{reportsText('sp4n.count')}</label>
          <input
            id="sp4n-count"
            type="number"
            required
            min={0}
            max={MOST_COUNT}
            step={1}
            value={count}
            onInput={(event) => setCount(event.currentTarget.value)}
          />
        </div>
        <ProblemLine problem={problem} />
        <p role="status">{said}</p>
        <Submit busy={busy}>{reportsText('sp4n.enter')}</Submit>
      </form>
      <Answered
        asked={asked}
        isEmpty={({ months }) => months.length === 0}
        emptyWords={reportsText('sp4n.none')}
      >
        {({ months }) => (
          <ul>
            {[...months].reverse().map((entry) => (
              <li key={entry.month}>
                {formatMonth(entry.month)}: {formatNumber(entry.count)}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

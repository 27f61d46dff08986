// Collects the material of a pack in the hall's process, through the functions that answer the API: one question at a
// time, so that other people's reports are not held up. The figures are computed in the reports' process.
import { setTimeout as wait } from 'node:timers/promises'
import type { Layout } from '../hall/layout.ts'
import type { Plan } from '../hall/plan.ts'
import { missingComponents } from '../hall/standard.ts'
import { dayAfter } from '../hall/hours.ts'
import type { Incident } from '../incidents.ts'
import { nameOf } from '../reports/names.ts'
import type { HistoryAnswer } from '../reports/history.ts'
import type { Mark } from '../reports/kept.ts'
import type {
  AvailabilityAnswer,
  CountersAnswer,
  Dimension,
  Filters,
  ForecastAnswer,
  MissingAnswer,
  Period,
  Report,
  StepsAnswer,
  StepsRow,
  VisitDimension,
  VisitsAnswer,
} from '../reports/question.ts'
import type { Reporter } from '../reports/reporter.ts'
import { dayIn } from '../time-zone.ts'
import type { MarkedFigures, Material, StandardSaid } from './material.ts'
import type { OtherParts } from './others.ts'
import type { PackOrder } from './packs.ts'
import type { KeptAnswer } from './questions.ts'

export interface CollectGround {
  readonly reporter: Pick<Reporter, 'ask' | 'isBusy'>
  readonly hall: {
    readonly seq: number
    readonly day: string
    readonly layout: Pick<Layout, 'plan' | 'base'>
  }
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly marks: () => readonly Mark[]
  readonly incidents: () => readonly Incident[]
  readonly answers: () => readonly KeptAnswer[]
  readonly others: OtherParts
}

/** Days before and after a mark that are compared. */
const AROUND = 28
/** How many of the latest marks are compared with the weeks around them. */
const MOST_MARKS = 20
/** Milliseconds before asking again when the reports are busy. */
const AGAIN_MS = 500

/**
 * Rejects once `signal` is aborted, and if the reports can't be computed. @param told how much is there, from 0 to 1
 */
export async function collect(
  { from, to, title }: PackOrder,
  ground: CollectGround,
  signal: AbortSignal,
  told: (share: number) => void,
): Promise<Material> {
  const { reporter, hall, marks: allMarks, incidents, answers, others } = ground
  const now = ground.now()
  const { plan } = hall.layout
  const period = { from, to }
  const marks = allMarks()
    .filter(({ day }) => from <= day && day <= to)
    .slice(-MOST_MARKS)
  const parts = 20 + marks.length * 2
  let done = 0

  async function asked<Answer>(
    question: Report | { of: 'history' },
    when: Period = period,
    filters: Filters = {},
  ) {
    signal.throwIfAborted()
    while (reporter.isBusy()) {
      await wait(AGAIN_MS)
      signal.throwIfAborted()
    }
    const whole = { ...when, now, filters, form: { as: 'json' as const }, ...question }
    const reply = await reporter.ask(whole, hall.seq, signal)
    if (!('text' in reply)) throw new Error(`the reports refused ${question.of}`)
    told((done += 1) / parts)
    return JSON.parse(reply.text) as Answer
  }
  const steps = (by: Dimension, split: Dimension | null = null) =>
    asked<StepsAnswer>({ of: 'steps', by, split })
  const visits = (by: VisitDimension | null = null, filters: Filters = {}) =>
    asked<VisitsAnswer>({ of: 'visits', own: null, by }, period, filters)
  const whole = async (when: Period): Promise<StepsRow | null> => {
    // Future days have no figures, and the reports refuse to be asked about them.
    if (when.from >= hall.day) return null
    const { rows } = await asked<StepsAnswer>({ of: 'steps', by: 'hall', split: null }, when)
    return rows[0] ?? null
  }

  const said = answers()
  const services = plan.services.filter(({ tags = [] }) => tags.includes('investment')).map(({ id }) => id)
  const marked: MarkedFigures[] = []
  for (const { day, kind, text } of marks) {
    const before = await whole({ from: dayAfter(day, -AROUND), to: dayAfter(day, -1) })
    const after = await whole({ from: day, to: dayAfter(day, AROUND - 1) })
    marked.push({ day, kind, text, before, after })
  }
  const material: Material = {
    title,
    from,
    to,
    madeAt: now,
    today: dayIn(plan.timeZone, now).day,
    hall: {
      name: nameOf(plan.name),
      address: nameOf(plan.address),
      timeZone: plan.timeZone,
      operation: plan.operation,
      logo: plan.slip?.logo ?? null,
    },
    steps: {
      hall: await steps('hall'),
      month: await steps('month'),
      service: await steps('service'),
      agency: await steps('agency'),
      class: await steps('class'),
      operation: await steps('operation'),
      help: await steps('help'),
    },
    hours: await steps('hour', 'weekday'),
    visits: await visits(),
    visitsBy: {
      day: await visits('day'),
      month: await visits('month'),
      weekday: await visits('weekday'),
      hour: await visits('hour'),
      operation: await visits('operation'),
    },
    investment:
      services.length === 0 ? null : { services, visits: (await visits(null, { service: services })).visits },
    counters: await asked<CountersAnswer>({ of: 'counters' }),
    missing: await asked<MissingAnswer>({ of: 'missing', trend: true }),
    forecast: await asked<ForecastAnswer>({ of: 'forecast' }),
    availability: await asked<AvailabilityAnswer>({ of: 'availability', own: null }),
    incidents: incidents().map(({ kind, first, last, count }) => ({ kind, first, last, count })),
    history: await asked<HistoryAnswer>({ of: 'history' }),
    standards: standardsOf(hall.layout.base),
    marks: marked,
    answers: said.map(({ id, answer, reviewedOn }) => ({ id, answer, reviewedOn })),
    ...others.findings(),
    onlyAsked: others.onlyAsked(period),
    complaints: others.complaints(period),
    ikm: await others.ikm(period, async (question) => {
      const reply = await reporter.ask(question, hall.seq, signal)
      return 'text' in reply ? reply.text : null
    }),
  }
  told(1)
  return material
}

function standardsOf(plan: Plan): StandardSaid[] {
  const agencies = new Map(plan.agencies.map(({ id, name }) => [id, nameOf(name)]))
  return plan.services.map((service) => {
    const { id, name, agency, phase, standard = {} } = service
    return {
      service: id,
      name: nameOf(name),
      agency: agencies.get(agency) ?? { id: agency, en: agency },
      status: phase.status,
      missing: missingComponents(service),
      decree: standard.decree ?? null,
      reviewed: standard.reviewed ?? null,
      heard: standard.heard?.id ?? null,
      files: standard.files?.length ?? 0,
    }
  })
}

// The material of a pack as plain data: collected in the hall's process through the functions that answer the API, then handed
// to the process that only draws.
import type { PublishedComponent } from '../hall/standard.ts'
import type { ServiceStatus } from '../hall/plan.ts'
import type { HistoryAnswer } from '../reports/history.ts'
import type { Mark } from '../reports/kept.ts'
import type { OnlyAskedAnswer } from '../reports/only-asked.ts'
import type {
  AvailabilityAnswer,
  CountersAnswer,
  ForecastAnswer,
  MissingAnswer,
  Name,
  StepsAnswer,
  StepsRow,
  VisitDimension,
  VisitsAnswer,
} from '../reports/question.ts'
import type { ComplaintFigures, FindingsSaid, IkmFigures } from './others.ts'

export interface Material extends FindingsSaid {
  readonly title: string
  /** Both included; the period is over. */
  readonly from: string
  readonly to: string
  /** Milliseconds since 1970, and the hall's day then. */
  readonly madeAt: number
  readonly today: string
  readonly hall: {
    readonly name: Name
    readonly address: Name
    readonly timeZone: string
    readonly operation: 'trial' | 'regular'
    /** A PNG as base64; null: there is none. */
    readonly logo: string | null
  }
  readonly steps: {
    readonly [By in 'hall' | 'month' | 'service' | 'agency' | 'class' | 'operation' | 'help']: StepsAnswer
  }
  /** Hours by weekdays. */
  readonly hours: StepsAnswer
  readonly visits: VisitsAnswer
  readonly visitsBy: { readonly [By in Exclude<VisitDimension, 'class' | 'help'>]: VisitsAnswer }
  /** Visits with a step of a service tagged *investment*, and those services; null: none is tagged. */
  readonly investment: { readonly visits: number; readonly services: readonly string[] } | null
  readonly counters: CountersAnswer
  readonly missing: MissingAnswer
  readonly forecast: ForecastAnswer
  readonly availability: AvailabilityAnswer
  readonly incidents: readonly {
    readonly kind: string
    readonly first: number
    readonly last: number
    readonly count: number
  }[]
  readonly history: HistoryAnswer
  readonly standards: readonly StandardSaid[]
  readonly marks: readonly MarkedFigures[]
  readonly answers: readonly {
    readonly id: string
    readonly answer: string
    readonly reviewedOn: string
  }[]
  /** Visitors who only asked at the reception. */
  readonly onlyAsked: OnlyAskedAnswer
  readonly complaints: ComplaintFigures
  readonly ikm: IkmFigures
}

/** A mark, with the days before and after it. */
export interface MarkedFigures extends Omit<Mark, 'by' | 'id'> {
  readonly before: StepsRow | null
  readonly after: StepsRow | null
}

/** What is said about a service's standard today. */
export interface StandardSaid {
  readonly service: string
  readonly name: Name
  readonly agency: Name
  readonly status: ServiceStatus
  readonly missing: readonly PublishedComponent[]
  readonly decree: { readonly number: string; readonly day: string } | null
  readonly reviewed: string | null
  readonly heard: string | null
  readonly files: number
}

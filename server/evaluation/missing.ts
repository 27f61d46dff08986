// What is still missing for a good pack, shown before it is made: questions without an answer, services without their
// components, findings without an owner. A pack can be made all the same; it says what was missing.
import { type Finding, type Inspection, isOver } from '../findings/finding.ts'
import { lastVisit } from '../findings/list.ts'
import { dayAfter } from '../hall/hours.ts'
import { type Layout, withoutStandard } from '../hall/layout.ts'
import { NOT_YET } from '../hall/plan.ts'
import { type KeptAnswer, questions } from './questions.ts'

export const missingCodes = [
  'questions',
  'answers-old',
  'components',
  'owners',
  'inspections',
  'investment',
  'address',
] as const
export type MissingCode = (typeof missingCodes)[number]

export interface Missing {
  readonly code: MissingCode
  /** How many things lack it; 0: nothing is missing. */
  readonly count: number
  /** Where to put it right; `#questions`: on the page itself. */
  readonly href: string
}

interface MissingGround {
  readonly layout: Pick<Layout, 'plan' | 'base'>
  readonly today: string
  readonly answers: readonly KeptAnswer[]
  readonly findings: readonly Finding[]
  readonly inspections: readonly Inspection[]
}

/** An answer that nobody has reviewed for this long. */
const OLD_DAYS = 365

export function missingFor({ layout, today, answers, findings, inspections }: MissingGround): Missing[] {
  const { plan } = layout
  const given = new Set(answers.map(({ id }) => id))
  const asked = new Set<string>(questions.map(({ id }) => id))
  const old = dayAfter(today, -OLD_DAYS)
  const one = (is: boolean) => (is ? 1 : 0)
  return [
    { code: 'questions', count: questions.filter(({ id }) => !given.has(id)).length, href: '#questions' },
    {
      code: 'answers-old',
      // An answer to a question that is no longer asked can't be reviewed.
      count: answers.filter(({ id, reviewedOn }) => asked.has(id) && reviewedOn < old).length,
      href: '#questions',
    },
    {
      code: 'components',
      count: withoutStandard(layout).length,
      href: '/manage/services/',
    },
    {
      code: 'owners',
      count: findings.filter((finding) => !isOver(finding) && finding.owner === null).length,
      href: '/findings/?state=unfinished&owner=',
    },
    { code: 'inspections', count: one(lastVisit(inspections, today) === null), href: '/findings/#visits' },
    {
      code: 'investment',
      count: one(!plan.services.some(({ tags = [] }) => tags.length > 0)),
      href: '/manage/services/',
    },
    { code: 'address', count: one(plan.address.id === NOT_YET), href: '/manage/hall/' },
  ]
}

// Slips to test with: visits of a hall told as stories, described as the server would.
import { aheadOf } from '../../server/hall/next.ts'
import type { Plan, Text } from '../../server/hall/plan.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import type { SlipDocument } from '../../server/slip/document/pen.ts'
import { slipDocument } from '../../server/slip/document/slip.ts'
import { take } from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

export const url = 'https://antre.karangasemkab.go.id/t/mZ4dQv0Hq7rT2xLw9KcYbA'

interface Told {
  readonly plan?: Plan
  readonly services?: string[]
  readonly language?: string
  readonly missing?: string[]
  readonly priority?: boolean
  readonly comeToMe?: boolean
  readonly url?: string | null
  readonly copy?: boolean
  readonly clockOffset?: number
  /** What is said of the wait of each service. */
  readonly wait?: Text
  /** Whether the plan wants all papers listed. */
  readonly long?: boolean
  /** What happens before the slip is printed. */
  readonly meanwhile?: (story: Story) => void
}

const emptySlip = { header: [], footer: [], logo: null }

/** The slip of a visit on Tuesday at 9.05, with three visitors before it for each of its services. */
export function slip({ services = ['dukcapil-kk'], ...told }: Told = {}): SlipDocument {
  const { plan: hall = karangasem } = told
  const plan = told.long ? { ...hall, slip: { ...(hall.slip ?? emptySlip), long: true } } : hall
  const story = given(plan, '09:00')
  for (let before = 0; before < 3; before += 1) {
    for (const service of services) story.does(take(`before-${service}-${before}`, [service]))
  }
  story.at('09:05')
  const { language = 'id', missing = [], priority = false, comeToMe = false } = told
  story.does(take('visit', services, { language, missing, priority, comeToMe }))
  told.meanwhile?.(story)
  const visit = story.hall.visits.get('visit')
  if (!visit) throw new Error('no visit was taken')
  const now = visit.takenAt + (told.copy ? 600_000 : 0)
  return slipDocument({
    layout: story.hall.layout,
    visit,
    now,
    clockOffset: told.clockOffset ?? 0,
    url: told.url === undefined ? url : told.url,
    aheads: visit.steps.map((_, index) => aheadOf(story.hall, visit, index, now)),
    waits: visit.steps.map(() => told.wait ?? null),
    copy: told.copy ?? false,
  })
}

/** The rules' hall with a printer at the reception, its paper, and a line of the slip as described. */
export function slipPlan({
  paper = 80,
  header,
  logo = null,
}: {
  paper?: 58 | 80
  header?: string
  logo?: string | null
}): Plan {
  const name = { id: 'Resepsionis', en: 'Reception' }
  return {
    ...rulesPlan,
    printers: [
      {
        id: 'resepsionis',
        name,
        link: { kind: 'file', path: '/dev/antre-no-such-printer' },
        paper,
        answers: false,
        kiosks: [],
        counters: [],
        reception: true,
      },
    ],
    slip: { header: header === undefined ? [] : [{ id: header, en: header }], footer: [], logo },
  }
}

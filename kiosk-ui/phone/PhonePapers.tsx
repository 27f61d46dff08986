// What to bring to each office, with what is missing marked. The office that comes next is unfolded, the others are a
// tap away.
import type { VisitPlan } from '../../server/live/visit.ts'
import { pick } from '../../screens/i18n.ts'
import { Drawing, WARNING } from '../../screens/drawing.tsx'
import { serviceOf, type ServiceOfPlan } from './names.ts'
import { isEnded, type VisitStep } from './visit-standing.ts'
import { phoneText } from './texts/index.ts'

export interface PapersProps {
  plan: VisitPlan
  steps: readonly VisitStep[]
  next: VisitStep | null
}

export function PhonePapers({ plan, steps, next }: PapersProps) {
  const offices = steps.flatMap((step) => {
    const service = isEnded(step) ? undefined : serviceOf(plan, step.service)
    return service && service.requirements.length > 0 ? [{ step, service }] : []
  })
  if (offices.length === 0) return null
  return (
    <section>
      <h2 class="subtitle">{phoneText('papers')}</h2>
      {offices.map(({ step, service }) => (
        <details key={step.id} class="papers" open={step === next || offices.length === 1}>
          <summary>{pick(service.name)}</summary>
          <ul>
            {service.requirements.map((paper) => (
              <Paper key={paper.id} paper={paper} lacks={step.missing.includes(paper.id)} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Paper({ paper, lacks }: { paper: ServiceOfPlan['requirements'][number]; lacks: boolean }) {
  const place = paper.from && pick(paper.from)
  return (
    <li class={lacks ? 'paper paper-lacking' : 'paper'}>
      {lacks && <Drawing path={WARNING} />}
      <span>
        {pick(paper.name)}
        {lacks && <b> ({place ? phoneText('lackingFrom', { place }) : phoneText('lacking')})</b>}
      </span>
    </li>
  )
}

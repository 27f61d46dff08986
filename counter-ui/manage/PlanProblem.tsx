// Why a plan was not accepted: the server's sentence, and under it every fault with its place.
import type { Problem } from '../../screens/command.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { manageText } from './texts/index.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDayLabel } from '../../screens/format.ts'
import { isKey } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { draft } from './draft/draft.ts'
import { go, pathTo } from './shell/way.ts'
import { id } from './texts/id.ts'
import '../hall/attention.css'

interface PlanProblemProps {
  problem: Problem | null
  /** If something was typed, it says that it is still there. */
  typed?: boolean
}

export function PlanProblem({ problem, typed = false }: PlanProblemProps) {
  if (typed && problem && problem.code === 'plan-changed')
    return <ProblemLine problem={null} text={manageText('planChanged')} />
  return (
    <div>
      <ProblemLine problem={problem} />
      {problem && problem.faults && (
        <ul class="plan-faults">
          {problem.faults.map(({ at, detail }) => (
            <li key={`${at} ${detail}`}>
              {detail} <code>{at}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

// A publication ordered for a day that was not possible when the day came: the line at the top of the manager's page,
// for anyone who does not look at the draft again, and the reason in words.

/** Empty as long as everything went live as ordered. */
export function RefusedAlert() {
  const order = draft.saved.value && draft.saved.value.order
  const refused = order && order.refused
  return (
    <div role="status">
      {order && refused !== null && (
        <div class="attention attention-go">
          <p>
            <Icon name="warning" />
            <span>
              {manageText('plan.notPublished', { day: formatDayLabel(order.from), why: whyOf(refused) })}
            </span>
          </p>
          <Button onPress={() => go(pathTo('plan', null, 'plan-title'))}>{manageText('plan.toDraft')}</Button>
        </div>
      )}
    </div>
  )
}

/** Why it was not published: a code of the server in words. */
export function whyOf(code: string): string {
  const key = `plan-refused.${code}` as const
  return manageText(isKey(id, key) ? key : 'plan-refused.other')
}

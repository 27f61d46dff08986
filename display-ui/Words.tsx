// Words of the plan or of the board in the first language, and in small letters in the second.
import type { Text } from '../server/hall/plan.ts'
import { pick } from '../screens/i18n.ts'
import { pickSecond, second } from './languages.ts'
import { boardAlso, boardText, type PlainKey } from './texts.ts'

/** A text of the plan. */
export function PlanWords({ text }: { text: Text }) {
  return <Both first={pick(text)} other={pickSecond(text)} />
}

/** A text of the board's own. */
export function OwnWords({ text }: { text: PlainKey }) {
  return <Both first={boardText(text)} other={boardAlso(text)} />
}

/** Both, as two elements that the style sheet puts side by side or one below the other. */
export function Both({ first, other }: { first: string; other: string | null }) {
  return (
    <>
      <span class="first">{first}</span>
      {other !== null && (
        <span class="also" lang={second.value || undefined}>
          {other}
        </span>
      )}
    </>
  )
}

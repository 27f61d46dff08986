// A publication ordered for a day that was not possible when the day came: the line at the top of the manager's page,
// for anyone who does not look at the draft again, and the reason in words.
import { Button } from '../../../screens/components/Button.tsx'
import { formatDayLabel } from '../../../screens/format.ts'
import { isKey } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { draft } from '../draft/draft.ts'
import { go, pathTo } from '../shell/way.ts'
import { id } from '../texts/id.ts'
import { manageText } from '../texts/index.ts'
import '../../hall/attention.css'

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

// First passwords on paper: three to a sheet of A4, each on a fold of its own, so that, cut apart and folded, nobody
// sees another's. They exist only on this page, as long as it is open; only a button closes it.
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { PasswordSlip } from '../../../server/http/people/staff-sheets.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatDay, formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { sheetText } from './texts.ts'

interface SlipsProps {
  hall: Hall
  slips: readonly PasswordSlip[]
  onClose: () => void
}

export function PasswordSlips({ hall, slips, onClose }: SlipsProps) {
  const [isPrinted, setPrinted] = useState(false)
  const [asks, ask] = useState(false)
  usePaper(hall, slips)
  const count = formatNumber(slips.length)
  return (
    <Dialog title={sheetText('slipsTitle', { count })}>
      <div class="fields">
        <p>{sheetText('slipsLead')}</p>
        <ul class="slip-list">
          {slips.map(({ username, name, password }) => (
            <li key={username}>
              <span>
                <strong>{name}</strong> <span class="soft">{username}</span>
              </span>
              <code>{password}</code>
            </li>
          ))}
        </ul>
        <p role="status">{asks && sheetText('slipsCloseAsk')}</p>
        <div class="dialog-ends">
          <Button
            kind="primary"
            icon="printer"
            onPress={() => {
              setPrinted(true)
              ask(false)
              print()
            }}
          >
            {sheetText('slipsPrint')}
          </Button>
          <Button onPress={() => (isPrinted || asks ? onClose() : ask(true))}>
            {sheetText(asks ? 'slipsCloseAnyway' : 'slipsClose')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The sheets are beside the page, where only the printer sees them. */
function usePaper(hall: Hall, slips: readonly PasswordSlip[]): void {
  useEffect(() => {
    const paper = document.createElement('div')
    paper.className = 'password-slips'
    document.body.append(paper)
    render(<Paper hall={hall} slips={slips} />, paper)
    return () => {
      render(null, paper)
      paper.remove()
    }
  }, [slips])
}

function Paper({ hall, slips }: Omit<SlipsProps, 'onClose'>) {
  const hallName = hall.answer.value?.name
  const agencyWords = (id: string) => {
    const agency = hall.agencies.value.get(id)
    return agency ? pick(agency.name) : id
  }
  return (
    <>
      {slips.map(({ username, name, agency, password, until }) => (
        <article key={username} class="password-slip">
          <p class="password-slip-hall">
            {hallName && pick(hallName)}
            {agency !== null && ` · ${agencyWords(agency)}`}
          </p>
          <h2>{sheetText('slipTitle')}</h2>
          <p class="password-slip-name">{sheetText('slipFor', { name })}</p>
          <dl>
            <dt>{sheetText('slipUsername')}</dt>
            <dd>{username}</dd>
            <dt>{sheetText('slipPassword')}</dt>
            <dd>{password}</dd>
          </dl>
          <p>{sheetText('slipOpen', { url: `${location.origin}/counter/` })}</p>
          <p>{sheetText('slipUntil', { day: formatDay(until) })}</p>
        </article>
      ))}
    </>
  )
}

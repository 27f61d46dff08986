// What can be done about a line, right there: the dialogs of the supervisor's page, with the agency followed only
// while one is open.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../../screens/components/Dialog.tsx'
import type { Hall } from '../../screens/hall.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import type { Staff } from '../session.ts'
import { Subjects } from '../supervise/Subjects.tsx'
import { type Subject, openWatch } from '../supervise/watch.ts'
import { monitorText } from './texts/index.ts'

export interface Acting {
  agency: string
  subject: Subject
}

const TICK_MS = 5_000

interface ActProps {
  hall: Hall
  me: Staff
  acting: Acting
  onClose: () => void
}

export function Act({ hall, me, acting, onClose }: ActProps) {
  const [watch] = useState(() => {
    const opened = openWatch(hall, me, acting.agency)
    opened.subject.value = acting.subject
    return opened
  })
  useEffect(() => () => watch.close(), [watch])
  useSignalEffect(() => {
    if (watch.subject.value === null) onClose()
  })
  const { live } = watch
  const now = useHallNow(live.at.value, TICK_MS) ?? 0
  const view = live.view.value
  if (!view)
    return (
      <Dialog title={monitorText('connecting')} onClose={onClose}>
        <p role="status">
          <span class="spinner" aria-hidden="true" />
        </p>
      </Dialog>
    )
  return <Subjects watch={watch} view={view} now={now} isTrue={live.freshness.value === 'live'} />
}

// What is asked about a visit that is looked at: a question before something changes, or which service it gets.
import { useEffect } from 'preact/hooks'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { AddStep } from './AddStep.tsx'
import type { ReceptionDesk } from './reception-desk.ts'
import { questionOf, type Wanted } from './visit-questions.ts'
import { receptionText } from './texts/index.ts'

export type Asked = Wanted | { what: 'add' }

interface VisitDialogProps {
  desk: ReceptionDesk
  visit: ReceptionVisit
  isTrue: boolean
  asked: Asked
  onAsk: (asked: Asked | null) => void
}

export function Questions({ asked, onAsk, ...shown }: VisitDialogProps) {
  const close = () => onAsk(null)
  if (asked.what === 'add') return <AddStep {...shown} onClose={close} />
  return <Ask {...shown} wanted={asked} onClose={close} />
}

type AskProps = Omit<VisitDialogProps, 'asked' | 'onAsk'> & { wanted: Wanted; onClose: () => void }

function Ask({ desk, visit, isTrue, wanted, onClose }: AskProps) {
  const question = questionOf(desk.hall, visit, wanted)
  const isOver = question === null
  // Somebody else did it, or it has ended: it must not be asked again by itself when things turn back.
  useEffect(() => {
    if (isOver) onClose()
  }, [isOver])
  if (!question) return null
  return (
    <Confirm
      {...question}
      method="POST"
      offline={isTrue ? undefined : receptionText('offline')}
      onClose={onClose}
    />
  )
}

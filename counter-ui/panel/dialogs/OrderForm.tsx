// A dialog that ends in one command: its fields, why the server refused, the button. Enter sends, Esc goes back.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Order } from '../desk.ts'
import { problemText } from '../panel-words.ts'
import { panelText } from '../texts/index.ts'
import { FormEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { Workplace } from '../workplace.ts'
import { pick } from '../../../screens/i18n.ts'
import { Field, Choices } from '../../parts/Field.tsx'
import { staffText } from '../../texts.ts'

interface OrderFormProps {
  place: Workplace
  title: string
  /** The label of the button. */
  go: string
  /** The command that the fields make; null if something is still to be chosen. */
  order: (fields: FormData) => Order | null | false | Promise<Order | null | false>
  disabled?: boolean
  /** What is wrong with the fields, if the dialog found it itself. */
  fault?: string | undefined
  children: ComponentChildren
}

export function OrderForm({ place, title, go, order, disabled = false, fault, children }: OrderFormProps) {
  const { desk, dialog } = place
  const isTrue = desk.live.freshness.value === 'live'
  const problem = desk.problem.value
  const refused = problem ? problemText(place.hall, problem) : undefined

  function close(): void {
    desk.forgive()
    dialog.value = null
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const made = await order(new FormData(event.currentTarget))
    if (made && (await desk.send(made, 'form'))) close()
  }

  return (
    <Dialog title={title} onClose={close}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        {children}
        <ProblemLine
          problem={null}
          text={
            isTrue
              ? (refused ?? fault ?? (desk.slow.value ? panelText('slow') : undefined))
              : panelText('notTaken')
          }
        />
        <FormEnds busy={desk.busy.value !== null} disabled={disabled || !isTrue} onBack={close}>
          {go}
        </FormEnds>
      </form>
    </Dialog>
  )
}

// What was typed into a form, in the form that commands carry.

/** `{[name]: text}`, or nothing if the field is empty or missing. */
export function textIn<N extends string>(fields: FormData, name: N): Partial<Record<N, string>> {
  const typed = String(fields.get(name) ?? '').trim()
  return typed === '' ? {} : ({ [name]: typed } as Record<N, string>)
}

// Why: a reason of the plan, or free text. No reason is a choice too.

const OWN = ''

interface ReasonProps {
  place: Workplace
  kind: 'pause' | 'hold' | 'call'
  /** Called with every choice: the reason's id, empty for free text. */
  onChange?: (reason: string) => void
}

export function Reason({ place, kind, onChange }: ReasonProps) {
  const [chosen, choose] = useState<string | null>(null)
  const answer = place.hall.answer.value
  const reasons = answer ? answer.reasons[kind] : []
  return (
    <>
      <Choices
        legend={panelText('holdReason')}
        hint={staffText('optional')}
        name="reason"
        options={[
          ...reasons.map(({ id, name }) => ({ value: id, words: pick(name) })),
          { value: OWN, words: staffText('ownWords') },
        ]}
        value={chosen ?? '-'}
        onChange={(value) => {
          choose(value)
          if (onChange) onChange(value)
        }}
      />
      {chosen === OWN && <Field name="words" label={staffText('ownWords')} maxLength={200} />}
    </>
  )
}

/** The reason in the fields, as commands carry it; undefined for none. */
export function reasonIn(fields: FormData): string | undefined {
  const chosen = fields.get('reason')
  const reason = chosen === OWN ? fields.get('words') : chosen
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined
}
